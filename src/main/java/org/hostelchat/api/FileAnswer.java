package org.hostelchat.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hostelchat.attachment.FileReading;
import org.hostelchat.attachment.FileReading.ReadableFile;
import org.hostelchat.language.Phrase;
import org.hostelchat.language.RequestLanguage;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Problem;
import org.hostelchat.refusal.Refusal;

/**
 * Sends a file, or a part of it, so that no browser executes its content: with the type of its content, sandboxed, and
 * as a download unless it is a picture, audio or video. Browsers must revalidate it each time, because permission may
 * have been withdrawn.
 */
@ApplicationScoped
public class FileAnswer {

    private static final int BUFFER = 16 * 1024;

    private final Downloads downloads = new Downloads();

    @Inject
    private FileReading reading;

    @Inject
    private RequestLanguage requestLanguage;

    /** @throws Refusal.Unavailable if too many files are being sent, to the caller or to all */
    Response to(Caller caller, ReadableFile file, HttpHeaders headers) {
        var person = caller.id();
        var tag = '"' + file.hash() + '"';
        if (isKnown(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            return withHeaders(Response.notModified(), file, tag).build();
        }
        downloads.check(person);
        var size = size(file);
        var onlyIf = headers.getHeaderString("If-Range");
        var asked = onlyIf == null || onlyIf.equals(tag)
                ? ByteRange.asked(headers.getHeaderString("Range"), size)
                : Optional.<ByteRange>empty();
        var range = asked.orElse(ByteRange.whole(size));
        if (range.equals(ByteRange.NONE)) return beyondTheEnd(size);
        var answer = withHeaders(Response.status(asked.isPresent() ? 206 : 200), file, tag)
                .header("Content-Length", range.length())
                .type(file.type())
                // Not called for HEAD, so what has to be released is acquired in here.
                .entity((StreamingOutput) out -> send(person, file, range, out));
        if (asked.isPresent()) answer.header("Content-Range", range.contentRange(size));
        return answer.build();
    }

    private Response beyondTheEnd(long size) {
        return RefusalMapper.answer(Problem.of(
                        416, "wrong-range", Phrase.of("attachment.wrong-range"), requestLanguage.ofProgram()))
                .header("Accept-Ranges", "bytes")
                .header("Content-Range", "bytes */" + size)
                .build();
    }

    private long size(ReadableFile file) {
        try (var channel = reading.open(file)) {
            return channel.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(long person, ReadableFile file, ByteRange range, OutputStream out) throws IOException {
        downloads.begin(person);
        try (var channel = reading.open(file)) {
            var buffer = ByteBuffer.allocate(BUFFER);
            for (var at = range.from(); at < range.to(); ) {
                buffer.clear().limit((int) Math.min(BUFFER, range.to() - at));
                var read = channel.read(buffer, at);
                if (read < 0) return;
                out.write(buffer.array(), 0, read);
                at += read;
            }
        } finally {
            downloads.end(person);
        }
    }

    private static boolean isKnown(String header, String tag) {
        return header != null && (header.contains(tag) || header.strip().equals("*"));
    }

    private static Response.ResponseBuilder withHeaders(
            Response.ResponseBuilder answer, ReadableFile file, String tag) {
        return answer.header(HttpHeaders.ETAG, tag)
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file));
    }

    /** The name in ASCII for old programs, and in full: RFC 6266. */
    static String disposition(ReadableFile file) {
        var plain = file.name().replaceAll("[^A-Za-z0-9._ ()-]", "_");
        var exact = URLEncoder.encode(file.name(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return (file.isShown() ? "inline" : "attachment") + "; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
    }
}
