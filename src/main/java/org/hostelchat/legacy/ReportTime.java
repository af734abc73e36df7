package org.hostelchat.legacy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hostelchat.text.TextKey;

/**
 * Reads times in the forms that such programs write: seconds, milliseconds or microseconds since 1970, ISO 8601, day-first and
 * month-first dates, C's and Java's own forms, with or without a zone, in the digits of any script.
 */
final class ReportTime {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,19}(?:\\.\\d{1,9})?");
    private static final Pattern COMPACT =
            Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})(?:[T ]?(\\d{2})(\\d{2})(\\d{2}))?");
    private static final Pattern TIME = Pattern.compile(
            "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?(?: ?([AaPp])\\.?[Mm]\\.?)?(?: ?(Z\\b|UTC|GMT|IST|[+-]\\d{2}(?::?\\d{2})?))?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})");
    private static final Pattern DAY_MONTH = Pattern.compile("(\\d{1,2})[- ]?([A-Za-z]{3,9})[- ]+(\\d{4}|\\d{2})");
    private static final Pattern MONTH_DAY =
            Pattern.compile("([A-Za-z]{3,9}) +(\\d{1,2}) +(?:UTC |GMT |IST )?(\\d{4})");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private static final ZoneOffset INDIA = ZoneOffset.ofHoursMinutes(5, 30);

    /** What is outside of these is no time of a message. */
    private static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private static final double JULIAN_EPOCH = 2_440_587.5;

    private ReportTime() {}

    /**
     * Reads a time.
     *
     * @param zone of times that name none
     * @return empty if it is not understood, or cannot be the time of a message
     */
    static Optional<Instant> read(String raw, ZoneId zone) {
        if (raw == null || raw.length() > 100) return Optional.empty();
        var text = TextKey.plain(raw);
        try {
            return Optional.ofNullable(parsed(text, zone)).filter(at -> at.isAfter(EARLIEST) && at.isBefore(LATEST));
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Instant parsed(String text, ZoneId zone) {
        var compact = COMPACT.matcher(text);
        if (compact.matches()) return compact(compact, zone);
        if (NUMBER.matcher(text).matches()) return number(Double.parseDouble(text));
        var time = TIME.matcher(text);
        if (!time.find()) {
            var day = day(text);
            return day == null ? null : day.atStartOfDay(zone).toInstant();
        }
        // C writes the year behind the time.
        var day = day(text.substring(0, time.start()) + " " + text.substring(time.end()));
        return day == null
                ? null
                : day.atTime(clock(time)).atZone(zone(time.group(6), zone)).toInstant();
    }

    private static Instant compact(Matcher text, ZoneId zone) {
        var day = LocalDate.of(number(text, 1), number(text, 2), number(text, 3));
        var time =
                text.group(4) == null ? LocalTime.MIN : LocalTime.of(number(text, 4), number(text, 5), number(text, 6));
        return day.atTime(time).atZone(zone).toInstant();
    }

    private static Instant number(double value) {
        if (value > 2_400_000 && value < 2_500_000) return millis((value - JULIAN_EPOCH) * 86_400_000);
        if (value < 1e11) return millis(value * 1e3);
        if (value < 1e14) return millis(value);
        if (value < 1e17) return millis(value / 1e3);
        return millis(value / 1e6);
    }

    private static Instant millis(double value) {
        return Instant.ofEpochMilli(Math.round(value));
    }

    private static LocalTime clock(Matcher time) {
        var hour = number(time, 1);
        if (time.group(5) != null) hour = hour % 12 + (time.group(5).equalsIgnoreCase("p") ? 12 : 0);
        var second = time.group(3) == null ? 0 : number(time, 3);
        var fraction = time.group(4) == null ? 0 : Integer.parseInt((time.group(4) + "00000000").substring(0, 9));
        return LocalTime.of(hour, number(time, 2), second, fraction);
    }

    private static ZoneId zone(String named, ZoneId otherwise) {
        if (named == null) return otherwise;
        return switch (named) {
            case "Z", "UTC", "GMT" -> ZoneOffset.UTC;
            case "IST" -> INDIA;
            default -> ZoneOffset.of(named);
        };
    }

    private static LocalDate day(String text) {
        var words = text.replace(',', ' ').replaceAll(" {2,}", " ");
        var found = YEAR_FIRST.matcher(words);
        if (found.find()) return LocalDate.of(number(found, 1), number(found, 2), number(found, 3));
        found = YEAR_LAST.matcher(words);
        if (found.find()) return yearLast(number(found, 1), number(found, 2), year(found.group(3)));
        found = DAY_MONTH.matcher(words);
        if (found.find()) return LocalDate.of(year(found.group(3)), month(found.group(2)), number(found, 1));
        found = MONTH_DAY.matcher(words);
        return found.find() ? LocalDate.of(number(found, 3), month(found.group(1)), number(found, 2)) : null;
    }

    /** The day is first, as in India, unless it can only be the second. */
    private static LocalDate yearLast(int first, int second, int year) {
        return second > 12 ? LocalDate.of(year, first, second) : LocalDate.of(year, second, first);
    }

    private static int year(String digits) {
        return digits.length() == 2 ? 2_000 + Integer.parseInt(digits) : Integer.parseInt(digits);
    }

    private static int month(String name) {
        var place = MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT));
        if (place < 0 || place % 3 != 0) throw new DateTimeException("no month");
        return place / 3 + 1;
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
