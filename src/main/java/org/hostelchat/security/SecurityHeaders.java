package org.hostelchat.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.hostelchat.form.RequestPath;

/** Adds security headers to every response, errors included. */
public class SecurityHeaders extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final String POLICY = "default-src 'self'; connect-src 'self'%s; object-src 'none'; base-uri 'none';"
            + " frame-ancestors 'none'; form-action 'self'";

    private static final Map<String, String> EVERYWHERE = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Cross-Origin-Resource-Policy", "same-origin",
            // Resources that may be cached override it.
            "Cache-Control", "no-store");

    private static final Map<String, String> ON_PAGES = Map.of(
            "X-Frame-Options",
            "DENY",
            // Not no-referrer: browsers would then send "Origin: null" with our own forms.
            "Referrer-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=(), payment=(), usb=()");

    @Inject
    private transient SecuritySettings settings;

    /** The headers of responses that are generated before the request is known. */
    public static Map<String, String> ofAnyAnswer() {
        var headers = new HashMap<>(EVERYWHERE);
        headers.putAll(ON_PAGES);
        headers.put("Content-Security-Policy", POLICY.formatted(""));
        return headers;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var origin = Origin.of(request, settings.trustedProxies());
        response.setHeader("Content-Security-Policy", POLICY.formatted(socket(origin)));
        EVERYWHERE.forEach(response::setHeader);
        // The rest concerns pages only; scripts and styles are many and small.
        if (!RequestPath.of(request).startsWith("/assets/")) ON_PAGES.forEach(response::setHeader);
        if (origin.secure()) {
            // Browsers log warnings about these without TLS.
            response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        chain.doFilter(request, response);
    }

    /** Older versions of Safari do not match a WebSocket on the same host by 'self'. */
    private static String socket(Origin origin) {
        if (!origin.host().matches("[A-Za-z0-9.:\\[\\]-]+")) return "";
        return (origin.secure() ? " wss://" : " ws://") + origin.host();
    }
}
