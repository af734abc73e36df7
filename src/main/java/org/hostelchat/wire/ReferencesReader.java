package org.hostelchat.wire;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.hostelchat.attachment.AttachedFile;
import org.hostelchat.language.Phrase;
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
     * @param files as it came: a list of files' numbers; null for none
     * @throws Refusal.Unacceptable if the mentions or files are anything else
     */
    public static References read(Long replyTo, JsonValue mentions, boolean everybody, JsonValue files) {
        if (replyTo == null && mentions == null && !everybody && files == null) return References.NONE;
        var people = new ArrayList<Long>();
        for (var item : items(mentions, MOST_ITEMS, ReferencesReader::wrongMentions)) {
            if (item instanceof JsonObject object && JsonValue.TRUE.equals(object.get("room"))) everybody = true;
            else people.add(number(item, ReferencesReader::wrongMentions));
        }
        return new References(replyTo, people, everybody, files(files));
    }

    private static List<Long> files(JsonValue files) {
        var numbers = items(files, AttachedFile.MOST_OF_A_POST, ReferencesReader::wrongFiles).stream()
                .map(item -> number(item, ReferencesReader::wrongFiles))
                .toList();
        if (numbers.stream().distinct().count() < numbers.size()) throw wrongFiles();
        return numbers;
    }

    private static List<JsonValue> items(JsonValue list, int most, Supplier<Refusal> wrong) {
        if (list == null || list == JsonValue.NULL) return List.of();
        if (list instanceof JsonArray items && items.size() <= most) return items;
        throw wrong.get();
    }

    private static long number(JsonValue item, Supplier<Refusal> wrong) {
        try {
            if (item instanceof JsonNumber number && number.isIntegral()) return number.longValueExact();
        } catch (ArithmeticException | UnsupportedOperationException tooLarge) {
            // Refused below.
        }
        throw wrong.get();
    }

    private static Refusal wrongMentions() {
        return new Refusal.Unacceptable("wrong-fields", "mentions", Phrase.of("wire.mentions", "most", MOST_ITEMS));
    }

    private static Refusal wrongFiles() {
        return new Refusal.Unacceptable(
                "wrong-fields", "files", Phrase.of("wire.files", "most", AttachedFile.MOST_OF_A_POST));
    }
}
