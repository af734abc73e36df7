package org.hostelchat.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hostelchat.language.Placeholders;

/**
 * Renders a translated sentence with elements in it, which translators may place where their language needs them. A
 * text value becomes a {@code bdi}, an instant a {@code time}; {@code <link>…</link>} becomes a link to the value of
 * {@code link}. Of other tags only those listed here become elements. Everything else is escaped, so neither a value
 * nor a bundle can inject markup.
 */
@ApplicationScoped
public class MarkedWords {

    private static final Map<String, String> ELEMENTS = Map.of(
            "code", "<code>",
            "unseen", "<span class=\"unseen\">",
            // A script fills in the number of people online.
            "here", "<span data-here-count=\"\">");

    private static final Pattern MARK = Pattern.compile("&lt;(/?)([a-z]+)&gt;");

    @Inject
    private PageFormat format;

    /** @param arguments names of placeholders, each followed by its value */
    String html(String sentence, Object... arguments) {
        var marked = MARK.matcher(escaped(sentence)).replaceAll(found -> {
            var element = element(found.group(2), !found.group(1).isEmpty(), arguments);
            return Matcher.quoteReplacement(element == null ? found.group() : element);
        });
        return Placeholders.replace(marked, name -> {
            var value = value(name, arguments);
            if (value == null) return null;
            if (value instanceof Instant at)
                return "<time datetime=\"" + at + "\">" + escaped(format.time(at)) + "</time>";
            return "<bdi>" + escaped(value.toString()) + "</bdi>";
        });
    }

    private static String element(String mark, boolean closing, Object... arguments) {
        if (mark.equals("link")) {
            var address = value("link", arguments);
            return closing ? "</a>" : address == null ? null : "<a href=\"" + escaped(address.toString()) + "\">";
        }
        var element = ELEMENTS.get(mark);
        if (element == null || !closing) return element;
        return mark.equals("code") ? "</code>" : "</span>";
    }

    private static Object value(String name, Object... arguments) {
        for (int i = 0; i + 1 < arguments.length; i += 2) if (arguments[i].equals(name)) return arguments[i + 1];
        return null;
    }

    /** Escapes text for HTML content and quoted attribute values. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
