package org.hostelchat.audit;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.text.LikePattern;
import org.hostelchat.text.TextKey;

/**
 * A filter for the record; a null component matches everything.
 *
 * @param who words of the actor's name, their account's id, or their present enrolment number
 * @param what an act's code, or a part of it
 * @param on the object: words of a name or of an enrolment number, or the id of an account or other object; with a
 * leading {@code #}, as in {@code #20}, the id only
 * @param from inclusive
 * @param to exclusive
 */
public record AuditFilter(String who, String what, String on, Instant from, Instant to) {

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** The id of an account, room, notice or token. */
    private static final Pattern NUMBER = Pattern.compile("(?<only>#?)(?<digits>[0-9]{1,18})");

    private static final String HAS_NUMBER_NOW = "(select u.id from User u where u.enrolmentKey = :%s)";

    /**
     * @throws Refusal.Unacceptable if a time is outside of the years 1970 to 9999, because databases cannot compare all
     * others
     */
    public AuditFilter {
        check("from", from);
        check("to", to);
        if (from != null && to != null && !from.isBefore(to)) {
            throw new Refusal.Unacceptable("wrong-day", "to", Phrase.of("audit.end-before-beginning"));
        }
    }

    private static void check(String field, Instant time) {
        if (time != null && (time.isBefore(Instant.EPOCH) || time.isAfter(LAST))) {
            throw new Refusal.Unacceptable("wrong-day", field, Phrase.of("audit.day-out-of-range"));
        }
    }

    /** The condition on the entry {@code e}, in JPQL, with its parameters. */
    record Condition(String text, Map<String, Object> values) {}

    Condition condition() {
        var text = new StringBuilder("1 = 1");
        var values = new HashMap<String, Object>();
        if (from != null) {
            text.append(" and e.at >= :from");
            values.put("from", from);
        }
        if (to != null) {
            text.append(" and e.at < :to");
            values.put("to", to);
        }
        if (!isEmpty(what)) {
            text.append(" and e.act in :acts");
            var acts = AuditAct.codesWith(what);
            // Not every database supports an empty list here.
            values.put("acts", acts.isEmpty() ? List.of("") : acts);
        }
        narrow(text, values, "who", who, List.of("e.actor.key"), List.of("e.actor.id"), "e.actor.id");
        narrow(
                text,
                values,
                "on",
                on,
                List.of("e.person.key", "e.thingKey"),
                List.of("e.person.id", "e.thingId"),
                "e.person.id");
        return new Condition(text.toString(), values);
    }

    private static void narrow(
            StringBuilder text,
            Map<String, Object> values,
            String name,
            String typed,
            List<String> keys,
            List<String> ids,
            String person) {
        var words = isEmpty(typed) ? List.<String>of() : TextKey.words(typed);
        if (words.isEmpty()) return;
        var any = new StringJoiner(" or ", " and (", ")");
        var number = NUMBER.matcher(TextKey.plain(typed));
        if (number.matches()) {
            for (var id : ids) any.add(id + " = :" + name + "Id");
            values.put(name + "Id", Long.valueOf(number.group("digits")));
        }
        if (!number.matches() || number.group("only").isEmpty()) {
            any.add(person + " in " + HAS_NUMBER_NOW.formatted(name));
            values.put(name, TextKey.comparing(typed));
            for (var key : keys) any.add("(" + allWords(key, name, words.size()) + ")");
            for (var i = 0; i < words.size(); i++) values.put(name + i, LikePattern.containing(words.get(i)));
        }
        text.append(any);
    }

    private static String allWords(String key, String name, int count) {
        var all = new StringBuilder();
        for (var i = 0; i < count; i++) {
            if (i > 0) all.append(" and ");
            all.append(key).append(" like :").append(name).append(i).append(" escape '!'");
        }
        return all.toString();
    }

    private static boolean isEmpty(String text) {
        return text == null || text.isBlank();
    }
}
