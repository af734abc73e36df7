package org.hostelchat.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hostelchat.text.Sha256;

/** What a form of a page brings. */
final class FormParameters {

    /** By which Faces knows a form that was sent. */
    static final String VIEW = "jakarta.faces.ViewState";

    /** Those that never leave the request, under the names that pages give them. */
    static final Set<String> SECRETS = Set.of("password", "current", "next", "key");

    private FormParameters() {}

    /** Whether a form of a page comes, which knows itself by a token. Doesn't touch the bodies of other requests. */
    static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        return request.getMethod().equals("POST")
                && type != null
                && type.startsWith("application/x-www-form-urlencoded")
                && !request.getServletPath().startsWith("/api")
                && FormToken.owner(request.getParameter(FormToken.FIELD)).isPresent()
                && request.getParameter(VIEW) != null;
    }

    /** Tells whether the same is sent again: a hash of where to and of everything but the token. */
    static String content(HttpServletRequest request) {
        var content = new StringBuilder();
        add(content, RequestPath.of(request));
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
            if (name.equals(FormToken.FIELD)) return;
            add(content, name);
            for (var value : values) add(content, value);
            add(content, "");
        });
        return Sha256.hex(content.toString());
    }

    /** With its length before it, so that no two lists of texts make the same. */
    private static void add(StringBuilder content, String text) {
        content.append(text.length()).append(':').append(text);
    }

    /** All but secrets and the token. */
    static Map<String, String[]> words(HttpServletRequest request) {
        var words = new TreeMap<>(request.getParameterMap());
        words.keySet().removeAll(SECRETS);
        words.remove(FormToken.FIELD);
        return words;
    }
}
