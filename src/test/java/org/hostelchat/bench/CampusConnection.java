package org.hostelchat.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The connection of a person who is in several rooms. Reports the client id of every message that arrives, once per
 * event, and nothing else.
 */
final class CampusConnection implements WebSocket.Listener, AutoCloseable {

    private static final String ID = "\"clientId\":\"";
    private static final int UUID_LENGTH = 36;

    private final StringBuilder frame = new StringBuilder();
    private final CompletableFuture<Void> welcomed = new CompletableFuture<>();
    private final Consumer<String> arrived;
    private final WebSocket socket;

    CampusConnection(HttpClient client, URI server, String cookie, Consumer<String> arrived) {
        this.arrived = arrived;
        this.socket = client.newWebSocketBuilder()
                .header("Cookie", cookie)
                .header("Origin", server.toString())
                .subprotocols("hostel.v1")
                .buildAsync(URI.create("ws://" + server.getAuthority() + "/live"), this)
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
        socket.sendText("{\"type\":\"hello\",\"cursors\":{}}", true).join();
        welcomed.orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** Posts one at a time, because a socket refuses to send while another text is being sent. */
    void post(long room, String clientId, String body) {
        socket.sendText(
                        "{\"type\":\"post\",\"room\":" + room + ",\"clientId\":\"" + clientId + "\",\"body\":\"" + body
                                + "\"}",
                        true)
                .join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        frame.append(data);
        if (last) {
            receive(frame.toString());
            frame.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void receive(String text) {
        if (text.contains("\"type\":\"welcome\"")) welcomed.complete(null);
        if (!text.contains("\"type\":\"events\"")) return;
        for (int at = text.indexOf(ID); at >= 0; at = text.indexOf(ID, at + UUID_LENGTH)) {
            int begin = at + ID.length();
            arrived.accept(text.substring(begin, begin + UUID_LENGTH));
        }
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        welcomed.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
