package org.hostelchat.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Audience;

/** Reads whom a room is for: an object of the register's columns, each with a list of values. */
final class AudienceReader {

    /** No column has more values than this, so longer lists are not read. */
    private static final int MOST_VALUES = 1_000;

    private AudienceReader() {}

    /** @throws Refusal.Unacceptable if it is not such an object, or names nobody */
    static Audience read(JsonValue json) {
        if (!(json instanceof JsonObject columns)) throw wrong();
        Map<String, List<String>> values = new LinkedHashMap<>();
        columns.forEach((column, list) -> values.put(column, texts(list)));
        return Audience.of(values);
    }

    private static List<String> texts(JsonValue list) {
        if (!(list instanceof JsonArray array) || array.size() > MOST_VALUES) throw wrong();
        return array.stream().map(AudienceReader::text).toList();
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonString string && Texts.isText(string.getString())) return string.getString();
        throw wrong();
    }

    private static Refusal wrong() {
        return new Refusal.Unacceptable(
                "wrong-audience", "audience", Phrase.of("api.audience", "example", "{\"wing\": [\"A\", \"B\"]}"));
    }
}
