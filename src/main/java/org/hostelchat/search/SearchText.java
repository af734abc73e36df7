package org.hostelchat.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/**
 * What somebody looks for: words in any order, and between quotation marks as they stand. The last word may go on, unless it is between
 * quotation marks: it may be still being typed.
 */
final class SearchText {

    /** More are refused: nobody looks for so many, and every one costs. */
    static final int MOST_WORDS = 20;

    /** Words of scripts without blanks count one by one here, and so do the parts of a word with signs in it. */
    static final int MOST_TOKENS = 128;

    private static final Pattern PART = Pattern.compile("(?U)\"([^\"]*)\"|([^\\s\"]+)");

    /** Tokens that have to follow one another; the last one of them may be a prefix. */
    private record Sought(List<Token> tokens, boolean prefix) {

        boolean isAt(List<Token> there, int from) {
            if (from + tokens.size() > there.size()) return false;
            for (var i = 0; i < tokens.size(); i++) {
                if (!tokens.get(i).is(there.get(from + i), prefix && i == tokens.size() - 1)) return false;
            }
            return true;
        }
    }

    private final List<Sought> sought = new ArrayList<>();

    /**
     * @param text as it was typed
     * @throws Refusal.Unacceptable if there is nothing in it to look for, or too much
     */
    SearchText(String text) {
        var normal = text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFC);
        var plain = normal.replaceAll("[“”„‟«»]", "\"").strip();
        var parts = PART.matcher(plain);
        var count = 0;
        while (parts.find()) {
            var exact = parts.group(1);
            var tokens = Tokens.of(exact == null ? parts.group(2) : exact);
            if (tokens.isEmpty()) continue;
            if (sought.size() == MOST_WORDS) throw wrong(Phrase.of("search.too-many", "most", MOST_WORDS));
            count += tokens.size();
            if (count > MOST_TOKENS) throw wrong(Phrase.of("search.too-many", "most", MOST_TOKENS));
            sought.add(new Sought(tokens, exact == null && parts.end() == plain.length()));
        }
        if (sought.isEmpty()) throw wrong(Phrase.of("search.nothing"));
    }

    private static Refusal wrong(Phrase why) {
        return new Refusal.Unacceptable("wrong-parameter", "text", why);
    }

    /** What to ask the index for: whatever says all that is looked for has these, and some other messages do. */
    Terms terms() {
        var terms = Terms.none();
        for (var one : sought) {
            for (var i = 0; i < one.tokens.size(); i++) {
                var token = one.tokens.get(i);
                var last = i == one.tokens.size() - 1;
                var next = last ? null : one.tokens.get(i + 1);
                if (next != null && next.joined()) {
                    terms.words().add(Tokens.term(token, next));
                } else if (!token.joined()) {
                    var asPrefix = token.single() || (one.prefix && last);
                    (asPrefix ? terms.prefixes() : terms.words()).add(Tokens.shortened(token.text()));
                }
            }
        }
        return terms;
    }

    /**
     * Where what is looked for stands in a text: first and length of each place in code points, in their order, none within or across another.
     *
     * @return empty if not all of it is there
     */
    List<Mark> marks(String body) {
        var there = Tokens.of(body);
        var marks = new ArrayList<Mark>();
        for (var one : sought) {
            var before = marks.size();
            for (var from = 0; from < there.size(); from++) {
                if (!one.isAt(there, from)) continue;
                var start = there.get(from).start();
                marks.add(
                        new Mark(start, there.get(from + one.tokens.size() - 1).end() - start));
            }
            if (marks.size() == before) return List.of();
        }
        return Mark.merged(marks);
    }
}
