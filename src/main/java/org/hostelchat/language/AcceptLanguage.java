package org.hostelchat.language;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/** What a browser or program says of the languages that it wants, by HTTP's header of that name. */
public final class AcceptLanguage {

    /** Browsers send some dozen characters; what is longer is not worth the reading. */
    private static final int LONGEST = 500;

    private AcceptLanguage() {}

    /**
     * The language of ours that the caller would like best; empty if none is named that we speak. {@code *} names none.
     *
     * @param header may be null or nonsense
     */
    public static Optional<Language> best(String header) {
        if (header == null || header.length() > LONGEST) return Optional.empty();
        return ranges(header).stream()
                .filter(range -> range.getWeight() > 0)
                .map(range -> Locale.forLanguageTag(range.getRange()).getLanguage())
                .flatMap(code -> Language.offered().stream()
                        .filter(language -> language.tag().equals(code)))
                .findFirst();
    }

    private static List<LanguageRange> ranges(String header) {
        try {
            return LanguageRange.parse(header);
        } catch (RuntimeException nonsense) {
            // Besides IllegalArgumentException: "-" is an index out of bounds to it.
            return List.of();
        }
    }
}
