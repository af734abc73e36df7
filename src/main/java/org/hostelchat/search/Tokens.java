package org.hostelchat.search;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Divides a text into words, in every script. A word consists of letters, marks and numbers. In scripts that are
 * written without blanks every character is a token, because no dictionary knows all words: a search finds its
 * characters where they follow one another. Symbols such as ₹ and emoji are tokens too. Everything else separates
 * words.
 *
 * <p>After a change of this class or of {@link Folding}, increase {@link #VERSION}: the index is then built again.
 */
final class Tokens {

    /** The version of the tokens in the index. */
    static final int VERSION = 1;

    /**
     * Only the first code points of a word are indexed, to bound the index; candidates are compared with the whole
     * word.
     */
    private static final int LONGEST = 48;

    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            // Is written with blanks, but attaches particles to words and compounds words.
            UnicodeScript.HANGUL,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /** The long-vowel marks of Japanese, whose Unicode script is "common". */
    private static final Set<Integer> LONG_VOWEL = Set.of(0x30FC, 0xFF70);

    private static final int ZERO_WIDTH_SPACE = 0x200B;

    private Tokens() {}

    /** The tokens of a text in normal form C, in order. */
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

    /** Joins a voicing mark with the half-width katakana before it, which Unicode encodes separately. */
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

    /** Currency signs, emoji, and private-use characters. */
    private static boolean isSymbol(int c) {
        var type = Character.getType(c);
        return type == Character.OTHER_SYMBOL || type == Character.CURRENCY_SYMBOL || type == Character.PRIVATE_USE;
    }

    /** Invisible format characters, such as joiners and direction marks, do not separate words. */
    private static boolean isIgnored(int c) {
        return Character.getType(c) == Character.FORMAT && c != ZERO_WIDTH_SPACE;
    }

    /** The terms by which a text is indexed. */
    static Set<String> terms(String text) {
        var tokens = of(text);
        var terms = new LinkedHashSet<String>();
        for (var i = 0; i < tokens.size(); i++) {
            var next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
            terms.add(term(tokens.get(i), next != null && next.joined() ? next : null));
        }
        return terms;
    }

    /**
     * The term of a token. A single character that another one follows is indexed as a pair with it, and found alone by
     * prefix.
     */
    static String term(Token token, Token joined) {
        return joined == null ? shortened(token.text()) : token.text() + joined.text();
    }

    static String shortened(String word) {
        return word.length() <= LONGEST || word.codePointCount(0, word.length()) <= LONGEST
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST));
    }
}
