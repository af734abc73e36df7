package org.hostelchat.api;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.hostelchat.refusal.Refusal;

/**
 * Reads a request's body into a record: at most {@value #MOST_BYTES} bytes of valid UTF-8 holding one JSON object without
 * double keys. JSON-B is not used because it turns wrong types into right ones and lets half a file pass.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class BodyReader implements MessageBodyReader<Record> {

    static final int MOST_BYTES = 64 * 1024;

    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

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
        var bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Refusal.TooLarge("too-large", "The body is larger than 64 KB. Nothing was stored.");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Refusal.Unreadable("not-utf-8", "The body is not valid UTF-8.");
        }
    }

    static JsonObject object(String text) {
        if (text.isBlank()) {
            throw new Refusal.Unreadable("body-missing", "This call needs a body: a JSON object.");
        }
        try (var reader = READERS.createReader(new StringReader(text));
                var parser = Json.createParser(new StringReader(text))) {
            if (reader.readValue() instanceof JsonObject object) {
                parser.next();
                parser.skipObject();
                // The reader does not look at what follows the object, the parser not at double names.
                if (!parser.hasNext()) return object;
            }
        } catch (RuntimeException notJson) {
            // Parsers throw all sorts: for bad syntax, double names, nesting too deep, numbers too long.
            throw new Refusal.Unreadable("not-json", "The body is not well-formed JSON, or has a name twice.");
        }
        throw new Refusal.Unreadable("not-an-object", "The body has to be a JSON object.");
    }
}
