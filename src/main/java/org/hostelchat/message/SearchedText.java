package org.hostelchat.message;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.hostelchat.refusal.PlainText;

/**
 * The forms in which words that somebody looks for may stand in the database's {@code lower(body)}. For that, SQLite lowers the
 * letters A to Z only, and PostgreSQL what its locale knows, which may be no more: to them 'É' is not a large 'é'.
 *
 * <p>So each is looked for as typed, small, large, and with large initials: what people write. Scripts without capitals, and A
 * to Z alone, have one form, and cost one comparison.
 */
final class SearchedText {

    private static final Pattern INITIAL = Pattern.compile("(?U)(?<!\\p{L}\\p{M}?)\\p{Ll}");

    private SearchedText() {}

    static Set<String> forms(String text) {
        var typed = Normalizer.normalize(PlainText.searchable(text).strip(), Normalizer.Form.NFC);
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
