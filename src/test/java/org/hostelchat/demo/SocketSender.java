package org.hostelchat.demo;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hostelchat.support.Api;

/**
 * Posts over a socket that stays open, like a browser's. Unlike the tests' client it does not keep frames, because it
 * receives twenty thousand messages.
 */
final class SocketSender implements MessageSender, WebSocket.Listener, AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern ANSWER =
            Pattern.compile("\"type\":\"(ack|refused)\".*?\"clientId\":\"([^\"]+)\"", Pattern.DOTALL);

    private final Map<String, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();
    private final StringBuilder parts = new StringBuilder();
    private final WebSocket socket;

    SocketSender(Api api) {
        URI address = URI.create(api.server().toString().replaceFirst("http", "ws") + "/live");
        this.socket = HTTP.newWebSocketBuilder()
                .header("Origin", api.server().toString())
                .header("Cookie", api.cookies())
                .subprotocols("hostel.v1")
                .buildAsync(address, this)
                .join();
        send(Api.json("type", "hello", "cursors", Api.json()).toString());
    }

    @Override
    public void say(long room, String body) {
        String clientId = UUID.randomUUID().toString();
        CompletableFuture<String> answer = new CompletableFuture<>();
        waiting.put(clientId, answer);
        send(Api.json("type", "post", "room", room, "clientId", clientId, "body", body)
                .toString());
        String came = answer.orTimeout(60, TimeUnit.SECONDS).join();
        if (!came.equals("ack")) {
            throw new AssertionError("Refused: " + came);
        }
    }

    /** Sends the read mark. */
    void read(long room, long seq) {
        send(Api.json("type", "read", "room", room, "seq", seq).toString());
    }

    private synchronized void send(String frame) {
        socket.sendText(frame, true).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        parts.append(data);
        if (last) {
            Matcher answer = ANSWER.matcher(parts);
            if (!startsWith("{\"type\":\"events\"") && answer.find()) {
                CompletableFuture<String> asked = waiting.remove(answer.group(2));
                if (asked != null) {
                    asked.complete(answer.group(1).equals("ack") ? "ack" : parts.toString());
                }
            }
            parts.setLength(0);
        }
        from.request(1);
        return null;
    }

    private boolean startsWith(String words) {
        return parts.length() >= words.length()
                && parts.substring(0, words.length()).equals(words);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        waiting.values().forEach(asked -> asked.complete("closed with " + statusCode + " " + reason));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        waiting.values().forEach(asked -> asked.completeExceptionally(error));
    }

    @Override
    public void close() {
        socket.abort();
    }
}
