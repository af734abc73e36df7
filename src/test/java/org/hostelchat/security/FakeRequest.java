package org.hostelchat.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parts of a request that the gate reads. */
final class FakeRequest {

    private final String method;
    private final String path;
    private final Map<String, String> parameters = new HashMap<>();
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Object> attributes = new HashMap<>();
    private String peer = "192.0.2.7";
    private boolean secure;

    private FakeRequest(String method, String path) {
        this.method = method;
        this.path = path;
        header("Host", "chat.hostel:8080");
    }

    static FakeRequest of(String method, String path) {
        return new FakeRequest(method, path);
    }

    /** Several values stand for as many headers of the name. */
    FakeRequest header(String name, String... values) {
        headers.put(name, List.of(values));
        return this;
    }

    FakeRequest parameter(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    FakeRequest from(String address) {
        peer = address;
        return this;
    }

    FakeRequest withTls() {
        secure = true;
        return this;
    }

    HttpServletRequest build() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                FakeRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getServletPath" -> path;
                    case "getPathInfo" -> null;
                    case "getHeader" -> first(headers.get((String) arguments[0]));
                    case "getHeaders" ->
                        Collections.enumeration(headers.getOrDefault((String) arguments[0], List.of()));
                    case "getParameter" -> parameters.get((String) arguments[0]);
                    case "getRemoteAddr" -> peer;
                    case "isSecure" -> secure;
                    case "getAttribute" -> attributes.get((String) arguments[0]);
                    case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                    case "getCookies" -> cookies();
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }

    private static String first(List<String> values) {
        return values == null ? null : values.get(0);
    }

    private Cookie[] cookies() {
        var header = first(headers.get("Cookie"));
        if (header == null) return null;
        return Arrays.stream(header.split("; ", -1))
                .map(pair -> new Cookie(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1)))
                .toArray(Cookie[]::new);
    }
}
