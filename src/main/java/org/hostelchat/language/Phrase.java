package org.hostelchat.language;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A message to people that is not yet in a particular language: a key of the bundle {@link Words#PROBLEMS} and the
 * values of its placeholders. Immutable. Whole numbers are formatted with a comma between thousands, a {@link
 * ZonedDateTime} as day and time and a {@link LocalDate} as a day in the reader's language.
 */
public final class Phrase {

    private record Count(long of) {}

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

    /**
     * A message about a count: {@code key.one} or {@code key.other}, by the plural rule of the reader's language. The
     * count is its only placeholder.
     */
    public static Phrase counted(String key, long count) {
        return new Phrase(key, new Count(count));
    }

    /** A text that is in the reader's language already. */
    public static Phrase literal(String text) {
        return new Phrase(null, text);
    }

    public String in(Language language) {
        if (key == null) return (String) arguments[0];
        if (arguments.length == 1 && arguments[0] instanceof Count count)
            return Words.PROBLEMS.counted(language, key, count.of());
        return Words.PROBLEMS.text(
                language,
                key,
                Arrays.stream(arguments)
                        .map(argument -> said(argument, language))
                        .toArray());
    }

    /** Times and days as the language writes them. */
    private static Object said(Object argument, Language language) {
        if (argument instanceof ZonedDateTime time) return written("d MMM yyyy, HH:mm", time, language);
        return argument instanceof LocalDate day ? written("d MMMM yyyy", day, language) : argument;
    }

    private static String written(String pattern, TemporalAccessor time, Language language) {
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(time);
    }

    /** The key and its placeholders' names and values as texts, for storing: {@link #ofParts} makes the same phrase of them. */
    public List<String> parts() {
        var parts = new ArrayList<String>();
        parts.add(key == null ? "" : key);
        for (var argument : arguments) parts.add(String.valueOf(argument));
        return parts;
    }

    /**
     * The phrase of {@link #parts}, which must come from one without counts, times or days. A key that a later version has no text for is shown
     * itself.
     */
    public static Phrase ofParts(List<String> parts) {
        var key = parts.get(0);
        return new Phrase(
                key.isEmpty() ? null : key, parts.subList(1, parts.size()).toArray());
    }

    /** In English, for the log. */
    @Override
    public String toString() {
        return in(Language.EN);
    }
}
