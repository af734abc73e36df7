package org.hostelchat.text;

import java.util.Arrays;

/**
 * Classifies code points where {@link Character} does not suffice: which are visible, which count as space, which
 * belong to the character before them.
 */
public final class Characters {

    private static final int ZWNJ = 0x200C;
    private static final int ZWJ = 0x200D;

    /**
     * First and last of each range of Unicode's {@code Default_Ignorable_Code_Point}: characters that programs do not
     * display.
     */
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

    /** Whether anything in a text is visible. Spaces, fillers, controls and marks without a letter are not. */
    public static boolean showsSomething(String text) {
        return text.codePoints().anyMatch(Characters::isVisible);
    }

    /** Whether a code point by itself is visible. */
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

    /**
     * Symbols whose glyph is empty: the Braille pattern without dots, the object replacement character, the null note
     * head.
     */
    private static boolean isEmptyGlyph(int c) {
        return c == 0x2800 || c == 0xFFFC || c == 0x1D159;
    }

    /** Whether it appears as a space, of any width. */
    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || isEmptyGlyph(c) || isFiller(c);
    }

    /** Hangul fillers: letters to Unicode, but invisible. */
    private static boolean isFiller(int c) {
        return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
    }

    static boolean isDefaultIgnorable(int c) {
        return Arrays.stream(DEFAULT_IGNORABLE).anyMatch(range -> range[0] <= c && c <= range[1]);
    }

    /**
     * Joiners, variation selectors and emoji tags: invisible by themselves, but they change how the character before
     * them is displayed.
     */
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

    /** Marks of any kind, vowel signs included: they belong to the letter before them. */
    static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** Embeddings, overrides and isolates: they change the direction of the text after them, until they are ended. */
    public static boolean turnsDirection(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    /** Code points that no text may contain: lone surrogates and Unicode's permanent noncharacters. */
    public static boolean isNoCharacter(int c) {
        return Character.getType(c) == Character.SURROGATE || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    }
}
