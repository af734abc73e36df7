package org.hostelchat.live;

import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hostelchat.live.transport.Frame;
import org.hostelchat.live.transport.Line;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Problem;
import org.hostelchat.room.RoomView;

/**
 * One line of one person: a place in the ring of each room that it listens to, and a short queue for what is meant for this line
 * alone. When its last write is done, everything that it has not got yet is written, at once. What happens while the greeting is
 * put together waits behind it. {@link #beginWrite} is for the dispatcher's thread, everything else for any; of {@link #liveness} see there.
 */
final class Connection {

    private final Line line;
    private volatile Caller caller;
    /** What opened it: a sign-in session or an access token; see {@code Change.SessionsEnded}. */
    private final String sessionId;

    private final PersonalQueue personal = new PersonalQueue();
    private final Subscriptions subscriptions = new Subscriptions();
    private final Liveness liveness = new Liveness(System.nanoTime());
    private GreetingStage stage = GreetingStage.NEW;
    private volatile CloseCode closing;
    private boolean closed;
    private volatile long leavingSince;
    private final WriteProgress writing = new WriteProgress();
    private final QueueFlag queued = new QueueFlag();

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

    Liveness liveness() {
        return liveness;
    }

    WriteProgress writing() {
        return writing;
    }

    /** Since when it has been told to go, or is gone; 0 if it may stay. */
    long leavingSince() {
        return leavingSince;
    }

    /** What comes from a line that has been told to go is not looked at any more. */
    boolean isLeaving() {
        return leavingSince != 0;
    }

    synchronized GreetingStage stage() {
        return stage;
    }

    QueueFlag queued() {
        return queued;
    }

    /**
     * From now on nothing that happens is missed: call it before what the greeting says is looked up.
     *
     * @return false if that was said before, or the line is leaving
     */
    synchronized boolean beginGreeting() {
        if (stage != GreetingStage.NEW || isLeaving()) return false;
        stage = GreetingStage.GREETING;
        return true;
    }

    /** In the greeting, which tells of the room: the line goes on after the number held, unless something has changed meanwhile. */
    synchronized void startIn(Subscription subscription, long held, long read) {
        subscriptions.add(subscription, held, read);
    }

    /** In the greeting: whether the person is in the room is to be looked at again. */
    synchronized void noteChange(long room) {
        if (stage == GreetingStage.GREETING) subscriptions.noteChange(room);
    }

    /**
     * The answer to hello, before anything that waits. Rooms that it tells of are taken back if something has changed meanwhile.
     *
     * @return where something has changed meanwhile, which has to be looked at now
     */
    synchronized Set<Long> greet(List<Frame> first, Set<Long> rooms) {
        if (stage != GreetingStage.GREETING || isLeaving()) return Set.of();
        stage = GreetingStage.GREETED;
        var changed = subscriptions.takeChangedMeanwhile();
        personal.putFirst(changed.stream()
                .filter(rooms::contains)
                .map(OutboundFrames::left)
                .toList());
        personal.putFirst(first);
        return changed;
    }

    /** The person comes into a room: it is told, and what happens after the view's last number. Nothing if the greeting has taken it up already. */
    synchronized void enter(Subscription subscription, RoomView view, Frame told) {
        if (listensTo(view.id()) != null) return;
        noteChange(view.id());
        if (stage != GreetingStage.GREETED || isLeaving()) return;
        if (subscriptions.add(subscription, view.last(), view.read())) tell(told);
    }

    /**
     * The person is out of a room: that is told, and nothing of the room after it.
     *
     * @return what has to be unregistered; null if the line was not in the room
     */
    synchronized Subscription leave(long room, Frame told) {
        noteChange(room);
        var ended = subscriptions.remove(room);
        if (ended != null && stage == GreetingStage.GREETED) tell(told);
        return ended;
    }

    /** Listens to nothing any more, for ever. What is returned has to be unregistered. */
    synchronized List<Subscription> leaveAll() {
        return subscriptions.removeAll();
    }

    /** Whether it listens to the room by just this subscription. */
    synchronized boolean has(Subscription subscription) {
        return subscriptions.find(subscription.room()) == subscription;
    }

    /** The room to which it listens; null if it does not. */
    synchronized RoomHub listensTo(long room) {
        return subscriptions.hub(room);
    }

    /** Whether its client may speak of the room: it listens to it, or did so until a while ago. */
    synchronized boolean knows(long room) {
        return subscriptions.knows(room);
    }

    synchronized void markDue(Subscription subscription) {
        subscriptions.markDue(subscription);
    }

    synchronized long read(long room, long seq) {
        return subscriptions.read(room, seq);
    }

    /** Its person has read up to a number on another line. However often that happens, one frame is owed for it. */
    synchronized boolean oweRead(long room, long seq) {
        return stage == GreetingStage.GREETED && subscriptions.oweRead(room, seq);
    }

    /** Queues what everybody is told, unless the greeting is still to say it. */
    synchronized void tellIfThere(Frame frame) {
        if (stage != GreetingStage.NEW) tell(frame);
    }

    /** Queues what those are told who are in a room, unless the line does not listen to it. */
    synchronized void tellIn(Subscription of, Frame frame) {
        if (stage != GreetingStage.NEW && has(of)) tell(frame);
    }

    synchronized void tell(Frame frame) {
        if (isLeaving() || personal.offer(frame)) return;
        bye(CloseReasons.TOO_SLOW, CloseCodes.TRY_AGAIN_LATER);
    }

    /**
     * Queues what may be lost, of a room to which it listens: not at all if anything else waits.
     *
     * @return whether it was queued
     */
    synchronized boolean mention(Subscription of, Frame frame) {
        var free = stage == GreetingStage.GREETED && !isLeaving() && personal.isEmpty() && !writing.isUnderWay();
        return free && has(of) && personal.offer(frame);
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

    /** Nothing can be written any more. */
    synchronized void markClosed() {
        if (leavingSince == 0) leavingSince = System.nanoTime();
        closed = true;
    }

    /** @return what is to be written now; empty if the line is to be closed, by whoever asked; null if there is nothing to do */
    synchronized List<Frame> beginWrite() {
        // What waits while the greeting is put together waits behind it.
        if (writing.isUnderWay() || closed || (stage == GreetingStage.GREETING && !isLeaving())) return null;
        var frames = new ArrayList<Frame>(4);
        personal.moveTo(frames);
        if (!isLeaving()) subscriptions.collect(frames);
        if (frames.isEmpty() && closing == null) return null;
        if (frames.isEmpty()) closed = true;
        else writing.begin();
        return frames;
    }

    synchronized void written(Throwable failure) {
        writing.end();
        if (failure != null) markClosed();
    }

    CloseCode closing() {
        return closing;
    }
}
