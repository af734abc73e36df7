package org.hostelchat.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.hostelchat.text.PlainLetters;

/**
 * Reduces characters to the form in which words are compared. Case, width and accents of letters do not count, nor the
 * script of a digit. Each code point is folded by itself, so that a text and a part of it are folded alike.
 *
 * <p>Vowel signs and the virama are not accents: in the scripts of India and its neighbours they distinguish words.
 * Removed is what people leave out when they type: accents of Latin, Greek and Cyrillic letters, vowel points of Arabic
 * and Hebrew, and the dot below Indian letters (nukta). The candrabindu is folded to the anusvara, so that चाँद and
 * चांद are the same word.
 */
final class Folding {

    private static final Set<UnicodeScript> ACCENTED = EnumSet.of(
            UnicodeScript.INHERITED,
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARABIC,
            UnicodeScript.HEBREW,
            UnicodeScript.SYRIAC);

    /** The nuktas of Devanagari, Bengali, Gurmukhi, Gujarati, Odia and Kannada. */
    private static final Set<Integer> NUKTAS = Set.of(0x093C, 0x09BC, 0x0A3C, 0x0ABC, 0x0B3C, 0x0CBC);

    private static final int CANDRABINDU = 0x0901;
    private static final String ANUSVARA = "\u0902";

    /** It only stretches a line. */
    private static final int TATWEEL = 0x0640;

    /** Cache, filled on demand. A race is harmless: all threads store the same value. */
    private static final String[] KNOWN = new String[0x10000];

    private Folding() {}

    /** @return empty if the code point counts for nothing by itself */
    static String of(int c) {
        if (c >= KNOWN.length) return folded(c);
        var known = KNOWN[c];
        if (known == null) KNOWN[c] = known = folded(c);
        return known;
    }

    private static String folded(int c) {
        if (isAccent(c)) return "";
        var script = UnicodeScript.of(c);
        var form = Tokens.isUnspaced(c) ? Normalizer.Form.NFKC : Normalizer.Form.NFKD;
        // NFKD would split the vowel sara am, whose second half is not a letter of its own.
        var plain = script == UnicodeScript.THAI || script == UnicodeScript.LAO
                ? Character.toString(c)
                : Normalizer.normalize(Character.toString(c), form);
        var bare = new StringBuilder();
        plain.codePoints().filter(part -> !isAccent(part)).forEach(bare::appendCodePoint);
        // Upper case first: some letters have a lower-case form only by way of their upper case.
        var small = bare.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder();
        small.codePoints().filter(part -> !isAccent(part) && isPartOfWord(part)).forEach(part -> append(folded, part));
        return folded.toString();
    }

    private static void append(StringBuilder folded, int c) {
        if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) folded.append(Character.digit(c, 10));
        else if (c == CANDRABINDU) folded.append(ANUSVARA);
        else if (c != TATWEEL) folded.append(PlainLetters.of(c));
    }

    /** Whether it is a letter, a mark or a number. */
    static boolean isPartOfWord(int c) {
        return Character.isLetter(c) || isMark(c) || isNumber(c);
    }

    static boolean isMark(int c) {
        var type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isNumber(int c) {
        var type = Character.getType(c);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    /** The marks of voiced Japanese syllables are not accents: か and が are different letters. */
    private static boolean isAccent(int c) {
        if (!isMark(c) || c == 0x3099 || c == 0x309A) return false;
        return NUKTAS.contains(c) || ACCENTED.contains(UnicodeScript.of(c));
    }
}
