package org.hostelchat.live;

import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hostelchat.live.transport.Frame;
import org.hostelchat.live.transport.Line;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Problem;

/**
 * One line of one person: a place in each room's ring, and a short queue for what is meant for this line alone. When its
 * last write is done, everything after its places is written, at once.
 *
 * <p>A line is new, then being greeted, then greeted; whatever it is, it may be told to leave. What happens while the greeting
 * is put together waits behind it.
 *
 * <p>{@link #pump} is called by the dispatcher's thread only, everything else by any; of the pulse see there.
 */
final class Connection {

    /** Rounds in a row for one connection, while its writes are done at once, before the next one's turn. */
    private static final int ROUNDS = 16;

    private enum Stage {
        NEW,
        GREETING,
        GREETED
    }

    private final Line line;
    private volatile Caller caller;
    private final String sessionId;
    private final PersonalQueue personal = new PersonalQueue();
    private final RoomCursors places = new RoomCursors();
    private final Liveness pulse = new Liveness(System.nanoTime());
    private Stage stage = Stage.NEW;
    private volatile CloseCode closing;
    private boolean writing;
    private volatile boolean closed;
    private volatile long leavingSince;
    private volatile long writingSince;
    private volatile long writtenAt = System.nanoTime();
    private final AtomicBoolean queued = new AtomicBoolean();

    /** @param sessionId what opened it: a sign-in session or an access token; see {@code SessionsEnded} */
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

    /** What shows that there is somebody at the other end. */
    Liveness pulse() {
        return pulse;
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

    boolean isLeaving() {
        return leavingSince != 0;
    }

    synchronized boolean hasSaidHello() {
        return stage != Stage.NEW;
    }

    synchronized boolean isGreeted() {
        return stage == Stage.GREETED;
    }

    /** @return false if it waits for the dispatcher already */
    boolean queue() {
        return !queued.getAndSet(true);
    }

    /** The dispatcher looks at it now: what comes from now on has it queued again. */
    void unqueue() {
        queued.set(false);
    }

    /**
     * From now on nothing that happens is missed: call it before what the greeting says is looked up.
     *
     * @return false if that was said before, or the line is leaving
     */
    synchronized boolean beginGreeting() {
        if (stage != Stage.NEW || isLeaving()) return false;
        stage = Stage.GREETING;
        return true;
    }

    /** In the greeting: the line goes on after the number held. */
    synchronized void startIn(RoomBroadcast room, long held, long read) {
        if (stage == Stage.GREETING) places.enter(room, held, read);
    }

    /** The answer to hello, before anything that waits. */
    synchronized void greet(List<Frame> first) {
        if (stage != Stage.GREETING || isLeaving()) return;
        stage = Stage.GREETED;
        personal.putFirst(first);
    }

    /** A room is new to this person, or theirs again, unless the greeting has told of it already: the line goes on after a number. */
    synchronized void enter(RoomBroadcast room, long held, long read, Frame told) {
        if (stage == Stage.NEW || places.isIn(room.room())) return;
        places.comeIn(room, held, read);
        tell(told);
    }

    /** Its person says to have read up to a number: {@link RoomCursors#read}. */
    synchronized long read(long room, long seq) {
        return places.read(room, seq);
    }

    /** Its person has read up to a number on another line. However often that happens, one frame is owed for it. */
    synchronized boolean oweRead(long room, long seq) {
        return isGreeted() && places.owe(room, seq);
    }

    synchronized boolean isIn(long room) {
        return places.isIn(room);
    }

    /** A room is gone, or not this person's any more. */
    synchronized void leave(long room, Frame told) {
        if (stage != Stage.NEW) places.leave(room);
        tellIfThere(told);
    }

    /** Queues what everybody is told, unless the greeting is still to say it. */
    synchronized void tellIfThere(Frame frame) {
        if (stage != Stage.NEW) tell(frame);
    }

    /** Queues what is meant for this line alone. */
    synchronized void tell(Frame frame) {
        if (isLeaving() || personal.offer(frame)) return;
        bye(CloseReasons.TOO_SLOW, CloseCodes.TRY_AGAIN_LATER);
    }

    /** Queues what may be lost: not at all if anything else waits. */
    synchronized void mention(Frame frame) {
        if (isGreeted() && !isLeaving() && personal.isEmpty() && !writing) personal.offer(frame);
    }

    /** Says why and closes, after the answers that wait; what happens in the rooms is not told any more. */
    synchronized void bye(Problem why, CloseCode code) {
        if (isLeaving()) return;
        leavingSince = System.nanoTime();
        personal.putLast(OutboundFrames.bye(why));
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

    synchronized void markClosed() {
        if (leavingSince == 0) leavingSince = System.nanoTime();
        closed = true;
    }

    /**
     * Writes everything that this line has not got yet, unless a write is under way.
     *
     * @param whenDone called, on any thread, when a write that took its time is done
     */
    void pump(Runnable whenDone) {
        for (var round = 0; round < ROUNDS; round++) {
            List<Frame> frames;
            synchronized (this) {
                // What waits while the greeting is put together waits behind it.
                if (writing || closed || (stage == Stage.GREETING && !isLeaving())) return;
                frames = collect();
                if (frames.isEmpty() && closing == null) return;
                writing = !frames.isEmpty();
                writingSince = writing ? System.nanoTime() : 0;
                closed = frames.isEmpty();
            }
            if (frames.isEmpty()) {
                line.close(closing, "");
                return;
            }
            if (!write(frames, whenDone)) return;
        }
        whenDone.run();
    }

    private List<Frame> collect() {
        var frames = new ArrayList<Frame>(4);
        personal.moveTo(frames);
        if (!isLeaving()) places.collect(frames);
        return frames;
    }

    /** True if the write was done before this returned. */
    private boolean write(List<Frame> frames, Runnable whenDone) {
        var state = new WriteState();
        line.write(frames, failure -> {
            written(failure);
            if (state.finish()) whenDone.run();
        });
        return state.callReturned();
    }

    private synchronized void written(Throwable failure) {
        writing = false;
        writingSince = 0;
        writtenAt = System.nanoTime();
        if (failure != null) markClosed();
    }
}
