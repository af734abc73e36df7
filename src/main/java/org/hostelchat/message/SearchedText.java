package org.hostelchat.message;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hostelchat.text.Characters;

/**
 * The forms in which words that somebody looks for may stand in the database's {@code lower(body)}. For that, SQLite lowers the
 * letters A to Z only, and PostgreSQL what its locale knows, which may be no more: to them 'É' is not a large 'é'.
 *
 * <p>So each word is looked for as typed, small, large, and with large initials: what people write. Scripts without capitals, and A
 * to Z alone, have one form, and cost one comparison. An apostrophe stands for all that people take for one.
 */
final class SearchedText {

    private static final Pattern INITIAL = Pattern.compile("(?U)(?<!\\p{L}\\p{M}?)\\p{Ll}");

    private static final Pattern WORD = Pattern.compile("(?U)\"([^\"]*\\S[^\"]*)\"|(\\S+)");

    /** By which sign people write it, and by which they look for it, depends on their keyboard. */
    private static final List<String> APOSTROPHES = List.of("'", "’", "‘", "ʼ");

    /** More are not looked for. */
    private static final int MOST_WORDS = 10;

    private SearchedText() {}

    /** The words of what somebody typed, and what stands between quotation marks as one; at most ten, none for null. */
    static List<String> words(String text) {
        if (text == null) return List.of();
        return WORD.matcher(text.replace('“', '"').replace('”', '"').strip())
                .results()
                .map(word -> word.group(1) == null
                        ? word.group(2).replace("\"", "")
                        : word.group(1).strip())
                .filter(Characters::showsSomething)
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    /** In which forms a word may stand in {@code lower(body)}. */
    static Set<String> forms(String word) {
        // NUL, which not every database takes, becomes a sign that nothing stored has in it.
        var text = Normalizer.normalize(word.replace('\0', '\uFFFF').strip(), Normalizer.Form.NFC);
        if (APOSTROPHES.stream().noneMatch(text::contains)) return cases(text);
        var plain = APOSTROPHES.stream().reduce(text, (before, sign) -> before.replace(sign, "'"));
        return APOSTROPHES.stream()
                .flatMap(sign -> cases(plain.replace("'", sign)).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> cases(String typed) {
        var small = typed.toLowerCase(Locale.ROOT);
        var forms = new LinkedHashSet<String>();
        forms.add(small);
        forms.add(asDatabasesLower(typed));
        forms.add(asDatabasesLower(typed.toUpperCase(Locale.ROOT)));
        forms.add(asDatabasesLower(
                INITIAL.matcher(small).replaceAll(found -> found.group().toUpperCase(Locale.ROOT))));
        return forms;
    }

    private static String asDatabasesLower(String text) {
        var lowered = new StringBuilder(text);
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') lowered.setCharAt(i, (char) (c + ('a' - 'A')));
        }
        return lowered.toString();
    }
}
