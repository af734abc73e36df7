package org.hostelchat.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What every answer carries to keep browsers on the safe side, errors included. */
public class SecurityHeaders extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final String POLICY = "default-src 'self'; connect-src 'self'%s; object-src 'none'; base-uri 'none';"
            + " frame-ancestors 'none'; form-action 'self'";

    @Inject
    private transient SecuritySettings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var origin = Origin.of(request, settings.trustedProxies());
        response.setHeader("Content-Security-Policy", POLICY.formatted(socket(origin)));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        // What follows is about pages; scripts and styles are many, and small.
        if (!RequestArea.path(request).startsWith("/assets/")) {
            response.setHeader("X-Frame-Options", "DENY");
            // Not no-referrer: that would make browsers send "Origin: null" with our own forms.
            response.setHeader("Referrer-Policy", "same-origin");
            response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        }
        if (origin.secure()) {
            // Browsers only complain about these where there is no TLS.
            response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        // Whoever serves something that may be kept says so itself.
        response.setHeader("Cache-Control", "no-store");
        chain.doFilter(request, response);
    }

    /** Older Safaris do not take a socket to the same host for 'self'. */
    private static String socket(Origin origin) {
        if (!origin.host().matches("[A-Za-z0-9.:\\[\\]-]+")) return "";
        return (origin.secure() ? " wss://" : " ws://") + origin.host();
    }
}
