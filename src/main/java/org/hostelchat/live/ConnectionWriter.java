package org.hostelchat.live;

import java.util.List;
import org.hostelchat.live.transport.Frame;

/** Writes to a connection what is pending for it, one write after the other. For the dispatcher's thread only. */
final class ConnectionWriter {

    /** The most consecutive writes to one connection, if each completes at once, before others get their turn. */
    private static final int ROUNDS = 16;

    private ConnectionWriter() {}

    /**
     * Writes everything that is pending, unless a write is in progress.
     *
     * @param whenDone called, on any thread, when a write that did not complete at once has completed
     */
    static void pump(Connection connection, Runnable whenDone) {
        for (var round = 0; round < ROUNDS; round++) {
            var frames = connection.beginWrite();
            if (frames == null) return;
            if (frames.isEmpty()) {
                connection.transport().close(connection.closing().code(), "");
                return;
            }
            if (!write(connection, frames, whenDone)) return;
        }
        whenDone.run();
    }

    /** @return whether the write completed before this method returned */
    private static boolean write(Connection connection, List<Frame> frames, Runnable whenDone) {
        var state = new WriteState();
        connection.transport().write(frames, failure -> {
            connection.written(failure);
            if (state.finish()) whenDone.run();
        });
        return state.callReturned();
    }
}
