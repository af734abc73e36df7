package org.hostelchat.text;

import java.util.Map;

/**
 * Letters that Unicode does not decompose into a plain letter, and Arabic letters for which Arabic and Urdu keyboards
 * produce different code points. Stored forms are made by these, so a change needs a migration that computes them again.
 */
public final class PlainLetters {

    private static final Map<Integer, String> PLAIN = Map.ofEntries(
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'ŧ', "t"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ς', "σ"),
            Map.entry(0x064A, "\u06cc"),
            Map.entry(0x0649, "\u06cc"),
            Map.entry(0x0643, "\u06a9"),
            Map.entry(0x0647, "\u06c1"));

    private PlainLetters() {}

    /** @return the plain letter or letters; the character itself if it has none */
    public static String of(int c) {
        var plain = PLAIN.get(c);
        return plain == null ? Character.toString(c) : plain;
    }
}
