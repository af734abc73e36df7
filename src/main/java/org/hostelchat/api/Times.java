package org.hostelchat.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.hostelchat.language.Phrase;
import org.hostelchat.notice.NoticeSettings;
import org.hostelchat.refusal.Refusal;

/**
 * Parses times in queries and bodies: epoch milliseconds, an ISO 8601 time with offset, or a whole day in the hostel's time zone.
 */
@ApplicationScoped
public class Times {

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    @Inject
    private NoticeSettings hostel;

    /** The inclusive start of a range; null for none. */
    Instant from(String text) {
        return read("from", text, 0);
    }

    /** The exclusive end of a range, after the whole day if it is a day; null for none. */
    Instant to(String text) {
        return read("to", text, 1);
    }

    /** A field of a body: milliseconds since 1970, or text as in a query; a day means its beginning. */
    Instant start(JsonValue json) {
        return field("from", json, 0);
    }

    /** The same; a day means its last millisecond. */
    Instant end(JsonValue json) {
        var end = field("acknowledgeBy", json, 1);
        return isDay(json) ? end.minusMillis(1) : end;
    }

    private Instant field(String name, JsonValue json, int daysOn) {
        // Longer numbers, and those with a point or an exponent, are no times.
        if (json instanceof JsonNumber number && number.toString().length() < 20)
            return read(name, number.toString(), daysOn);
        if (json instanceof JsonString text && !text.getString().isEmpty()) return read(name, text.getString(), daysOn);
        return read(name, "-", daysOn);
    }

    private static boolean isDay(JsonValue json) {
        return json instanceof JsonString text
                && text.getString().length() == 10
                && text.getString().indexOf('-') > 0;
    }

    private Instant read(String name, String text, int daysOn) {
        if (text == null) return null;
        try {
            var time = time(text, daysOn);
            if (!time.isBefore(Instant.EPOCH) && !time.isAfter(LAST)) return time;
        } catch (DateTimeException | NumberFormatException noTime) {
            // Refused below.
        }
        throw new Refusal.Unacceptable("wrong-parameter", name, Phrase.of("api.time", "name", name));
    }

    private Instant time(String text, int daysOn) {
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) return Instant.ofEpochMilli(Long.parseLong(text));
        if (text.indexOf('T') >= 0) {
            // An unencoded plus arrives as a space.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        }
        return LocalDate.parse(text)
                .plusDays(daysOn)
                .atStartOfDay(hostel.zone())
                .toInstant();
    }
}
