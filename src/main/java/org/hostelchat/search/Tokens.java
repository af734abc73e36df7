package org.hostelchat.search;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the words of a text are, in every script: letters with their marks, and numbers. In scripts that are written without blanks between
 * words every character is a token, since no dictionary knows all words: what one looks for is found wherever its characters follow one
 * another. So are symbols such as ₹ and emoji. Everything else divides words.
 *
 * <p>Whoever changes this, or {@link Folding}, raises {@link #VERSION}: what is stored is then indexed anew.
 */
final class Tokens {

    /** Of what is stored. */
    static final int VERSION = 1;

    /** More of a word is not indexed, so that nothing odd fills the index; what is found is compared as a whole. */
    private static final int LONGEST = 48;

    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            // Has blanks, but hangs its particles on to words, and its words on to each other.
            UnicodeScript.HANGUL,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /** The long-vowel signs of Japanese, which belong to no script. */
    private static final Set<Integer> LONG_VOWEL = Set.of(0x30FC, 0xFF70);

    private static final int ZERO_WIDTH_SPACE = 0x200B;

    private Tokens() {}

    /** Those of a text in normal form C, in their order. */
    static List<Token> of(String text) {
        var tokens = new ArrayList<Token>();
        var word = new StringBuilder();
        var begin = 0;
        var at = 0;
        for (var i = 0; i < text.length(); at++) {
            var c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isSingle(c)) {
                endWord(tokens, word, begin, at);
                addSingle(tokens, c, at);
            } else if (Folding.isPartOfWord(c)) {
                if (isVoicing(c) && word.isEmpty() && voice(tokens, c, at)) continue;
                if (word.isEmpty()) begin = at;
                word.append(Folding.of(c));
            } else if (!isIgnored(c)) {
                endWord(tokens, word, begin, at);
            }
        }
        endWord(tokens, word, begin, at);
        return tokens;
    }

    private static void endWord(List<Token> tokens, StringBuilder word, int begin, int end) {
        if (!word.isEmpty()) tokens.add(new Token(word.toString(), begin, end, false, false));
        word.setLength(0);
    }

    private static void addSingle(List<Token> tokens, int c, int at) {
        var text = isSymbol(c) ? Character.toString(c) : Folding.of(c);
        if (text.isEmpty()) return;
        var last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        var joined = last != null && last.single() && last.end() == at;
        tokens.add(new Token(text, at, at + 1, true, joined));
    }

    /** Japanese of half width has the marks of voiced syllables apart. */
    private static boolean voice(List<Token> tokens, int c, int at) {
        var last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        if (last == null || !last.single() || last.end() != at) return false;
        var text = java.text.Normalizer.normalize(last.text() + Folding.of(c), java.text.Normalizer.Form.NFC);
        tokens.set(tokens.size() - 1, new Token(text, last.start(), at + 1, true, last.joined()));
        return true;
    }

    private static boolean isVoicing(int c) {
        return c == 0x3099 || c == 0x309A || c == 0xFF9E || c == 0xFF9F;
    }

    private static boolean isSingle(int c) {
        return (!isVoicing(c) && isUnspaced(c) && Folding.isPartOfWord(c)) || isSymbol(c);
    }

    static boolean isUnspaced(int c) {
        return c >= 0x0E00 && (UNSPACED.contains(UnicodeScript.of(c)) || LONG_VOWEL.contains(c));
    }

    /** Money and pictures, and what somebody's font alone knows. */
    private static boolean isSymbol(int c) {
        var type = Character.getType(c);
        return type == Character.OTHER_SYMBOL || type == Character.CURRENCY_SYMBOL || type == Character.PRIVATE_USE;
    }

    /** What joins letters or keeps them apart, and turns direction: it is not seen, and divides nothing. */
    private static boolean isIgnored(int c) {
        return Character.getType(c) == Character.FORMAT && c != ZERO_WIDTH_SPACE;
    }

    /** What a text is indexed by. */
    static Set<String> terms(String text) {
        var tokens = of(text);
        var terms = new LinkedHashSet<String>();
        for (var i = 0; i < tokens.size(); i++) {
            var next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
            terms.add(term(tokens.get(i), next != null && next.joined() ? next : null));
        }
        return terms;
    }

    /** Of a single character together with the next one, if that is joined to it; alone such a character is found by prefix. */
    static String term(Token token, Token joined) {
        return joined == null ? shortened(token.text()) : token.text() + joined.text();
    }

    static String shortened(String word) {
        return word.length() <= LONGEST || word.codePointCount(0, word.length()) <= LONGEST
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST));
    }
}
