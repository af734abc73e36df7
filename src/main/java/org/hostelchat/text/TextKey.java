package org.hostelchat.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Normalised forms in which names and numbers are compared and searched, whichever keyboard they were typed on. The
 * forms are stored, so a change of this class needs a migration that computes them again.
 */
public final class TextKey {

    private static final Pattern SPACES = Pattern.compile(" {2,}");
    private static final Pattern ACCENTS =
            Pattern.compile("[\\u0300-\\u036f\\u0591-\\u05c7\\u0610-\\u061a\\u064b-\\u065f\\u0670]");
    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** The most search words; further ones are ignored. */
    private static final int MOST_WORDS = 10;

    /** Different code points that people type for the same character and that NFKC does not unify. */
    private static final Map<Integer, Integer> SAME_SIGN = signs(
            "''",
            "\u2018'",
            "\u2019'",
            "\u201b'",
            "\u02bc'",
            "\u02bb'",
            "\u02b9'",
            "\u02c8'",
            "\u2032'",
            "`'",
            "\u00b4'",
            "\ua78c'",
            "\u201c\"",
            "\u201d\"",
            "\u201e\"",
            "\u201f\"",
            "\u2212-",
            "\u2043-",
            "\u2215/",
            "\u2044/",
            // Turkish dotted and dotless i: other languages know only one letter.
            "\u0130I",
            "\u0131i");

    private TextKey() {}

    /**
     * One form for characters that look alike or mean the same: letters of any width, apostrophes, dashes, the digits
     * of all scripts. Invisible characters are removed, and words are separated by one space. Case and accents stay.
     * NUL, which PostgreSQL cannot store, becomes U+FFFF, which no valid text contains. Texts of more than 1,024
     * characters are not normalised.
     *
     * @return empty for null
     */
    public static String plain(String text) {
        if (text == null) return "";
        var compatible = normal(unified(text), Normalizer.Form.NFKC);
        var plain = new StringBuilder(compatible.length());
        compatible.codePoints().map(TextKey::plainSign).filter(c -> c >= 0).forEach(plain::appendCodePoint);
        return SPACES.matcher(plain).replaceAll(" ").strip();
    }

    /** The key by which names are equal: as {@link #plain}, ignoring case. */
    public static String comparing(String text) {
        // Upper case first: some letters have a lower-case form only by way of their upper case. A dot above i is not
        // an accent.
        var folded =
                plain(text).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace("i\u0307", "i");
        return normal(folded, Normalizer.Form.NFKC);
    }

    /** The key in which {@link #words} are searched: as {@link #comparing}, ignoring accents. */
    public static String searching(String text) {
        var bare = ACCENTS.matcher(normal(comparing(text), Normalizer.Form.NFD)).replaceAll("");
        var plain = bare.codePoints().mapToObj(PlainLetters::of).collect(Collectors.joining());
        return normal(plain, Normalizer.Form.NFC);
    }

    /** As {@link #searching}, with letters and digits only: finds a number however it is punctuated. */
    public static String undivided(String text) {
        return NO_LETTER_OR_DIGIT.matcher(searching(text)).replaceAll("");
    }

    /** The words of a search, each in the form of {@link #searching}; at most ten. */
    public static List<String> words(String text) {
        return Arrays.stream(searching(text).split(" ", -1))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    private static int plainSign(int c) {
        if (c == 0) return 0xFFFF;
        if (Characters.isSpace(c)) return ' ';
        if (Characters.isDefaultIgnorable(c)) return -1;
        return switch (Character.getType(c)) {
            case Character.DASH_PUNCTUATION -> '-';
            case Character.DECIMAL_DIGIT_NUMBER -> '0' + Character.digit(c, 10);
            default -> SAME_SIGN.getOrDefault(c, c);
        };
    }

    private static String unified(String text) {
        return text.codePoints()
                .map(c -> SAME_SIGN.getOrDefault(c, c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String normal(String text, Normalizer.Form form) {
        return text.length() > Label.WORTH_NORMALISING ? text : Normalizer.normalize(text, form);
    }

    private static Map<Integer, Integer> signs(String... pairs) {
        return Arrays.stream(pairs)
                .collect(Collectors.toUnmodifiableMap(p -> (int) p.charAt(0), p -> (int) p.charAt(1)));
    }
}
