package org.hostelchat.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a request came from and which host it was sent to, taking trusted proxies into account.
 *
 * @param address the client's
 * @param secure whether the client uses TLS
 * @param host name and port as used by the client
 * @param local whether the request was sent on this machine, without any proxy
 */
record Origin(String address, boolean secure, String host, boolean local) {

    private static final Pattern PORT = Pattern.compile(":([0-9]{1,5})$");

    static Origin of(HttpServletRequest request, TrustedProxies proxies) {
        var peer = request.getRemoteAddr();
        var host = Optional.ofNullable(request.getHeader("Host")).orElse("");
        // A trusted proxy adds a forwarding header; a request from its address without one is the command line's, on
        // the same machine.
        var proxied = ForwardedHeaders.isProxied(request);
        if (!proxied || !proxies.contains(peer)) {
            return new Origin(peer, request.isSecure(), host, !proxied && isLoopback(peer));
        }
        var forwarded = new ForwardedHeaders(request, proxies);
        return new Origin(
                forwarded.address(),
                request.isSecure() || forwarded.isSecure(),
                forwarded.host().orElse(host),
                false);
    }

    /** The port that the client uses; the scheme's default if it names none. */
    int port() {
        var port = PORT.matcher(host);
        return port.find() ? Integer.parseInt(port.group(1)) : secure ? 443 : 80;
    }

    /**
     * Whether an {@code Origin} header names this server. Schemes are not compared, because they differ behind an
     * unknown proxy.
     */
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

    private static boolean isLoopback(String peer) {
        return NetworkAddress.ofHop(peer).map(InetAddress::isLoopbackAddress).orElse(false);
    }
}
