package org.hostelchat.listener;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.HttpRequestPacket;

/**
 * What is known of one connection: whether a request is arriving on it, being answered, or neither, and since when.
 *
 * <p>Written by the thread that has the connection's event in hand; the stage and its time are read by any.
 */
final class Arrival {

    enum Stage {
        /** No byte of a next request is here. */
        IDLE,
        /** Some bytes are, and not all. */
        RECEIVING,
        /** A thread answers it. */
        ANSWERING,
        /** It is a socket of the chat's, with rules of its own. */
        UPGRADED,
        /** It was refused, and nothing that still comes is looked at. */
        REFUSED
    }

    private static final Attribute<Arrival> ATTRIBUTE =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(Arrival.class.getName());

    private final Connection<?> connection;
    private volatile Stage stage = Stage.IDLE;
    private volatile long since = System.nanoTime();
    private final Map<FilterChainContext, Runnable> held = new ConcurrentHashMap<>(2);
    private boolean last;
    private int reads;
    private HttpRequestPacket request;
    private ByteArrayOutputStream body;
    private long length;

    private Arrival(Connection<?> connection) {
        this.connection = connection;
    }

    /** That of a connection, made when it is asked for first. */
    static Arrival of(Connection<?> connection) {
        var known = ATTRIBUTE.get(connection);
        if (known != null) return known;
        var made = new Arrival(connection);
        ATTRIBUTE.set(connection, made);
        return made;
    }

    /** Null for a connection that was there before the filters were. */
    static Arrival known(Connection<?> connection) {
        return ATTRIBUTE.get(connection);
    }

    Connection<?> connection() {
        return connection;
    }

    Stage stage() {
        return stage;
    }

    /** When the stage began, as {@link System#nanoTime()} has it. */
    long since() {
        return since;
    }

    void become(Stage next) {
        since = System.nanoTime();
        stage = next;
    }

    /** No request is taken after the present one. */
    void beLast() {
        last = true;
    }

    boolean isLast() {
        return last;
    }

    boolean isHeldBy(FilterChainContext context) {
        return held.containsKey(context);
    }

    /** Something is held for the requests of a context, until that is over. */
    void hold(FilterChainContext context, Runnable toRelease) {
        held.put(context, toRelease);
    }

    /** Gives back what is held for a context, once. */
    void release(FilterChainContext context) {
        var toRelease = held.remove(context);
        if (toRelease != null) toRelease.run();
        if (held.isEmpty() && stage == Stage.ANSWERING) become(Stage.IDLE);
    }

    void releaseAll() {
        held.keySet().forEach(this::release);
    }

    /** Bytes have come. @return how often that happened before the head of a request was complete */
    int read() {
        if (stage == Stage.IDLE) {
            become(Stage.RECEIVING);
            reads = 0;
        }
        return request == null && stage == Stage.RECEIVING ? ++reads : 0;
    }

    /** The request whose body is arriving; null for none. */
    HttpRequestPacket request() {
        return request;
    }

    /** The head of a request is complete. */
    void begin(HttpRequestPacket head) {
        request = head;
        body = null;
        length = 0;
    }

    /** Takes a piece of the body in, unless it is more than so many bytes in all: then it is only counted. */
    void take(Buffer piece, int most) {
        var size = piece.remaining();
        length += size;
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

    /** How long the body is so far, taken in or not. */
    long length() {
        return length;
    }

    /** The body is complete, or of no use any more. */
    byte[] end() {
        var all = body == null ? new byte[0] : body.toByteArray();
        request = null;
        body = null;
        return all;
    }
}
