package org.hostelchat.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a request came from and whom it was for, with the word of trusted proxies taken into account.
 *
 * @param address the client's
 * @param secure whether the client speaks TLS
 * @param host name and port as the client knows us
 * @param local whether the request came from this machine itself, and through nobody's hands
 */
record Origin(String address, boolean secure, String host, boolean local) {

    private static final List<String> SIGNS_OF_A_PROXY =
            List.of("X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "Forwarded", "X-Real-IP", "Via");

    static Origin of(HttpServletRequest request, TrustedProxies proxies) {
        var peer = request.getRemoteAddr();
        var host = Optional.ofNullable(request.getHeader("Host")).orElse("");
        // A proxy that we trust says for whom it asks; without that it is the command line, beside the proxy.
        var proxied = SIGNS_OF_A_PROXY.stream().anyMatch(name -> request.getHeader(name) != null);
        if (!proxied || !proxies.contains(peer)) {
            return new Origin(peer, request.isSecure(), host, !proxied && isLoopback(peer));
        }
        var scheme = request.getHeader("X-Forwarded-Proto");
        return new Origin(
                client(request, proxies),
                request.isSecure() || "https".equalsIgnoreCase(scheme),
                Optional.ofNullable(request.getHeader("X-Forwarded-Host")).orElse(host),
                false);
    }

    /** Whether an {@code Origin} header names us. Behind a proxy that we do not know of, schemes can't be compared. */
    boolean isSameAs(String header) {
        var lower = header.toLowerCase(Locale.ROOT);
        if (lower.startsWith("https://")) return authority(lower, ":443").equals(authority("https://" + host, ":443"));
        return !secure
                && lower.startsWith("http://")
                && authority(lower, ":80").equals(authority("http://" + host, ":80"));
    }

    private static String authority(String origin, String usualPort) {
        var lower = origin.substring(origin.indexOf("://") + 3).toLowerCase(Locale.ROOT);
        return lower.endsWith(usualPort) ? lower.substring(0, lower.length() - usualPort.length()) : lower;
    }

    /** The last address in the chain that is no proxy of ours: what stands before it, the client itself may have sent. */
    private static String client(HttpServletRequest request, TrustedProxies proxies) {
        // Each proxy may have added a header of its own: together, in their order, they are one list.
        var chain = String.join(",", Collections.list(request.getHeaders("X-Forwarded-For")));
        if (chain.isBlank()) return request.getRemoteAddr();
        var hops = chain.split(",", -1);
        for (int i = hops.length - 1; i >= 0; i--) {
            var hop = hops[i].strip();
            if (!proxies.contains(hop) || i == 0) return hop.length() > 64 ? hop.substring(0, 64) : hop;
        }
        return request.getRemoteAddr();
    }

    private static boolean isLoopback(String peer) {
        try {
            return InetAddress.getByName(peer).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
