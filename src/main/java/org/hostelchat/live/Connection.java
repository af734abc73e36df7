package org.hostelchat.live;

import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.hostelchat.account.Caller;
import org.hostelchat.refusal.Problem;

/**
 * One line of one person: an offset into each room's ring, and a short queue for what is meant for this line alone. When its
 * last write is done, everything after its offsets is written, at once.
 *
 * <p>{@link #pump} is called by the switchboard's thread only; everything else by any.
 */
final class Connection {

    /** More answers than this unread, and the client is not reading. */
    private static final int MOST_PERSONAL = 1_024;

    /** Rounds in a row for one connection, while its writes are done at once, before the next one's turn. */
    private static final int ROUNDS = 16;

    private static final RoomBroadcast[] NOWHERE = {};

    private final Line line;
    private volatile Caller caller;
    private final String sessionId;
    private final Queue<Frame> personal = new ArrayDeque<>(4);
    private RoomBroadcast[] rooms = NOWHERE;
    private long[] offsets = {};
    private CloseCode closing;
    private boolean writing;
    private boolean greeted;
    private volatile boolean closed;
    private volatile long leavingSince;
    private volatile long writingSince;
    private volatile long heardAt = System.nanoTime();
    private volatile long writtenAt = System.nanoTime();
    private long typedAt = System.nanoTime() - 1_000_000_000_000L;

    /** @param sessionId the sign-in session that opened it, null for an access token */
    Connection(Line line, Caller caller, String sessionId) {
        this.line = line;
        this.caller = caller;
        this.sessionId = sessionId;
    }

    Caller caller() {
        return caller;
    }

    /** The person goes by another name, or may do other things, from now on. */
    void become(Caller changed) {
        caller = changed;
    }

    String sessionId() {
        return sessionId;
    }

    Line line() {
        return line;
    }

    void heard() {
        heardAt = System.nanoTime();
    }

    long heardAt() {
        return heardAt;
    }

    long writtenAt() {
        return writtenAt;
    }

    /** Since when the last write has been under way; 0 if none is. */
    long writingSince() {
        return writingSince;
    }

    /** Since when it has been told to go, or is gone; 0 if it may stay. */
    long leavingSince() {
        return leavingSince;
    }

    /** What comes from a line that has been told to go is not for us any more. */
    boolean isLeaving() {
        return leavingSince != 0;
    }

    void markClosed() {
        leave();
        closed = true;
    }

    private void leave() {
        if (leavingSince == 0) leavingSince = System.nanoTime();
    }

    synchronized boolean isGreeted() {
        return greeted;
    }

    /** Whether this line may tell again that its person is writing. */
    synchronized boolean mayType(long nowNanos) {
        if (nowNanos - typedAt < 3_000_000_000L) return false;
        typedAt = nowNanos;
        return true;
    }

    /** The answer to hello, before anything else, and where it goes on from in each room. */
    synchronized boolean greet(List<Frame> first, RoomBroadcast[] from, long[] held) {
        if (greeted) return false;
        greeted = true;
        personal.clear();
        personal.addAll(first);
        rooms = from;
        offsets = held;
        return true;
    }

    /** Queues what is meant for this line alone. */
    synchronized void tell(Frame frame) {
        if (isLeaving()) return;
        if (personal.size() < MOST_PERSONAL) {
            personal.add(frame);
            return;
        }
        personal.clear();
        bye(Farewell.TOO_SLOW, CloseCodes.TRY_AGAIN_LATER);
    }

    /** Queues what may be lost: not at all if anything else waits. */
    synchronized void mention(Frame frame) {
        if (greeted && !isLeaving() && personal.isEmpty() && !writing) personal.add(frame);
    }

    /** Says why and closes, after the answers that wait; what happens in the rooms is not told any more. */
    synchronized void bye(Problem why, CloseCode code) {
        if (isLeaving()) return;
        leave();
        personal.add(OutboundFrames.bye(why));
        closing = code;
    }

    /** Closes at once and without a word: the other end does not keep to the protocol. */
    void end(CloseCode code, String reason) {
        synchronized (this) {
            if (isLeaving()) return;
            markClosed();
        }
        line.close(code, reason);
    }

    synchronized void enter(RoomBroadcast room, long offset) {
        if (!greeted || indexOf(room.room()) >= 0) return;
        rooms = Arrays.copyOf(rooms, rooms.length + 1);
        offsets = Arrays.copyOf(offsets, offsets.length + 1);
        rooms[rooms.length - 1] = room;
        offsets[offsets.length - 1] = offset;
    }

    synchronized void leave(long room) {
        var index = indexOf(room);
        if (index < 0) return;
        var last = rooms.length - 1;
        var fewer = Arrays.copyOf(rooms, last);
        var held = Arrays.copyOf(offsets, last);
        System.arraycopy(rooms, index + 1, fewer, index, last - index);
        System.arraycopy(offsets, index + 1, held, index, last - index);
        rooms = fewer;
        offsets = held;
    }

    private int indexOf(long room) {
        for (var i = 0; i < rooms.length; i++) if (rooms[i].room() == room) return i;
        return -1;
    }

    /**
     * Writes everything that this line has not got yet, unless a write is under way.
     *
     * @param again called, on any thread, when a write that took its time is done
     */
    void pump(Runnable again) {
        for (var round = 0; round < ROUNDS; round++) {
            List<Frame> frames;
            synchronized (this) {
                if (writing || closed) return;
                frames = collect();
                if (frames.isEmpty()) {
                    closeIfAsked();
                    return;
                }
                writing = true;
                writingSince = System.nanoTime();
            }
            if (!write(frames, again)) return;
        }
        again.run();
    }

    /** True if the write was done before this returned. */
    private boolean write(List<Frame> frames, Runnable again) {
        var state = new WriteState();
        line.write(frames, failure -> {
            written(failure);
            if (state.isLate()) again.run();
        });
        return state.wasDoneAtOnce();
    }

    private synchronized void written(Throwable failure) {
        writing = false;
        writingSince = 0;
        writtenAt = System.nanoTime();
        if (failure != null) markClosed();
    }

    private List<Frame> collect() {
        var frames = new ArrayList<Frame>(4);
        for (Frame frame; (frame = personal.poll()) != null; ) frames.add(frame);
        for (var i = 0; i < rooms.length && !isLeaving(); i++) {
            var batch = rooms[i].after(offsets[i]);
            if (batch == null) continue;
            frames.add(
                    batch.frame() != null
                            ? batch.frame()
                            : OutboundFrames.limited(rooms[i].room(), offsets[i] + 1, batch.to()));
            offsets[i] = batch.to();
        }
        return frames;
    }

    private void closeIfAsked() {
        if (closing == null) return;
        closed = true;
        line.close(closing, "");
    }

    /** Whether the end of a write came before or after the call that began it returned. */
    private static final class WriteState {
        private boolean done;
        private boolean returned;

        /** Told at the end of the write. */
        synchronized boolean isLate() {
            done = true;
            return returned;
        }

        /** Asked when the call has returned. */
        synchronized boolean wasDoneAtOnce() {
            returned = true;
            return done;
        }
    }
}
