package org.hostelchat.live;

import java.util.List;
import org.hostelchat.live.transport.Frame;

/** Hands to a line what its connection has for it, one write after the other. For the dispatcher's thread only. */
final class LinePump {

    /** Writes in a row to one line, while they are done at once, before the next one's turn. */
    private static final int ROUNDS = 16;

    private LinePump() {}

    /**
     * Writes everything that a line has not got yet, unless a write is under way.
     *
     * @param whenDone called, on any thread, when a write that took its time is done
     */
    static void pump(Connection connection, Runnable whenDone) {
        for (var round = 0; round < ROUNDS; round++) {
            var frames = connection.beginWrite();
            if (frames == null) return;
            if (frames.isEmpty()) {
                connection.line().close(connection.closing(), "");
                return;
            }
            if (!write(connection, frames, whenDone)) return;
        }
        whenDone.run();
    }

    /** @return whether the write was done before this returned */
    private static boolean write(Connection connection, List<Frame> frames, Runnable whenDone) {
        var state = new WriteState();
        connection.line().write(frames, failure -> {
            connection.written(failure);
            if (state.finish()) whenDone.run();
        });
        return state.callReturned();
    }
}
