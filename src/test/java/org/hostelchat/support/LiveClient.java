package org.hostelchat.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A WebSocket client of {@code /live} with the protocol {@code hostel.v1}. Keeps every frame in the order of arrival.
 * The awaiting methods return the first match among the frames that have not been awaited yet, and leave those that
 * they skip for others.
 */
public final class LiveClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<JsonObject> waiting = new ArrayList<>();
    private final List<JsonObject> all = new ArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;
    private boolean paused;
    private long owed;

    private LiveClient(Api caller, URI url, Map<String, String> headers) {
        WebSocket.Builder builder = caller.http().newWebSocketBuilder().connectTimeout(PATIENCE);
        for (String name : List.of("Origin", "Authorization")) {
            if (caller.header(name) != null) {
                builder.header(name, caller.header(name));
            }
        }
        if (!caller.cookies().isEmpty()) {
            builder.header("Cookie", caller.cookies());
        }
        headers.forEach(builder::header);
        this.socket =
                builder.subprotocols("hostel.v1").buildAsync(url, new Ear()).join();
    }

    /** Opens a socket with the caller's cookies or token; fails if the handshake is refused. */
    public static LiveClient open(Api caller) {
        return open(caller, caller.server());
    }

    /** As {@link #open(Api)}, by another address, such as a {@link CuttableLine}'s. */
    public static LiveClient open(Api caller, URI server) {
        return new LiveClient(caller, URI.create("ws" + server.toString().substring(4) + "/live"), Map.of());
    }

    /** The status with which the handshake is refused; 101 if it is not. */
    public static int handshake(Api caller) {
        try {
            open(caller).close();
            return 101;
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof WebSocketHandshakeException handshake) {
                return handshake.getResponse().statusCode();
            }
            throw refused;
        }
    }

    /** The subprotocol that the server chose. */
    public String subprotocol() {
        return socket.getSubprotocol();
    }

    /** Sends hello without cursors, to receive events from now on. Returns the welcome. */
    public JsonObject hello() {
        return hello(Map.of());
    }

    /** Sends hello with the last number held of each room. Returns the welcome. */
    public JsonObject hello(Map<Long, Long> cursors) {
        JsonObjectBuilder held = Json.createObjectBuilder();
        cursors.forEach((room, seq) -> held.add(room.toString(), seq));
        send(Api.json("type", "hello", "cursors", held.build()));
        return await("welcome");
    }

    /** Posts, and returns the client id of the post. */
    public String post(long room, String body) {
        String clientId = UUID.randomUUID().toString();
        post(room, clientId, body);
        return clientId;
    }

    public void post(long room, String clientId, String body) {
        send(Api.json("type", "post", "room", room, "clientId", clientId, "body", body));
    }

    /** Posts, waits until it is stored, and returns its number. */
    public long say(long room, String body) {
        String clientId = post(room, body);
        return await("ack", ack -> ack.getString("clientId").equals(clientId))
                .getJsonNumber("seq")
                .longValue();
    }

    public void send(JsonObject frame) {
        send(frame.toString());
    }

    /** Sends any text. */
    public void send(String text) {
        socket.sendText(text, true).join();
    }

    public void sendBinary(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    /** The next frame of this type that has not been awaited yet. */
    public JsonObject await(String type) {
        return await(type, frame -> true);
    }

    public JsonObject await(String type, Predicate<JsonObject> which) {
        return await(type, which, PATIENCE);
    }

    public JsonObject await(String type, Predicate<JsonObject> which, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        synchronized (waiting) {
            while (true) {
                for (int i = 0; i < waiting.size(); i++) {
                    JsonObject frame = waiting.get(i);
                    if (frame.getString("type", "").equals(type) && which.test(frame)) {
                        return waiting.remove(i);
                    }
                }
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0 || closed.isDone()) {
                    throw new AssertionError(
                            "No such frame '" + type + "'; closed: " + closed + "; waiting: " + waiting);
                }
                try {
                    waiting.wait(Math.min(left, 200));
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new AssertionError(interrupted);
                }
            }
        }
    }

    /** The next event of this room that holds this text. */
    public JsonObject awaitSaid(long room, String body) {
        return awaitEvent(room, event -> event.getString("body", "").equals(body));
    }

    /**
     * Waits for an event of the room that matches. Other events in the same frame are not awaited again, but remain in
     * {@link #events}.
     */
    public JsonObject awaitEvent(long room, Predicate<JsonObject> which) {
        JsonObject frame = await(
                "events",
                candidate -> candidate.getInt("room") == room
                        && candidate.getJsonArray("events").getValuesAs(JsonObject.class).stream()
                                .anyMatch(which));
        return frame.getJsonArray("events").getValuesAs(JsonObject.class).stream()
                .filter(which)
                .findFirst()
                .orElseThrow();
    }

    /** Every frame so far, awaited or not. */
    public List<JsonObject> frames() {
        synchronized (waiting) {
            return List.copyOf(all);
        }
    }

    /** Every event of a room so far, in the order of arrival. */
    public List<JsonObject> events(long room) {
        return frames().stream()
                .filter(frame -> frame.getString("type", "").equals("events") && frame.getInt("room") == room)
                .flatMap(frame -> frame.getJsonArray("events").getValuesAs(JsonObject.class).stream())
                .toList();
    }

    /** Reads nothing more from the socket. */
    public void stopReading() {
        synchronized (waiting) {
            paused = true;
        }
    }

    public void readOn() {
        long count;
        synchronized (waiting) {
            paused = false;
            count = owed;
            owed = 0;
        }
        if (count > 0) {
            socket.request(count);
        }
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    /** Waits for the end, and returns the close code; 1006 if the connection broke. */
    public int awaitClose() {
        return awaitClose(PATIENCE);
    }

    public int awaitClose(Duration limit) {
        try {
            return closed.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            throw new AssertionError("Not closed within " + limit + "; frames: " + frames(), e);
        }
    }

    /** Closes the connection without a close frame. */
    public void abort() {
        socket.abort();
        closed.complete(1006);
    }

    @Override
    public void close() {
        if (!socket.isOutputClosed()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                    .exceptionally(gone -> null)
                    .join();
        }
        try {
            closed.get(2, TimeUnit.SECONDS);
        } catch (Exception slow) {
            abort();
        }
    }

    private final class Ear implements WebSocket.Listener {

        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                hear(parts.toString());
                parts.setLength(0);
            }
            more(from);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
            end(statusCode);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            end(1006);
        }

        private void hear(String text) {
            try (JsonReader reader = Json.createReader(new StringReader(text))) {
                JsonObject frame = reader.readObject();
                synchronized (waiting) {
                    all.add(frame);
                    waiting.add(frame);
                    waiting.notifyAll();
                }
            }
        }

        private void more(WebSocket from) {
            synchronized (waiting) {
                if (paused) {
                    owed++;
                    return;
                }
            }
            from.request(1);
        }

        private void end(int code) {
            closed.complete(code);
            synchronized (waiting) {
                waiting.notifyAll();
            }
        }
    }
}
