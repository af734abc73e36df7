package org.hostelchat.transfer.archive;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;

/** Reads the small texts of an export. */
final class JsonTexts {

    private JsonTexts() {}

    /** @return null if it is no object */
    static JsonObject object(byte[] bytes) {
        try (var reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            return reader.readObject();
        } catch (RuntimeException | StackOverflowError notJson) {
            return null;
        }
    }
}
