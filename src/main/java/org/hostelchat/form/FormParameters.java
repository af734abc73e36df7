package org.hostelchat.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hostelchat.text.Sha256;

/** The parameters of a submitted form. */
final class FormParameters {

    /** By this parameter Faces recognises a submitted form. */
    static final String VIEW = "jakarta.faces.ViewState";

    /** The names of fields that must not be stored. */
    static final Set<String> SECRETS = Set.of("password", "current", "next", "key");

    private FormParameters() {}

    /** Whether the request submits a form with a token. Does not read the bodies of other requests. */
    static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        return request.getMethod().equals("POST")
                && type != null
                && type.startsWith("application/x-www-form-urlencoded")
                && !request.getServletPath().startsWith("/api")
                && FormToken.owner(request.getParameter(FormToken.FIELD)).isPresent()
                && request.getParameter(VIEW) != null;
    }

    /** A hash of the address and all fields except the token, which identifies repetitions. */
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

    /** Prefixed with its length, so that different lists of texts never give the same content. */
    private static void add(StringBuilder content, String text) {
        content.append(text.length()).append(':').append(text);
    }

    /** All fields except secrets and the token. */
    static Map<String, String[]> words(HttpServletRequest request) {
        var words = new TreeMap<>(request.getParameterMap());
        words.keySet().removeAll(SECRETS);
        words.remove(FormToken.FIELD);
        return words;
    }
}
