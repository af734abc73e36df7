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

    private final OpenLines lines;
    private final Dispatcher dispatcher;

    @Inject
    Notifier(OpenLines lines, Dispatcher dispatcher) {
        this.lines = lines;
        this.dispatcher = dispatcher;
    }

    /** For the CDI proxy. */
    protected Notifier() {
        this(null, null);
    }

    /** Sends to one connection. */
    void tell(Connection line, Frame frame) {
        line.tell(frame);
        dispatcher.pump(line);
    }

    /**
     * Queues for one connection until the round that {@link RoomHubs#answered} starts, so that an answer and the events
     * of the same commit are sent in one write.
     */
    void tellLater(Connection line, Frame frame) {
        line.tell(frame);
        dispatcher.queue(line);
    }

    /** Sends to the person's connections that have sent hello. */
    void tellOwn(long userId, Frame frame) {
        for (var line : lines.of(userId)) {
            line.tellIfThere(frame);
            dispatcher.pump(line);
        }
    }

    /** Sends to every connection that has sent hello. */
    void tellEverybody(Frame frame) {
        lines.forEach(line -> {
            line.tellIfThere(frame);
            dispatcher.queue(line);
        });
        dispatcher.wake();
    }

    /** Sends to all listeners of a room. */
    void tellListeners(RoomHub room, Frame frame) {
        room.forEachListener(listener -> {
            var line = listener.connection();
            line.tellIn(listener, frame);
            dispatcher.queue(line);
        });
        dispatcher.wake();
    }

    /**
     * Sends to the listeners of a room other than one person. The frame is dropped for connections with anything else
     * pending.
     */
    void mention(RoomHub room, Frame frame, long butNotTo) {
        room.forEachListener(listener -> {
            var line = listener.connection();
            if (line.caller().id() != butNotTo && line.mention(listener, frame)) dispatcher.queue(line);
        });
        dispatcher.wake();
    }

    /** A person has read further on one connection: tells their other connections. */
    void tellRead(Connection from, long room, long seq) {
        for (var other : lines.of(from.caller().id())) {
            if (other != from && other.oweRead(room, seq)) dispatcher.pump(other);
        }
    }

    /** Sends the reason and closes the connection. */
    void dismiss(Connection line, Refusal why, CloseCode code) {
        line.bye(why, code);
        dispatcher.pump(line);
    }

    /** Closes the matching connections of a person, see {@link #dismiss(Connection, Refusal, CloseCode)}. */
    void dismiss(long userId, Predicate<Connection> which, Refusal why, CloseCode code) {
        for (var line : lines.of(userId)) if (which.test(line)) dismiss(line, why, code);
    }
}
