package org.hostelchat.form;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            add(hash, path(request));
            new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
                if (name.equals(FormToken.FIELD)) return;
                add(hash, name);
                for (var value : values) add(hash, value);
                add(hash, "");
            });
            return HexFormat.of().formatHex(hash.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With its length before it, so that no two lists of texts make the same bytes. */
    private static void add(MessageDigest hash, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        hash.update(HexFormat.of().toHexDigits(bytes.length).getBytes(StandardCharsets.US_ASCII));
        hash.update(bytes);
    }

    /** All but secrets and the token. */
    static Map<String, String[]> words(HttpServletRequest request) {
        var words = new TreeMap<>(request.getParameterMap());
        words.keySet().removeAll(SECRETS);
        words.remove(FormToken.FIELD);
        return words;
    }

    static String path(HttpServletRequest request) {
        var rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }
}
