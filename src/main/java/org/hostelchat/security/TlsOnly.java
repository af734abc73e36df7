package org.hostelchat.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.hostelchat.language.AcceptLanguage;
import org.hostelchat.language.Language;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Problem;
import org.hostelchat.wire.ProblemAnswer;

/**
 * Where the server itself uses TLS, redirects browsers from the plain HTTP port to HTTPS. Programs get an error
 * instead, because a redirect would hide that they send their token unencrypted. Only requests on this machine to a
 * loopback name are served without TLS, for the command line.
 */
public class TlsOnly extends HttpFilter {

    private static final long serialVersionUID = 1;

    /** A host name or address, with or without a port. */
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\])(?::[0-9]{1,5})?");

    @Inject
    private transient SecuritySettings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var origin = Origin.of(request, settings.trustedProxies());
        if (settings.tlsPort() == 0 || origin.secure() || isForThisMachine(origin)) {
            chain.doFilter(request, response);
            return;
        }
        var host = HOST.matcher(origin.host());
        if (!host.matches()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if (leads(request)) {
            var query = request.getQueryString();
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader(
                    "Location", base(host.group(1)) + request.getRequestURI() + (query == null ? "" : '?' + query));
        } else {
            var why = Phrase.of("security.tls-needed", "address", base(host.group(1)));
            var language =
                    AcceptLanguage.best(request.getHeader("Accept-Language")).orElse(Language.EN);
            ProblemAnswer.send(response, Problem.of(403, "tls-needed", why, language));
        }
    }

    private String base(String host) {
        return "https://" + host + (settings.tlsPort() == 443 ? "" : ":" + settings.tlsPort());
    }

    private static boolean leads(HttpServletRequest request) {
        var place = RequestArea.of(request);
        return place.isForPeople()
                && (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"));
    }

    private static boolean isForThisMachine(Origin origin) {
        var host = HOST.matcher(origin.host());
        if (!origin.local() || !host.matches()) return false;
        return host.group(1).equalsIgnoreCase("localhost")
                || NetworkAddress.ofHop(host.group(1))
                        .filter(address -> address.isLoopbackAddress())
                        .isPresent();
    }
}
