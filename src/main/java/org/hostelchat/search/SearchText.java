package org.hostelchat.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/**
 * The parsed text of a search: words in any order, and phrases in quotation marks. The last word is a prefix, because
 * it may still be being typed, unless it is in quotation marks.
 */
final class SearchText {

    /** The most words and phrases; more are refused, since each costs time. */
    static final int MOST_WORDS = 20;

    /**
     * The most tokens of all words. A word has several if its script is written without blanks or it contains
     * punctuation.
     */
    static final int MOST_TOKENS = 128;

    private static final Pattern PART = Pattern.compile("(?U)\"([^\"]*)\"|([^\\s\"]+)");

    /** Tokens that must follow one another; the last may be a prefix. */
    private record QueryPart(List<Token> tokens, boolean prefix) {

        boolean isAt(List<Token> there, int from) {
            if (from + tokens.size() > there.size()) return false;
            for (var i = 0; i < tokens.size(); i++) {
                if (!tokens.get(i).matches(there.get(from + i), prefix && i == tokens.size() - 1)) return false;
            }
            return true;
        }
    }

    private final List<QueryPart> parts = new ArrayList<>();

    /**
     * @param text as typed
     * @throws Refusal.Unacceptable if it has no words or too many
     */
    SearchText(String text) {
        var normal = text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFC);
        var plain = normal.replaceAll("[“”„‟«»]", "\"").strip();
        var matcher = PART.matcher(plain);
        var count = 0;
        while (matcher.find()) {
            var exact = matcher.group(1);
            var tokens = Tokens.of(exact == null ? matcher.group(2) : exact);
            if (tokens.isEmpty()) continue;
            if (parts.size() == MOST_WORDS) throw wrong(Phrase.of("search.too-many", "most", MOST_WORDS));
            count += tokens.size();
            if (count > MOST_TOKENS) throw wrong(Phrase.of("search.too-many", "most", MOST_TOKENS));
            parts.add(new QueryPart(tokens, exact == null && matcher.end() == plain.length()));
        }
        if (parts.isEmpty()) throw wrong(Phrase.of("search.nothing"));
    }

    private static Refusal wrong(Phrase why) {
        return new Refusal.Unacceptable("wrong-parameter", "text", why);
    }

    /** The terms to ask the index for. Every message that matches has them; some that have them do not match. */
    Terms terms() {
        var terms = Terms.none();
        for (var part : parts) {
            for (var i = 0; i < part.tokens.size(); i++) {
                var token = part.tokens.get(i);
                var last = i == part.tokens.size() - 1;
                var next = last ? null : part.tokens.get(i + 1);
                if (next != null && next.joined()) {
                    terms.words().add(Tokens.term(token, next));
                } else if (!token.joined()) {
                    var asPrefix = token.single() || (part.prefix && last);
                    (asPrefix ? terms.prefixes() : terms.words()).add(Tokens.shortened(token.text()));
                }
            }
        }
        return terms;
    }

    /**
     * Where the words occur in a text: ranges in code points, ascending, not overlapping.
     *
     * @return empty unless all of the words occur
     */
    List<Mark> marks(String body) {
        var there = Tokens.of(body);
        var marks = new ArrayList<Mark>();
        for (var part : parts) {
            var before = marks.size();
            for (var from = 0; from < there.size(); from++) {
                if (!part.isAt(there, from)) continue;
                var start = there.get(from).start();
                marks.add(
                        new Mark(start, there.get(from + part.tokens.size() - 1).end() - start));
            }
            if (marks.size() == before) return List.of();
        }
        return Mark.merged(marks);
    }
}
