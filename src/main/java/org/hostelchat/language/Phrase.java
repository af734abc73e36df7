package org.hostelchat.language;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/**
 * A message to people that is not yet in a particular language: a key of the bundle {@link Words#PROBLEMS} and the
 * values of its placeholders. Immutable. Whole numbers are formatted with a comma between thousands, a {@link
 * ZonedDateTime} as day and time in the reader's language.
 */
public final class Phrase {

    private final String key;
    private final Object[] arguments;

    private Phrase(String key, Object... arguments) {
        this.key = key;
        this.arguments = arguments;
    }

    /** @param arguments names of placeholders, each followed by its value */
    public static Phrase of(String key, Object... arguments) {
        var written = arguments.clone();
        for (int i = 1; i < written.length; i += 2) {
            if (written[i] instanceof Integer || written[i] instanceof Long)
                written[i] = String.format(Locale.ROOT, "%,d", ((Number) written[i]).longValue());
        }
        return new Phrase(key, written);
    }

    /** A text that is not translated: for programs and their developers. */
    public static Phrase literal(String english) {
        return new Phrase(null, english);
    }

    public String in(Language language) {
        if (key == null) return (String) arguments[0];
        return Words.PROBLEMS.text(
                language,
                key,
                Arrays.stream(arguments)
                        .map(argument -> argument instanceof ZonedDateTime time ? time(time, language) : argument)
                        .toArray());
    }

    private static String time(ZonedDateTime time, Language language) {
        return DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", language.locale())
                .format(time);
    }

    /** In English, for the log. */
    @Override
    public String toString() {
        return in(Language.EN);
    }
}
