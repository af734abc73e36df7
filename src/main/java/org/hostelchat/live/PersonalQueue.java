package org.hostelchat.live;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.hostelchat.live.transport.Frame;

/**
 * Frames for one connection alone that wait to be written; bounded. Not thread-safe: guarded by its {@link Connection}.
 */
final class PersonalQueue {

    /** With more frames than this pending, the client is not reading. */
    private static final int MOST = 1_024;

    private final Queue<Frame> frames = new ArrayDeque<>(4);

    boolean isEmpty() {
        return frames.isEmpty();
    }

    /** @return false if the queue is full: it is emptied then, as the connection must be closed */
    boolean offer(Frame frame) {
        if (frames.size() < MOST) return frames.add(frame);
        frames.clear();
        return false;
    }

    /** Puts frames before all others, without regard to the limit. */
    void putFirst(List<Frame> first) {
        var meanwhile = List.copyOf(frames);
        frames.clear();
        frames.addAll(first);
        frames.addAll(meanwhile);
    }

    /** Puts the last frame of a connection behind all others, without regard to the limit. */
    void putLast(Frame frame) {
        frames.add(frame);
    }

    void moveTo(List<Frame> written) {
        written.addAll(frames);
        frames.clear();
    }
}
