package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCode;
import java.util.function.Predicate;
import org.hostelchat.live.transport.Frame;
import org.hostelchat.refusal.Problem;

/** Sends lines what is not an event of a room: answers, news for everybody, good-byes. Thread-safe. */
@ApplicationScoped
class Notifier {

    private final OpenLines lines;
    private final Dispatcher dispatcher;

    @Inject
    Notifier(OpenLines lines, Dispatcher dispatcher) {
        this.lines = lines;
        this.dispatcher = dispatcher;
    }

    /** For the container's proxy. */
    protected Notifier() {
        this(null, null);
    }

    /** Sends to one line. */
    void tell(Connection line, Frame frame) {
        line.tell(frame);
        dispatcher.pump(line);
    }

    /** Sends to one line in the round that {@link RoomHubs#answered} starts, so that an answer and the news travel in one write. */
    void tellLater(Connection line, Frame frame) {
        line.tell(frame);
        dispatcher.queue(line);
    }

    /** Sends to those of a person's lines that have said hello. */
    void tellOwn(long userId, Frame frame) {
        for (var line : lines.of(userId)) {
            line.tellIfThere(frame);
            dispatcher.pump(line);
        }
    }

    /** Sends to every line that has said hello. */
    void tellEverybody(Frame frame) {
        lines.forEach(line -> {
            line.tellIfThere(frame);
            dispatcher.queue(line);
        });
        dispatcher.wake();
    }

    /** Sends to those who listen to a room. */
    void tellListeners(RoomHub room, Frame frame) {
        room.forEachListener(listener -> {
            var line = listener.connection();
            line.tellIn(listener, frame);
            dispatcher.queue(line);
        });
        dispatcher.wake();
    }

    /** Sends to those who listen to a room, but not to one of them, and may be lost. */
    void mention(RoomHub room, Frame frame, long butNotTo) {
        room.forEachListener(listener -> {
            var line = listener.connection();
            if (line.caller().id() != butNotTo && line.mention(listener, frame)) dispatcher.queue(line);
        });
        dispatcher.wake();
    }

    /** A person has read further on one line: the others get to know. */
    void tellRead(Connection from, long room, long seq) {
        for (var other : lines.of(from.caller().id())) {
            if (other != from && other.oweRead(room, seq)) dispatcher.pump(other);
        }
    }

    /** Says why a line is closed, and closes it. */
    void dismiss(Connection line, Problem why, CloseCode code) {
        line.bye(why, code);
        dispatcher.pump(line);
    }

    /** As {@link #dismiss(Connection, Problem, CloseCode)}, those of a person's lines that are meant. */
    void dismiss(long userId, Predicate<Connection> which, Problem why, CloseCode code) {
        for (var line : lines.of(userId)) if (which.test(line)) dismiss(line, why, code);
    }
}
