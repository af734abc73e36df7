package org.hostelchat.text;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x20, 0x09, 0x0A, 0x85, 0xA0, 0xAD, 0x034F, 0x0301, 0x061C, 0x094D, 0x115F, 0x1160, 0x1680, 0x17B4,
                0x180B, 0x180E, 0x2000, 0x2007, 0x200B, 0x200C, 0x200D, 0x200E, 0x2028, 0x2029, 0x202E, 0x202F, 0x205F,
                0x2060, 0x2062, 0x2066, 0x206F, 0x20DD, 0x2800, 0x3000, 0x3164, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFC,
                0x16FE4, 0x1D159, 0x1D173, 0xE0001, 0xE0020, 0xE0100, 0xE0FFF
            })
    void thisShowsNothing(int c) {
        assertFalse(Characters.showsSomething(Character.toString(c).repeat(3)), Integer.toHexString(c));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ".", "क", "्क", "ா", "1", "😀", "🫠", "\ue000", "‽", "|", "\u2801", "王", "ـ", "❤️"})
    void thisShowsSomething(String text) {
        assertTrue(Characters.showsSomething("\u200b " + text), text);
    }
}
