package org.hostelchat.language;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/** Parses HTTP's {@code Accept-Language}. */
public final class AcceptLanguage {

    /** Browsers send a few dozen characters; longer headers are ignored. */
    private static final int LONGEST = 500;

    private AcceptLanguage() {}

    /**
     * The offered language that the caller prefers; empty if the header names none. {@code *} names none.
     *
     * @param header may be null or malformed
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
            // LanguageRange.parse throws more than IllegalArgumentException: "-" makes it index out of bounds.
            return List.of();
        }
    }
}
