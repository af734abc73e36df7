package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCode;
import java.util.function.Predicate;
import org.hostelchat.live.transport.Frame;
import org.hostelchat.refusal.Refusal;

/** Sends frames that are not events of a room: answers, frames for everybody, reasons for closing. Thread-safe. */
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
        tell(connection -> true, frame);
    }

    /** Sends to those connections that have sent hello. */
    void tell(Predicate<Connection> which, Frame frame) {
        connections.forEach(connection -> {
            if (!which.test(connection)) return;
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

    /** A person's read mark was moved by one of their connections: tells the others on this node. */
    void tellRead(Connection from, long room, long seq, boolean back) {
        tellRead(from, from.caller().id(), room, seq, back);
    }

    /** A person's read mark was moved on another node: tells their connections on this one. */
    void tellReadElsewhere(long userId, long room, long seq, boolean back) {
        tellRead(null, userId, room, seq, back);
    }

    private void tellRead(Connection butNot, long userId, long room, long seq, boolean back) {
        for (var other : connections.of(userId)) {
            if (other == butNot) continue;
            if (back ? other.readBack(room, seq, true) : other.oweRead(room, seq)) dispatcher.pump(other);
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
