package org.hostelchat.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language of the user interface. */
public enum Language {
    EN("en", "English", "ltr"),
    HI("hi", "हिन्दी", "ltr"),
    TA("ta", "தமிழ்", "ltr"),
    TE("te", "తెలుగు", "ltr"),
    BN("bn", "বাংলা", "ltr"),
    MR("mr", "मराठी", "ltr"),
    UR("ur", "اردو", "rtl"),

    /**
     * A pseudo-translation: English with accented letters and longer words. Tests use it to find texts that are in no
     * bundle and layouts without room for longer ones. Not offered; chosen by setting the language cookie to its tag.
     */
    PSEUDO("en-XA", "Ƥşeudo", "ltr");

    private static final List<Language> OFFERED =
            Arrays.stream(values()).filter(language -> language != PSEUDO).toList();

    private final String tag;
    private final String ownName;
    private final String direction;

    Language(String tag, String ownName, String direction) {
        this.tag = tag;
        this.ownName = ownName;
        this.direction = direction;
    }

    /** The languages to choose from, English first. */
    public static List<Language> offered() {
        return OFFERED;
    }

    /** The language with exactly this tag; empty for null. */
    public static Optional<Language> of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }

    /** The BCP 47 tag, such as {@code hi}: the value of the {@code lang} attribute. */
    public String tag() {
        return tag;
    }

    /** The language's name in the language itself. */
    public String ownName() {
        return ownName;
    }

    /** The value of the {@code dir} attribute: {@code ltr} or {@code rtl}. */
    public String direction() {
        return direction;
    }

    /** The locale for dates: the language as written in India. */
    public Locale locale() {
        return this == EN || this == PSEUDO ? Locale.UK : new Locale(tag, "IN");
    }

    /**
     * Whether {@code count} takes the singular form ({@code key.one}) rather than the plural ({@code key.other}) by
     * CLDR's rules: 0 is singular in Hindi and Bengali, and plural in the others.
     *
     * @see <a href="https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html">CLDR plural
     *     rules</a>
     */
    boolean isSingular(long count) {
        return count == 1 || (count == 0 && (this == HI || this == BN));
    }
}
