package org.hostelchat.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;

/**
 * A client of the HTTP API: a browser's session, which keeps cookies and sends its page's Origin, or, after {@link
 * #bearer}, a script. Returns responses whatever their status; does not follow redirects.
 */
public final class Api {

    static {
        // In seconds; shorter than the server keeps idle connections. If the server closed a connection just as a call
        // is sent on it, the call would fail, because a POST or PATCH is not repeated.
        System.setProperty("jdk.httpclient.keepalive.timeout", "5");
    }

    private static final HttpClient HTTP = builder().build();

    private final HttpClient http;
    private final URI server;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    public Api(URI server) {
        this(server, HTTP);
    }

    /** A client that uses TLS with this context. */
    public Api(URI server, SSLContext tls) {
        this(server, builder().sslContext(tls).build());
    }

    private Api(URI server, HttpClient http) {
        this.http = http;
        this.server = server;
        headers.put("Origin", server.toString());
        headers.put("Accept", "application/json, application/problem+json, */*;q=0.1");
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10));
    }

    HttpClient http() {
        return http;
    }

    /** The same client as a script: a token instead of cookies, no Origin. */
    public Api bearer(String token) {
        return header("Authorization", "Bearer " + token).header("Origin", null);
    }

    /** A header for all further calls; null removes it. */
    public Api header(String name, String value) {
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
        return this;
    }

    public URI server() {
        return server;
    }

    public String header(String name) {
        return headers.get(name);
    }

    /** The value of the Cookie header; empty for none. */
    public String cookies() {
        return String.join(
                "; ",
                cookies.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .toList());
    }

    /** The cookies by name. */
    public Map<String, String> cookieJar() {
        return Map.copyOf(cookies);
    }

    public Api cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    /** Signs in; fails unless the answer is 200. */
    public Api signIn(String login, String password) {
        return signIn(login, password, false);
    }

    public Api signIn(String login, String password, boolean remember) {
        post("/api/session", json("login", login, "password", password, "remember", remember))
                .expect(200);
        return this;
    }

    public ApiResponse get(String path) {
        return send("GET", path, BodyPublishers.noBody(), null);
    }

    public ApiResponse delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), null);
    }

    public ApiResponse post(String path, JsonObject body) {
        return send("POST", path, body);
    }

    public ApiResponse put(String path, JsonObject body) {
        return send("PUT", path, body);
    }

    public ApiResponse patch(String path, JsonObject body) {
        return send("PATCH", path, body);
    }

    /** Any method; null for no body. */
    public ApiResponse send(String method, String path, JsonValue body) {
        return body == null
                ? send(method, path, BodyPublishers.noBody(), null)
                : send(method, path, BodyPublishers.ofString(body.toString()), "application/json");
    }

    /** For requests that no well-behaved client sends. */
    public ApiResponse send(String method, String path, BodyPublisher body, String contentType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        headers.forEach(request::setHeader);
        if (contentType != null) {
            request.setHeader("Content-Type", contentType);
        }
        if (!cookies.isEmpty()) {
            request.setHeader("Cookie", cookies());
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            response.headers().allValues("set-cookie").forEach(this::keep);
            return new ApiResponse(method + " " + path, response);
        } catch (IOException e) {
            throw new AssertionError(method + " " + server + path + " got no answer", e);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** An object of names and values: strings, numbers, booleans, JSON, null. */
    public static JsonObject json(Object... namesAndValues) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.add(namesAndValues[i].toString(), value(namesAndValues[i + 1]));
        }
        return object.build();
    }

    private static JsonValue value(Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof Boolean truth) {
            return truth ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Number number) {
            return Json.createValue(number.longValue());
        }
        return Json.createValue(value.toString());
    }

    private void keep(String setCookie) {
        for (HttpCookie cookie : HttpCookie.parse(setCookie)) {
            if (cookie.getMaxAge() == 0 || cookie.getValue().isEmpty()) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        }
    }
}
