package org.hostelchat.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Answers what a test laid ready for a call, and remembers what was asked. */
final class StubServer implements AutoCloseable {

    /** One answer. */
    record Reply(int status, String type, String body, Map<String, String> headers) {}

    final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    final List<String> credentials = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, List<Reply>> replies = new HashMap<>();
    private final HttpServer server;
    private volatile Consumer<String> before = call -> {};

    StubServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The answers to a call such as {@code GET /api/users?limit=500}, in turn; the last one stays. */
    StubServer on(String call, int status, String body) {
        return on(call, new Reply(status, "application/json", body, Map.of()));
    }

    StubServer problem(String call, int status, String body) {
        return on(call, new Reply(status, "application/problem+json", body, Map.of()));
    }

    StubServer on(String call, Reply reply) {
        replies.computeIfAbsent(call, any -> new ArrayList<>()).add(reply);
        return this;
    }

    /** Something else that happens before a call is answered. */
    StubServer before(Consumer<String> happening) {
        before = happening;
        return this;
    }

    void forget(String call) {
        replies.remove(call);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        before.accept(call);
        calls.add(body.isEmpty() ? call : call + " " + body);
        credentials.add(exchange.getRequestHeaders().getFirst("Authorization"));
        List<Reply> ready = replies.getOrDefault(
                call, List.of(new Reply(404, "application/problem+json", "{\"title\":\"Not there\"}", Map.of())));
        Reply reply = ready.get(0);
        if (ready.size() > 1) {
            ready.remove(0);
        }
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
