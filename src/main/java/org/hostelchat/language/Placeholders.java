package org.hostelchat.language;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces {@code {name}} in a text by the value of that name. Nothing else is special; in particular apostrophes are
 * not.
 */
public final class Placeholders {

    private static final Pattern NAMED = Pattern.compile("\\{([a-z][A-Za-z0-9]*)}");

    private Placeholders() {}

    /** @param arguments names, each followed by its value; placeholders without a value stay */
    static String fill(String text, Object... arguments) {
        if (arguments.length == 0) return text;
        return replace(text, name -> {
            for (int i = 0; i + 1 < arguments.length; i += 2) {
                if (arguments[i].equals(name)) return String.valueOf(arguments[i + 1]);
            }
            return null;
        });
    }

    /** @param value gives the literal replacement for a name; null to leave the placeholder */
    public static String replace(String text, UnaryOperator<String> value) {
        if (text.indexOf('{') < 0) return text;
        return NAMED.matcher(text).replaceAll(found -> {
            var put = value.apply(found.group(1));
            return Matcher.quoteReplacement(put == null ? found.group() : put);
        });
    }
}
