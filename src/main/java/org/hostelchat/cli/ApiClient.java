package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.hostelchat.cli.text.CliWords;

/**
 * Client of the server's HTTP API. Follows no redirect and uses no proxy, so that the credential is sent only to the
 * given address. A call takes at most a minute per attempt, but for downloads.
 */
final class ApiClient {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration LONG_ANSWER = Duration.ofHours(4);
    private static final int PAGE = 500;
    private static final int TRIES = 5;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(CONNECT)
            .build();
    private final ServerAddress address;
    private final Credential credential;

    ApiClient(ServerAddress address, Credential credential) {
        this.address = address;
        this.credential = credential;
    }

    JsonObject get(String path) {
        return call("GET", path, Optional.empty());
    }

    JsonObject post(String path, JsonObject body) {
        return call("POST", path, Optional.of(body));
    }

    /** Posts what may take the server hours. */
    JsonObject postLong(String path, JsonObject body) {
        return call(
                withBody("POST", path, Optional.of(body)).timeout(LONG_ANSWER).build());
    }

    void put(String path, JsonObject body) {
        call("PUT", path, Optional.of(body));
    }

    /** For calls without a body. */
    void put(String path) {
        call("PUT", path, Optional.empty());
    }

    JsonObject patch(String path, JsonObject body) {
        return call("PATCH", path, Optional.of(body));
    }

    void delete(String path) {
        call("DELETE", path, Optional.empty());
    }

    /** Passes each page of a list to {@code use}, in order. Only one page is in memory at a time. */
    void eachPage(String path, Map<String, String> query, Consumer<List<JsonObject>> use) {
        eachPage(path, query, "after", use);
    }

    /**
     * The same.
     *
     * @param cursor the parameter that continues the list: {@code before} where the newest come first
     */
    void eachPage(String path, Map<String, String> query, String cursor, Consumer<List<JsonObject>> use) {
        Map<String, String> asked = new LinkedHashMap<>(query);
        asked.put("limit", Integer.toString(PAGE));
        Optional<String> next;
        do {
            JsonObject page = get(path + "?" + encoded(asked));
            use.accept(JsonFields.items(page, "items"));
            next = JsonFields.text(page, "next");
            next.ifPresent(last -> asked.put(cursor, last));
        } while (next.isPresent());
    }

    /** The first page of a list. */
    List<JsonObject> firstPage(String path, Map<String, String> query) {
        return JsonFields.items(get(path + "?" + encoded(query)), "items");
    }

    /**
     * Posts to {@code path} and copies the bytes of the answer. The server may take four hours until it begins to answer.
     *
     * @throws Failure if the server refuses; or unreachable, if the answer breaks off
     * @throws UncheckedIOException if {@code to} cannot be written to
     */
    void download(String path, OutputStream to) {
        HttpRequest request = request(path)
                .timeout(LONG_ANSWER)
                .setHeader("Accept", "application/zip, application/problem+json")
                .POST(BodyPublishers.noBody())
                .build();
        HttpResponse<InputStream> response = sent(request, BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() == HttpURLConnection.HTTP_OK) BackupFile.copy(body, to);
            else
                Answer.of(response, new String(body.readAllBytes(), StandardCharsets.UTF_8))
                        .result(address, credential);
        } catch (IOException e) {
            throw Failure.unreachable(CliWords.text("server.broke-off", "address", address));
        }
    }

    private static String encoded(Map<String, String> query) {
        return query.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Posts a file of this media type. */
    JsonObject upload(String path, String type, byte[] content) {
        return call(request(path)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(content))
                .build());
    }

    /**
     * The text of an answer that is no JSON.
     *
     * @param type its media type
     */
    String text(String path, String type) {
        HttpResponse<String> response = sent(
                request(path)
                        .setHeader("Accept", type + ", application/problem+json")
                        .GET()
                        .build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() != HttpURLConnection.HTTP_OK)
            Answer.of(response, response.body()).result(address, credential);
        return response.body();
    }

    private JsonObject call(String method, String path, Optional<JsonObject> body) {
        return call(withBody(method, path, body).build());
    }

    private HttpRequest.Builder withBody(String method, String path, Optional<JsonObject> body) {
        return request(path)
                .header("Content-Type", "application/json; charset=utf-8")
                .method(
                        method,
                        body.map(json -> BodyPublishers.ofString(json.toString()))
                                .orElseGet(BodyPublishers::noBody));
    }

    /** Repeats the call, after the time that the server asks for, if the server did nothing because it was busy. */
    private JsonObject call(HttpRequest request) {
        Answer answer = send(request);
        for (int tries = 1; tries < TRIES && answer.isRetryable(); tries++) {
            pause(answer.retryAfter());
            answer = send(request);
        }
        return answer.result(address, credential);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.at(path))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + credential.secret())
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", CliWords.language().tag());
    }

    private Answer send(HttpRequest request) {
        HttpResponse<String> response = sent(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        return Answer.of(response, response.body());
    }

    private <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (HttpConnectTimeoutException | ConnectException e) {
            throw address.notReachable();
        } catch (HttpTimeoutException e) {
            throw Failure.unreachable(CliWords.text(
                                    "server.no-answer",
                                    "address",
                                    address,
                                    "origin",
                                    address.origin(),
                                    "seconds",
                                    ANSWER.toSeconds())
                            + "\n" + Failure.uncertainNote())
                    .asUncertain();
        } catch (SSLException e) {
            throw Failure.unreachable(CliWords.text(
                    "server.no-safe-line", "address", address, "origin", address.origin(), "why", e.getMessage()));
        } catch (IOException e) {
            throw address.notReachable().asUncertain();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** @throws Failure if the thread is interrupted */
    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static Failure interrupted() {
        Thread.currentThread().interrupt();
        return Failure.unreachable(CliWords.text("interrupted"));
    }
}
