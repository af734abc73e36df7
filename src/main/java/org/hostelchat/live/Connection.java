package org.hostelchat.live;

import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hostelchat.live.transport.Frame;
import org.hostelchat.live.transport.FrameTransport;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.RoomView;

/**
 * One WebSocket connection of one person: a position in the ring of each room that it listens to, and a short queue of
 * frames for this connection alone. When its last write has completed, everything that is pending is written at once.
 * Frames that arrive while the greeting is being prepared are sent after it. {@link #beginWrite} is for the
 * dispatcher's thread, everything else for any thread; for {@link #liveness} see there.
 */
final class Connection {

    private final FrameTransport transport;
    private volatile Caller caller;
    /** The sign-in session or access token that opened it; see {@code Change.SessionsEnded}. */
    private final String sessionId;

    private final PersonalQueue personal = new PersonalQueue();
    private final Subscriptions subscriptions = new Subscriptions();
    private final Liveness liveness = new Liveness(System.nanoTime());
    private GreetingStage stage = GreetingStage.NEW;
    private final ClosingState closing = new ClosingState();
    private final WriteProgress writing = new WriteProgress();
    private final QueueFlag queued = new QueueFlag();

    Connection(FrameTransport transport, Caller caller, String sessionId) {
        this.transport = transport;
        this.caller = caller;
        this.sessionId = sessionId;
    }

    Caller caller() {
        return caller;
    }

    /** Replaces the caller after a change of the person's name or rights. */
    void updateCaller(Caller changed) {
        caller = changed;
    }

    String sessionId() {
        return sessionId;
    }

    FrameTransport transport() {
        return transport;
    }

    Liveness liveness() {
        return liveness;
    }

    WriteProgress writing() {
        return writing;
    }

    ClosingState closing() {
        return closing;
    }

    /** Whether closing has begun; frames that are received from now on are ignored. */
    boolean isClosing() {
        return closing.hasBegun();
    }

    synchronized GreetingStage stage() {
        return stage;
    }

    QueueFlag queued() {
        return queued;
    }

    /**
     * From now on changes are noted for this connection: call it before reading the data for the greeting, so that none
     * is missed.
     *
     * @return false if it was called before, or the connection is closing
     */
    synchronized boolean beginGreeting() {
        if (stage != GreetingStage.NEW || isClosing()) return false;
        stage = GreetingStage.GREETING;
        return true;
    }

    /** Called while greeting: subscribes from the number that the client holds, unless the membership has changed. */
    synchronized void startIn(Subscription subscription, long held, long read) {
        subscriptions.add(subscription, held, read);
    }

    /** Called while greeting: the membership of this room has changed and must be read again. */
    synchronized void noteChange(long room) {
        if (stage == GreetingStage.GREETING) subscriptions.noteChange(room);
    }

    /**
     * Queues the answer to hello before any other frame. Rooms in it whose membership has changed meanwhile are
     * withdrawn by frames that follow.
     *
     * @return the rooms whose membership has changed meanwhile and must be read again now
     */
    synchronized Set<Long> greet(List<Frame> first, Set<Long> rooms) {
        if (stage != GreetingStage.GREETING || isClosing()) return Set.of();
        stage = GreetingStage.GREETED;
        var changed = subscriptions.takeChangedMeanwhile();
        personal.putFirst(changed.stream()
                .filter(rooms::contains)
                .map(OutboundFrames::left)
                .toList());
        personal.putFirst(first);
        return changed;
    }

    /**
     * Subscribes to a room that the person has joined: sends the frame, then the events after the view's last number.
     * Does nothing if the greeting has included the room already.
     */
    synchronized void enter(Subscription subscription, RoomView view, Frame told) {
        if (listensTo(view.id()) != null) return;
        noteChange(view.id());
        if (stage != GreetingStage.GREETED || isClosing()) return;
        if (subscriptions.add(subscription, view.last(), view.read())) tell(told);
    }

    /**
     * Unsubscribes from a room that the person has left: sends the frame, and nothing of the room after it.
     *
     * @return the subscription, which the caller must unregister from its hub; null if there was none
     */
    synchronized Subscription leave(long room, Frame told) {
        noteChange(room);
        var ended = subscriptions.remove(room);
        if (ended != null && stage == GreetingStage.GREETED) tell(told);
        return ended;
    }

    /** Ends all subscriptions for good. The caller must unregister those that are returned. */
    synchronized List<Subscription> leaveAll() {
        return subscriptions.removeAll();
    }

    /** Whether this very subscription is the current one for its room. */
    synchronized boolean has(Subscription subscription) {
        return subscriptions.find(subscription.room()) == subscription;
    }

    /** The hub of a room that the connection listens to; null if it does not. */
    synchronized RoomHub listensTo(long room) {
        return subscriptions.hub(room);
    }

    /** Whether the client may refer to the room: the connection listens to it, or did until recently. */
    synchronized boolean knows(long room) {
        return subscriptions.knows(room);
    }

    synchronized void markDue(Subscription subscription) {
        subscriptions.markDue(subscription);
    }

    synchronized long read(long room, long seq) {
        return subscriptions.read(room, seq);
    }

    /** The person has read up to a number on another connection. Repeated calls cause one frame only. */
    synchronized boolean oweRead(long room, long seq) {
        return stage == GreetingStage.GREETED && subscriptions.oweRead(room, seq);
    }

    /** See {@link Subscription#readBack}. */
    synchronized boolean readBack(long room, long seq, boolean elsewhere) {
        return stage == GreetingStage.GREETED && subscriptions.readBack(room, seq, elsewhere);
    }

    /** Queues a frame for everybody, unless hello has not been received: then the greeting will include it. */
    synchronized void tellIfThere(Frame frame) {
        if (stage != GreetingStage.NEW) tell(frame);
    }

    /** Queues a frame for the listeners of a room, unless the subscription has ended. */
    synchronized void tellIn(Subscription of, Frame frame) {
        if (stage != GreetingStage.NEW && has(of)) tell(frame);
    }

    synchronized void tell(Frame frame) {
        if (isClosing() || personal.offer(frame)) return;
        bye(CloseReasons.tooSlow(), CloseCodes.TRY_AGAIN_LATER);
    }

    /**
     * Queues a frame that may be lost, for the listeners of a room: it is dropped if anything else is pending.
     *
     * @return whether it was queued
     */
    synchronized boolean sendIfIdle(Subscription of, Frame frame) {
        var free = stage == GreetingStage.GREETED && !isClosing() && personal.isEmpty() && !writing.isUnderWay();
        return free && has(of) && personal.offer(frame);
    }

    /** Queues the reason, in the connection's language, after pending answers and instead of events, then closes. */
    synchronized void bye(Refusal why, CloseCode code) {
        if (isClosing()) return;
        closing.begin(code);
        personal.putLast(OutboundFrames.bye(why, caller.language()));
    }

    /** Closes at once without a frame, because the other end violates the protocol. */
    void end(CloseCode code, String reason) {
        synchronized (this) {
            if (isClosing()) return;
            markClosed();
        }
        transport.close(code, reason);
    }

    /** After this nothing is written any more. */
    synchronized void markClosed() {
        closing.finish();
    }

    /** The frames to write now; empty if the caller must close the connection; null if there is nothing to do. */
    synchronized List<Frame> beginWrite() {
        // Frames that are queued while the greeting is being prepared are sent after it.
        if (writing.isUnderWay() || closing.isClosed() || (stage == GreetingStage.GREETING && !isClosing()))
            return null;
        var frames = new ArrayList<Frame>(4);
        personal.moveTo(frames);
        if (!isClosing()) subscriptions.collect(frames);
        if (frames.isEmpty() && closing.code() == null) return null;
        if (frames.isEmpty()) closing.finish();
        else writing.begin();
        return frames;
    }

    synchronized void written(Throwable failure) {
        writing.end();
        if (failure != null) markClosed();
    }
}
