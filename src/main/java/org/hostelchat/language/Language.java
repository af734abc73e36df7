package org.hostelchat.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language that the house speaks. */
public enum Language {
    EN("en", "English", "ltr"),
    HI("hi", "हिन्दी", "ltr"),
    TA("ta", "தமிழ்", "ltr"),
    TE("te", "తెలుగు", "ltr"),
    BN("bn", "বাংলা", "ltr"),
    MR("mr", "मराठी", "ltr"),
    UR("ur", "اردو", "rtl"),

    /**
     * English with longer words and strange letters, by which tests find words that are in no bundle and layouts that have no room.
     * Offered to nobody; a cookie of this name brings it.
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

    /** As BCP 47 has it, such as {@code hi}: the value of the attribute {@code lang}. */
    public String tag() {
        return tag;
    }

    /** As those who speak it call it. */
    public String ownName() {
        return ownName;
    }

    /** The value of the attribute {@code dir}: {@code ltr} or {@code rtl}. */
    public String direction() {
        return direction;
    }

    /** For dates: the language as India writes it. */
    public Locale locale() {
        return this == EN || this == PSEUDO ? Locale.UK : new Locale(tag, "IN");
    }

    /**
     * Whether something that is there {@code count} times is said as one ({@code key.one}) or as many ({@code key.other}), as CLDR has
     * it: in Hindi and Bengali none is said like one, in the others only one is.
     *
     * @see <a href="https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html">CLDR plural rules</a>
     */
    boolean saysOneOf(long count) {
        return count == 1 || (count == 0 && (this == HI || this == BN));
    }
}
