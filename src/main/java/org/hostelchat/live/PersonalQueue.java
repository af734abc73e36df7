package org.hostelchat.live;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.hostelchat.live.transport.Frame;

/** What is meant for one line alone and waits to be written; bounded. Not thread-safe: its {@link Connection} sees to that. */
final class PersonalQueue {

    /** More answers than this unread, and the client is not reading. */
    private static final int MOST = 1_024;

    private final Queue<Frame> frames = new ArrayDeque<>(4);

    boolean isEmpty() {
        return frames.isEmpty();
    }

    /** @return false if too much waits already: then nothing waits any more, for the line has to go */
    boolean offer(Frame frame) {
        if (frames.size() < MOST) return frames.add(frame);
        frames.clear();
        return false;
    }

    /** Before everything that waits, however much that is. */
    void putFirst(List<Frame> first) {
        var meanwhile = List.copyOf(frames);
        frames.clear();
        frames.addAll(first);
        frames.addAll(meanwhile);
    }

    /** After everything that waits, however much that is: the last word. */
    void putLast(Frame frame) {
        frames.add(frame);
    }

    void moveTo(List<Frame> written) {
        written.addAll(frames);
        frames.clear();
    }
}
