package org.hostelchat.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * By what names and numbers are compared, whichever keyboard they were typed on. Both keys are stored, so whoever changes how
 * they are made adds a migration that makes them anew.
 */
public final class TextKey {

    private static final Pattern SPACES = Pattern.compile(" {2,}");
    private static final Pattern ACCENTS =
            Pattern.compile("[\\u0300-\\u036f\\u0591-\\u05c7\\u0610-\\u061a\\u064b-\\u065f\\u0670]");
    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** More are not looked for. */
    private static final int MOST_WORDS = 10;

    /** What people type for the same sign; none of these is told apart by what Unicode calls compatible. */
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
            // Turkish: to everybody else both are the letter i.
            "\u0130I",
            "\u0131i");

    /** Letters that no decomposition leads to the plain one of; and those that keyboards for Arabic and Urdu have apart. */
    private static final Map<Integer, Integer> PLAIN_LETTER = signs(
            "\u00f8o",
            "\u0142l",
            "\u0111d",
            "\u00f0d",
            "\u0127h",
            "\u0167t",
            "\u03c2\u03c3",
            "\u064a\u06cc",
            "\u0649\u06cc",
            "\u0643\u06a9",
            "\u0647\u06c1");

    private TextKey() {}

    /**
     * One form for what looks alike or is the same to people: letters of whatever width, apostrophes, dashes, the digits of all
     * scripts. What can't be seen is left out, and between words there is one space. Letters' case and accents stay. NUL,
     * which not every database takes, becomes a sign that no text has in it. What is far too long is not normalised.
     *
     * @return empty for null
     */
    public static String plain(String text) {
        if (text == null) return "";
        var compatible = normal(mapped(text, SAME_SIGN), Normalizer.Form.NFKC);
        var plain = new StringBuilder(compatible.length());
        compatible.codePoints().map(TextKey::plainSign).filter(c -> c >= 0).forEach(plain::appendCodePoint);
        return SPACES.matcher(plain).replaceAll(" ").strip();
    }

    /** What is equal for names that are the same to people: as {@link #plain}, but that letters' case does not count. */
    public static String comparing(String text) {
        // Both ways, since some letters have a capital form only when taken together; and a dot above i is no accent.
        var folded =
                plain(text).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace("i\u0307", "i");
        return normal(folded, Normalizer.Form.NFKC);
    }

    /** What the words of {@link #words} are looked for in: as {@link #comparing}, but that accents don't count. */
    public static String searching(String text) {
        var bare = ACCENTS.matcher(normal(comparing(text), Normalizer.Form.NFD)).replaceAll("");
        return normal(mapped(bare, PLAIN_LETTER).replace("\u00e6", "ae").replace("\u0153", "oe"), Normalizer.Form.NFC);
    }

    /** As {@link #searching}, with letters and digits alone: finds a number however it is divided. */
    public static String undivided(String text) {
        return NO_LETTER_OR_DIGIT.matcher(searching(text)).replaceAll("");
    }

    /** The words that somebody looks for, each in the form of {@link #searching}; at most ten. */
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

    private static String mapped(String text, Map<Integer, Integer> signs) {
        return text.codePoints()
                .map(c -> signs.getOrDefault(c, c))
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
