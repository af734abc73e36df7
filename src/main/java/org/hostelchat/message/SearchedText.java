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
 * The forms in which a search word may occur in the database's {@code lower(body)}. SQLite lowers only A to Z, and
 * PostgreSQL what its locale knows, which may be no more: for them 'É' and 'é' differ.
 *
 * <p>So each word is searched as typed, in lower case, in upper case, and capitalised. Scripts without case, and words
 * of A to Z alone, have one form and cost one comparison. An apostrophe matches all characters that are used as one.
 */
final class SearchedText {

    private static final Pattern INITIAL = Pattern.compile("(?U)(?<!\\p{L}\\p{M}?)\\p{Ll}");

    private static final Pattern WORD = Pattern.compile("(?U)\"([^\"]*\\S[^\"]*)\"|(\\S+)");

    /** Keyboards differ in which of these they produce. */
    private static final List<String> APOSTROPHES = List.of("'", "’", "‘", "ʼ");

    /** The most search words; further ones are ignored. */
    private static final int MOST_WORDS = 10;

    private SearchedText() {}

    /** The words of a search text, with each quoted phrase as one; at most ten, none for null. */
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

    /** The forms in which a word may occur in {@code lower(body)}. */
    static Set<String> forms(String word) {
        // PostgreSQL accepts no NUL; U+FFFF occurs in no stored text.
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
