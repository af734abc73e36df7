package org.hostelchat.api;

import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.wire.json.StrictJson;

/**
 * Reads a request's body into a record: at most {@link StrictJson#MOST_BYTES} bytes of valid UTF-8 that {@link
 * StrictJson} accepts. JSON-B is not used, because it converts values of wrong types and accepts truncated input.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class BodyReader implements MessageBodyReader<Record> {

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        var charset = mediaType.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase("utf-8")) throw new NotSupportedException();
        return RecordReader.read(object(text(in)), type);
    }

    private static String text(InputStream in) throws IOException {
        var bytes = in.readNBytes(StrictJson.MOST_BYTES + 1);
        if (bytes.length > StrictJson.MOST_BYTES) {
            throw new Refusal.TooLarge("too-large", Phrase.of("api.too-large"));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Refusal.Unreadable("not-utf-8", Phrase.of("api.not-utf-8"));
        }
    }

    static JsonObject object(String text) {
        if (text.isBlank()) {
            throw new Refusal.Unreadable("body-missing", Phrase.of("api.body-missing"));
        }
        try {
            return StrictJson.object(text);
        } catch (StrictJson.NotAnObject other) {
            throw other.isJson()
                    ? new Refusal.Unreadable("not-an-object", Phrase.of("api.not-an-object"))
                    : new Refusal.Unreadable("not-json", Phrase.of("api.not-json"));
        }
    }
}
