package org.hostelchat.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.hostelchat.cli.text.CliWords;

/** A time as typed: a day, or a day with a time, in the local zone unless another one is given. */
final class Moment {
    private Moment() {}

    /**
     * The value for the API: a day unchanged, which the server takes as a whole day in its own zone; a time as an
     * instant.
     */
    static String query(String typed) {
        return typed.strip().length() <= 10
                ? day(typed).toString()
                : time(typed).toString();
    }

    static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            throw unreadable(typed, "time.no-day");
        }
    }

    /** An instant: that of a time, or the beginning of a day in the local zone. */
    static Instant begin(String typed) {
        return typed.strip().length() <= 10
                ? day(typed).atStartOfDay(ZoneId.systemDefault()).toInstant()
                : time(typed);
    }

    private static Instant time(String typed) {
        String iso = typed.strip().replace(' ', 'T');
        try {
            return OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeException notWithZone) {
            try {
                return LocalDateTime.parse(iso).atZone(ZoneId.systemDefault()).toInstant();
            } catch (DateTimeException e) {
                throw unreadable(typed, "time.no-time");
            }
        }
    }

    private static Failure unreadable(String typed, String key) {
        return Failure.wrongUse(CliWords.text(key, "typed", typed));
    }
}
