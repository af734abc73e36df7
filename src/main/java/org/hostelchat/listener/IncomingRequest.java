package org.hostelchat.listener;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.HttpRequestPacket;

/**
 * The state of one connection: whether a request is being received or answered on it, or neither, and since when.
 *
 * <p>Modified only by the thread that processes the connection's current event; the stage and its time may be read by
 * any thread.
 */
final class IncomingRequest {

    enum Stage {
        /** No byte of a next request has been received. */
        IDLE,
        /** A request has been received in part. */
        RECEIVING,
        /** A thread is answering a request. */
        ANSWERING,
        /** The connection is a chat WebSocket, which has rules of its own. */
        UPGRADED,
        /** A request was refused; all further input is ignored. */
        REFUSED
    }

    private static final Attribute<IncomingRequest> ATTRIBUTE =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(IncomingRequest.class.getName());

    /** Bytes a second: a slower client uploads in pieces. */
    private static final long SLOWEST_UPLOAD = 64 * 1024;

    private final Connection<?> connection;
    private volatile Stage stage = Stage.IDLE;
    private volatile long since = System.nanoTime();
    private final Map<FilterChainContext, Runnable> held = new ConcurrentHashMap<>(2);
    private boolean last;
    private int reads;
    private HttpRequestPacket request;
    private ByteArrayOutputStream body;
    private long length;
    private volatile LargeBody large;
    private volatile long mayTake = Connections.LONGEST_ARRIVAL.toNanos();

    private IncomingRequest(Connection<?> connection) {
        this.connection = connection;
    }

    /** Returns the state of a connection, creating it at the first call. */
    static IncomingRequest of(Connection<?> connection) {
        var known = ATTRIBUTE.get(connection);
        if (known != null) return known;
        var made = new IncomingRequest(connection);
        ATTRIBUTE.set(connection, made);
        return made;
    }

    /** Returns null for a connection that was opened before the filters were installed. */
    static IncomingRequest known(Connection<?> connection) {
        return ATTRIBUTE.get(connection);
    }

    Connection<?> connection() {
        return connection;
    }

    Stage stage() {
        return stage;
    }

    /** When the current stage began, in nanoseconds of {@link System#nanoTime()}. */
    long since() {
        return since;
    }

    void moveTo(Stage next) {
        since = System.nanoTime();
        stage = next;
    }

    /** Accepts no further request on this connection after the current one. */
    void beLast() {
        last = true;
    }

    boolean isLast() {
        return last;
    }

    boolean isHeldBy(FilterChainContext context) {
        return held.containsKey(context);
    }

    /** Registers what is to be released when the processing of a context is complete. */
    void hold(FilterChainContext context, Runnable toRelease) {
        held.put(context, toRelease);
    }

    /** Releases what was registered for a context, exactly once. */
    void release(FilterChainContext context) {
        var toRelease = held.remove(context);
        if (toRelease != null) toRelease.run();
        if (held.isEmpty() && stage == Stage.ANSWERING) moveTo(Stage.IDLE);
    }

    void releaseAll() {
        held.keySet().forEach(this::release);
    }

    /**
     * Records that bytes were received.
     *
     * @return how many reads there have been since the last complete request head
     */
    int read() {
        if (stage == Stage.IDLE) {
            moveTo(Stage.RECEIVING);
            reads = 0;
        }
        return request == null && stage == Stage.RECEIVING ? ++reads : 0;
    }

    /** The request whose body is being received, or null. */
    HttpRequestPacket request() {
        return request;
    }

    /** Starts receiving the body of a request whose head is complete. */
    void begin(HttpRequestPacket head) {
        request = head;
        body = null;
        length = 0;
        mayTake = Connections.LONGEST_ARRIVAL.toNanos();
    }

    /** Has the body of the request that was just begun written to a file; it may then take longer to arrive. */
    void beginLarge(LargeBody file, long announced) {
        large = file;
        mayTake = Connections.LONGEST_ARRIVAL.toNanos() + announced * TimeUnit.SECONDS.toNanos(1) / SLOWEST_UPLOAD;
    }

    /** How many nanoseconds the present request may take to arrive. */
    long mayTake() {
        return mayTake;
    }

    /** Returns the body in a file, which the caller must discard, or null. */
    LargeBody takeLarge() {
        var taken = large;
        large = null;
        return taken;
    }

    /** Removes what was kept of a body in a file. May be called by any thread. */
    void discardLarge() {
        var left = takeLarge();
        if (left != null) left.discard();
    }

    /** Appends a piece of the body; bytes beyond {@code most} in all are counted and discarded. */
    void take(Buffer piece, int most) {
        var size = piece.remaining();
        length += size;
        var file = large;
        if (file != null) {
            file.append(piece);
            return;
        }
        if (length > most) {
            body = null;
            return;
        }
        if (size == 0) return;
        if (body == null) body = new ByteArrayOutputStream(Math.max(size, 512));
        var bytes = new byte[size];
        piece.get(bytes);
        body.writeBytes(bytes);
    }

    /** How many bytes of the body have been received so far, kept or discarded. */
    long length() {
        return length;
    }

    /** Ends the body, because it is complete or no longer needed, and returns what was kept of it. */
    byte[] end() {
        var all = body == null ? new byte[0] : body.toByteArray();
        request = null;
        body = null;
        discardLarge();
        return all;
    }
}
