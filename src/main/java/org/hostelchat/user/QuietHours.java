package org.hostelchat.user;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/**
 * The hours of each day in which somebody is not notified, in the hostel's time zone.
 *
 * @param from when they begin, in whole minutes
 * @param to when they end; before {@code from} if they last over midnight, and never the same
 */
public record QuietHours(LocalTime from, LocalTime to) {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

    public QuietHours {
        from = from.truncatedTo(ChronoUnit.MINUTES);
        to = to.truncatedTo(ChronoUnit.MINUTES);
        if (from.equals(to)) throw wrong("quietTo", Phrase.of("user.quiet-same"));
    }

    /**
     * @param from such as 22:00; null or empty for none, and then {@code to} too
     * @return null for none
     * @throws Refusal.Unacceptable if only one is given, one is no time of day, or both are the same
     */
    public static QuietHours of(String from, String to) {
        var begins = time("quietFrom", from);
        var ends = time("quietTo", to);
        if (begins == null && ends == null) return null;
        if (begins == null) throw wrong("quietFrom", Phrase.of("user.quiet-both"));
        if (ends == null) throw wrong("quietTo", Phrase.of("user.quiet-both"));
        return new QuietHours(begins, ends);
    }

    static QuietHours ofMinutes(int from, int to) {
        return new QuietHours(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to * 60L));
    }

    static Integer minutes(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    /** As clients have it, such as 22:00. */
    public static String text(LocalTime time) {
        return CLOCK.format(time);
    }

    private static LocalTime time(String field, String text) {
        if (text == null || text.isBlank()) return null;
        try {
            return LocalTime.parse(text.strip(), CLOCK);
        } catch (DateTimeParseException noTime) {
            throw wrong(field, Phrase.of("user.quiet-time"));
        }
    }

    private static Refusal wrong(String field, Phrase why) {
        return new Refusal.Unacceptable("wrong-time", field, why);
    }
}
