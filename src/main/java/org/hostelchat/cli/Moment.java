package org.hostelchat.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.hostelchat.cli.text.CliWords;

/** A time as people type it: a day, or a day and a time, the latter in this machine's zone unless it says another. */
final class Moment {
    private Moment() {}

    /** For the API: a day as it is, which is one of the hostel's own and counts whole; a time as an instant. */
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
