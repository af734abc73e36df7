package org.hostelchat.changelog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Follows the log of changes and calls the listeners for each change, in order, after its commit. Starts at the end of
 * the log, because state that is read later includes everything before.
 *
 * <p>Thread-safe. The thread that brings a hint reads and delivers, so that an act's changes are delivered before it
 * returns to its caller; other threads wait for that briefly, or leave theirs to the one that is delivering. Posts
 * append nothing here and never wait for it.
 */
@ApplicationScoped
public class ChangeTail {

    private static final System.Logger LOG = System.getLogger(ChangeTail.class.getName());

    private static final long NOT_STARTED = -1;

    /**
     * Longer than reading takes. What is not delivered by then is delivered by the thread that holds the lock, or by
     * the sweep.
     */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** How often a change is delivered if a listener fails, at least a second apart, by the sweep. */
    private static final int TRIES = 3;

    private final ChangeLog log;
    private final Iterable<ChangeListener> listeners;
    private final ReentrantLock turn = new ReentrantLock(true);

    /** The last change that was delivered. Written by the holder of the lock. */
    private volatile long told = NOT_STARTED;

    /** How often delivering the next change has failed. Written by the holder of the lock. */
    private volatile int failures;

    @Inject
    ChangeTail(ChangeLog log, Instance<ChangeListener> listeners) {
        this(log, (Iterable<ChangeListener>) listeners);
    }

    public ChangeTail(ChangeLog log, Iterable<ChangeListener> listeners) {
        this.log = log;
        this.listeners = listeners;
    }

    /** For the CDI proxy. */
    protected ChangeTail() {
        this(null, (Iterable<ChangeListener>) null);
    }

    /** Starts at the present end of the log. Earlier hints are ignored. */
    public void start() {
        told = log.last();
    }

    /**
     * The number of the last change that was delivered to all listeners: data read from the database from now on
     * includes it and all before, and later ones will be delivered. 0 before the start.
     */
    public long told() {
        return Math.max(told, 0);
    }

    /** Reads and delivers up to the hint's number; does nothing if that was delivered already. Never throws. */
    public void hint(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChangeHint hint) {
        // After a failure only the sweep retries, so that several acts in quick succession do not use up the attempts.
        if (failures > 0) return;
        try {
            catchUp(hint.last());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "A change will be told by the next sweep", e);
        }
    }

    /** Delivers changes whose hint was lost or whose delivery failed. To be called regularly. */
    public void sweep() {
        catchUp(log.last());
    }

    private void catchUp(long last) {
        // The lock is held by this thread if a listener has caused a change, against its contract: the loop below will
        // deliver it.
        if (told == NOT_STARTED || told >= last || turn.isHeldByCurrentThread() || !takeTurn()) return;
        try {
            for (var all = false; !all && told < last; ) all = !tellPage();
        } finally {
            turn.unlock();
        }
    }

    private boolean takeTurn() {
        try {
            return turn.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @return false if there is nothing more to deliver now */
    private boolean tellPage() {
        var page = log.after(told);
        for (var change : page) if (!tell(change)) return false;
        return !page.isEmpty();
    }

    /** @return false if it must be retried later */
    private boolean tell(LoggedChange logged) {
        try {
            if (logged.change() != null) for (var listener : listeners) listener.onChange(logged);
        } catch (RuntimeException e) {
            var tries = failures + 1;
            failures = tries;
            if (tries < TRIES) {
                LOG.log(System.Logger.Level.WARNING, "Change " + logged.seq() + " will be told again", e);
                return false;
            }
            LOG.log(System.Logger.Level.ERROR, "Change " + logged.seq() + " is passed over: " + logged.change(), e);
            listeners.forEach(ChangeListener::passedOver);
        }
        failures = 0;
        told = logged.seq();
        return true;
    }
}
