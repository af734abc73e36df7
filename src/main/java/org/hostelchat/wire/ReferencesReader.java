package org.hostelchat.wire;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.hostelchat.message.References;
import org.hostelchat.refusal.Refusal;

/**
 * Reads what a post refers to, which is said the same way over the socket and the API: {@code mentions} is a list of accounts' numbers,
 * among which {@code {"room": true}} stands for everybody.
 */
public final class ReferencesReader {

    /** Longer lists are no slip any more. */
    private static final int MOST_ITEMS = 1_000;

    private ReferencesReader() {}

    /**
     * @param replyTo null for none
     * @param mentions as it came; null for none
     * @param everybody whether everybody is mentioned, whatever stands in the list
     * @throws Refusal.Unacceptable if the mentions are anything else
     */
    public static References read(Long replyTo, JsonValue mentions, boolean everybody) {
        if (replyTo == null && mentions == null && !everybody) return References.NONE;
        var people = new ArrayList<Long>();
        for (var item : items(mentions)) {
            if (item instanceof JsonObject object && JsonValue.TRUE.equals(object.get("room"))) everybody = true;
            else people.add(number(item));
        }
        return new References(replyTo, people, everybody);
    }

    private static List<JsonValue> items(JsonValue mentions) {
        if (mentions == null || mentions == JsonValue.NULL) return List.of();
        if (mentions instanceof JsonArray items && items.size() <= MOST_ITEMS) return items;
        throw wrong();
    }

    private static long number(JsonValue item) {
        try {
            if (item instanceof JsonNumber number && number.isIntegral()) return number.longValueExact();
        } catch (ArithmeticException | UnsupportedOperationException tooLarge) {
            // Refused below.
        }
        throw wrong();
    }

    private static Refusal wrong() {
        return new Refusal.Unacceptable(
                "wrong-fields", "mentions", "must be a list of people's numbers, at most " + MOST_ITEMS);
    }
}
