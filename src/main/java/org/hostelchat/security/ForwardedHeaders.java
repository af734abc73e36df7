package org.hostelchat.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a trusted proxy reports of the client: its address ({@code X-Forwarded-For}), and the scheme and host that it
 * used ({@code X-Forwarded-Proto}, {@code X-Forwarded-Host}). Each of several proxies may have added a value, after a
 * comma or as another header; values that the client itself sent precede all of them.
 */
final class ForwardedHeaders {

    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9._-]{1,253}(?::\\d{1,5})?|\\[[0-9a-fA-F:.]+\\](?::\\d{1,5})?");

    private final HttpServletRequest request;
    private final List<String> hops;
    private final int client;

    ForwardedHeaders(HttpServletRequest request, TrustedProxies proxies) {
        this.request = request;
        this.hops = values("X-Forwarded-For");
        this.client = client(hops, proxies);
    }

    /** Whether the request passed a proxy, trusted or not. */
    static boolean isProxied(HttpServletRequest request) {
        return Stream.of("X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "Forwarded", "X-Real-IP", "Via")
                .anyMatch(name -> request.getHeader(name) != null);
    }

    /** The client's address in canonical form; the proxy's own if it reports none. */
    String address() {
        if (client < 0) return request.getRemoteAddr();
        return NetworkAddress.ofHop(hops.get(client))
                .map(InetAddress::getHostAddress)
                .orElseGet(request::getRemoteAddr);
    }

    boolean isSecure() {
        return clients("X-Forwarded-Proto", value -> true)
                .filter(scheme -> scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("wss"))
                .isPresent();
    }

    /** Empty if the proxy reports none, or an invalid one. */
    Optional<String> host() {
        return clients("X-Forwarded-Host", HOST.asMatchPredicate());
    }

    /**
     * The value about the client's own request: at the client's position if there is one value per hop, else the first.
     */
    private Optional<String> clients(String name, Predicate<String> isSound) {
        var values = values(name);
        if (values.isEmpty()) return Optional.empty();
        return Optional.of(values.get(values.size() == hops.size() ? client : 0))
                .filter(isSound);
    }

    /**
     * The position of the last address that is not a trusted proxy: values before it may have been forged by the
     * client.
     */
    private static int client(List<String> hops, TrustedProxies proxies) {
        for (int i = hops.size() - 1; i > 0; i--) {
            if (!proxies.contains(hops.get(i))) return i;
        }
        return hops.isEmpty() ? -1 : 0;
    }

    private List<String> values(String name) {
        var all = String.join(",", Collections.list(request.getHeaders(name)));
        return Stream.of(all.split(",", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
