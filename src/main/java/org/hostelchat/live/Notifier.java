package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCode;
import java.util.function.Predicate;
import org.hostelchat.live.transport.Frame;
import org.hostelchat.refusal.Refusal;

/** Sends frames that are not events of a room: answers, news for everybody, reasons for closing. Thread-safe. */
@ApplicationScoped
class Notifier {

    private final OpenConnections connections;
    private final Dispatcher dispatcher;

    @Inject
    Notifier(OpenConnections connections, Dispatcher dispatcher) {
        this.connections = connections;
        this.dispatcher = dispatcher;
    }

    /** For the CDI proxy. */
    protected Notifier() {
        this(null, null);
    }

    /** Sends to one connection. */
    void tell(Connection connection, Frame frame) {
        connection.tell(frame);
        dispatcher.pump(connection);
    }

    /**
     * Queues for one connection until the round that {@link RoomHubs#answered} starts, so that an answer and the events
     * of the same commit are sent in one write.
     */
    void tellLater(Connection connection, Frame frame) {
        connection.tell(frame);
        dispatcher.queue(connection);
    }

    /** Sends to the person's connections that have sent hello. */
    void tellOwn(long userId, Frame frame) {
        for (var connection : connections.of(userId)) {
            connection.tellIfThere(frame);
            dispatcher.pump(connection);
        }
    }

    /** Sends to every connection that has sent hello. */
    void tellEverybody(Frame frame) {
        connections.forEach(connection -> {
            connection.tellIfThere(frame);
            dispatcher.queue(connection);
        });
        dispatcher.wake();
    }

    /** Sends to all listeners of a room. */
    void tellListeners(RoomHub room, Frame frame) {
        room.forEachListener(listener -> {
            var connection = listener.connection();
            connection.tellIn(listener, frame);
            dispatcher.queue(connection);
        });
        dispatcher.wake();
    }

    /**
     * Sends to the listeners of a room other than one person. The frame is dropped for connections with anything else
     * pending.
     */
    void sendIfIdle(RoomHub room, Frame frame, long butNotTo) {
        room.forEachListener(listener -> {
            var connection = listener.connection();
            if (connection.caller().id() != butNotTo && connection.sendIfIdle(listener, frame))
                dispatcher.queue(connection);
        });
        dispatcher.wake();
    }

    /** A person has read further on one connection: tells their other connections. */
    void tellRead(Connection from, long room, long seq) {
        for (var other : connections.of(from.caller().id())) {
            if (other != from && other.oweRead(room, seq)) dispatcher.pump(other);
        }
    }

    /** A person has marked messages as unread on one connection: tells their other connections. */
    void tellReadBack(Connection from, long room, long seq) {
        for (var other : connections.of(from.caller().id())) {
            if (other != from && other.readBack(room, seq, true)) dispatcher.pump(other);
        }
    }

    /** Sends the reason and closes the connection. */
    void dismiss(Connection connection, Refusal why, CloseCode code) {
        connection.bye(why, code);
        dispatcher.pump(connection);
    }

    /** Closes the matching connections of a person, see {@link #dismiss(Connection, Refusal, CloseCode)}. */
    void dismiss(long userId, Predicate<Connection> which, Refusal why, CloseCode code) {
        for (var connection : connections.of(userId)) if (which.test(connection)) dismiss(connection, why, code);
    }
}
