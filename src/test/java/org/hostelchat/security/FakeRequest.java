package org.hostelchat.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** As much of a request as the gate looks at. */
final class FakeRequest {

    private final String method;
    private final String path;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Object> attributes = new HashMap<>();
    private String peer = "192.0.2.7";
    private boolean secure;

    private FakeRequest(String method, String path) {
        this.method = method;
        this.path = path;
        headers.put("Host", "chat.hostel:8080");
    }

    static FakeRequest of(String method, String path) {
        return new FakeRequest(method, path);
    }

    FakeRequest header(String name, String value) {
        headers.put(name, value);
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
                    case "getHeader" -> headers.get((String) arguments[0]);
                    case "getRemoteAddr" -> peer;
                    case "isSecure" -> secure;
                    case "getAttribute" -> attributes.get((String) arguments[0]);
                    case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                    case "getCookies" -> cookies();
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }

    private Cookie[] cookies() {
        var header = headers.get("Cookie");
        if (header == null) return null;
        return Arrays.stream(header.split("; ", -1))
                .map(pair -> new Cookie(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1)))
                .toArray(Cookie[]::new);
    }
}
