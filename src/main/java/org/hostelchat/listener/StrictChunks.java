package org.hostelchat.listener;

import java.io.ByteArrayOutputStream;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.HttpBrokenContentException;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.ParsingResult;
import org.glassfish.grizzly.http.TransferEncoding;
import org.glassfish.grizzly.memory.Buffers;

/**
 * Replaces the transport's chunked encoding: reads bodies with {@link ChunkReader}, and writes them as the original
 * does.
 */
final class StrictChunks implements TransferEncoding {

    private static final Attribute<ChunkReader> READER =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(StrictChunks.class.getName());

    private final TransferEncoding chunked;

    StrictChunks(TransferEncoding chunked) {
        this.chunked = chunked;
    }

    @Override
    public boolean wantDecode(HttpHeader packet) {
        return chunked.wantDecode(packet);
    }

    @Override
    public boolean wantEncode(HttpHeader packet) {
        return chunked.wantEncode(packet);
    }

    @Override
    public void prepareSerialize(FilterChainContext ctx, HttpHeader packet, HttpContent content) {
        chunked.prepareSerialize(ctx, packet, content);
    }

    @Override
    public ParsingResult parsePacket(FilterChainContext ctx, HttpHeader packet, Buffer buffer) {
        var reader = READER.get(packet);
        if (reader == null) {
            reader = new ChunkReader();
            READER.set(packet, reader);
        }
        var data = new ByteArrayOutputStream();
        if (!reader.read(buffer.remaining(), () -> buffer.get() & 0xff, data)) {
            throw new HttpBrokenContentException("not a body in chunks");
        }
        var content = packet.httpContentBuilder()
                .content(Buffers.wrap(ctx.getMemoryManager(), data.toByteArray()))
                .last(reader.isAtEnd())
                .build();
        return ParsingResult.create(content, buffer.hasRemaining() ? buffer.split(buffer.position()) : null);
    }

    @Override
    public Buffer serializePacket(FilterChainContext ctx, HttpContent content) {
        return chunked.serializePacket(ctx, content);
    }
}
