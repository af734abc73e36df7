package org.hostelchat.text;

import java.util.Arrays;

/** Which code points show something and which don't, as far as Java's own character classes do not say. */
public final class Characters {

    private static final int ZWNJ = 0x200C;
    private static final int ZWJ = 0x200D;

    /** First and last of each range of Unicode's {@code Default_Ignorable_Code_Point}: programs show nothing for these. */
    private static final int[][] DEFAULT_IGNORABLE = {
        {0x00AD, 0x00AD},
        {0x034F, 0x034F},
        {0x061C, 0x061C},
        {0x115F, 0x1160},
        {0x17B4, 0x17B5},
        {0x180B, 0x180F},
        {0x200B, 0x200F},
        {0x202A, 0x202E},
        {0x2060, 0x206F},
        {0x3164, 0x3164},
        {0xFE00, 0xFE0F},
        {0xFEFF, 0xFEFF},
        {0xFFA0, 0xFFA0},
        {0xFFF0, 0xFFF8},
        {0x1BCA0, 0x1BCA3},
        {0x1D173, 0x1D17A},
        {0xE0000, 0xE0FFF},
    };

    private Characters() {}

    /** Whether anything in a text can be seen; spaces, fillers, controls and marks without a letter can't. */
    public static boolean showsSomething(String text) {
        return text.codePoints().anyMatch(Characters::isVisible);
    }

    /** Whether a code point shows something by itself. */
    static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> !isDefaultIgnorable(c) && !isEmptyGlyph(c);
        };
    }

    /** Symbols whose picture is empty: the Braille cell without dots, the place of an object, the null note. */
    private static boolean isEmptyGlyph(int c) {
        return c == 0x2800 || c == 0xFFFC || c == 0x1D159;
    }

    /** Whether it stands for room between words: a space of whatever width, or what looks like one. */
    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || isEmptyGlyph(c) || isFiller(c);
    }

    /** Letters of Korean that show nothing. */
    private static boolean isFiller(int c) {
        return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
    }

    static boolean isDefaultIgnorable(int c) {
        return Arrays.stream(DEFAULT_IGNORABLE).anyMatch(range -> range[0] <= c && c <= range[1]);
    }

    /** What joins letters or keeps them apart, and what chooses among pictures of a letter: it belongs to what stands before it. */
    static boolean isJoinerOrVariant(int c) {
        return c == ZWJ
                || c == ZWNJ
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0x180B && c <= 0x180D)
                || (c >= 0xE0020 && c <= 0xE007F)
                || (c >= 0xE0100 && c <= 0xE01EF);
    }

    static boolean isJoiner(int c) {
        return c == ZWJ || c == ZWNJ;
    }

    /** Marks of whatever kind, vowel signs among them: they belong to the letter before them. */
    static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** What turns the direction of text, its own and that of what follows, until something ends it. */
    public static boolean turnsDirection(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    /** Code points that no text may hold: halves of pairs, and those that Unicode gives to nobody for ever. */
    public static boolean isNoCharacter(int c) {
        return Character.getType(c) == Character.SURROGATE || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    }
}
