package org.hostelchat.page.admin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hostelchat.language.Phrase;
import org.hostelchat.message.MessageSearch.Filter;
import org.hostelchat.refusal.Refusal;

/** Parses the query of the console's message page. */
final class MessageQuery {

    static final List<String> FIELDS = List.of("room", "author", "from", "to", "text");

    private MessageQuery() {}

    /**
     * @param field returns a field's value, empty for none
     * @param zone in which days begin
     * @throws Refusal.Unacceptable if a day is not a date
     */
    static Filter filter(UnaryOperator<String> field, ZoneId zone) {
        var room = field.apply("room");
        var from = start(field, "from", 0, zone);
        var to = start(field, "to", 1, zone);
        if (from != null && to != null && !from.isBefore(to)) {
            throw new Refusal.Unacceptable("wrong-day", "to", Phrase.of("page.day-before-first"));
        }
        return new Filter(
                room.matches("[1-9]\\d{0,17}") ? Long.valueOf(room) : null,
                orNull(field.apply("author")),
                from,
                to,
                orNull(field.apply("text")));
    }

    static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** The beginning of a field's day, or of a number of days later; null for an empty field. */
    static Instant start(UnaryOperator<String> field, String name, int daysLater, ZoneId zone) {
        var text = field.apply(name);
        if (text.isEmpty()) return null;
        try {
            return LocalDate.parse(text).plusDays(daysLater).atStartOfDay(zone).toInstant();
        } catch (DateTimeException noDay) {
            throw new Refusal.Unacceptable("wrong-day", name, Phrase.of("page.day-form"));
        }
    }
}
