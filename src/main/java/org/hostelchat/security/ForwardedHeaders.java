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
 * What a trusted proxy says of the client: where it came from ({@code X-Forwarded-For}), by what scheme and host it knows us
 * ({@code X-Forwarded-Proto}, {@code X-Forwarded-Host}). Where several proxies stand in a row, each may have added its word,
 * after a comma or as a header of its own; what the client itself sent along stands before all of them.
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

    /** Whether the request went through a proxy, trusted or not. */
    static boolean isProxied(HttpServletRequest request) {
        return Stream.of("X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "Forwarded", "X-Real-IP", "Via")
                .anyMatch(name -> request.getHeader(name) != null);
    }

    /** The client's address in its usual form; the proxy's own where it names none. */
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

    /** Empty if the proxy names none, or something that can't be one. */
    Optional<String> host() {
        return clients("X-Forwarded-Host", HOST.asMatchPredicate());
    }

    /** The value about the client's own request: by its place in the row where there is one for each hop, else the first. */
    private Optional<String> clients(String name, Predicate<String> isSound) {
        var values = values(name);
        if (values.isEmpty()) return Optional.empty();
        return Optional.of(values.get(values.size() == hops.size() ? client : 0))
                .filter(isSound);
    }

    /** The last in the row that is no proxy of ours: what stands before it, the client may have made up. */
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
