package org.hostelchat.language;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is put into a text: {@code {name}} is replaced by the value of that name. Nothing else has a meaning, apostrophes least of all. */
public final class Placeholders {

    private static final Pattern NAMED = Pattern.compile("\\{([a-z][A-Za-z0-9]*)}");

    private Placeholders() {}

    /** @param arguments names, each followed by its value; a placeholder that none names stays as it is */
    static String fill(String text, Object... arguments) {
        if (arguments.length == 0) return text;
        return replace(text, name -> {
            for (int i = 0; i + 1 < arguments.length; i += 2) {
                if (arguments[i].equals(name)) return String.valueOf(arguments[i + 1]);
            }
            return null;
        });
    }

    /** @param value what to put for a name, as it stands; null to leave the placeholder */
    public static String replace(String text, UnaryOperator<String> value) {
        if (text.indexOf('{') < 0) return text;
        return NAMED.matcher(text).replaceAll(found -> {
            var put = value.apply(found.group(1));
            return Matcher.quoteReplacement(put == null ? found.group() : put);
        });
    }
}
