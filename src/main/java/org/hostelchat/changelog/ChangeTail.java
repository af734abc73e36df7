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
 * Follows the log of changes and tells the listeners of each one, in order, after its commit. Begins at the end of the log: what was
 * before the start, whoever comes finds in the present state.
 *
 * <p>Thread-safe. Whoever brings a hint reads on and tells, so that an act is told of when it returns to its caller; others wait for
 * that, shortly, or leave it to whoever is at it. Posts change nothing here and never wait.
 */
@ApplicationScoped
public class ChangeTail {

    private static final System.Logger LOG = System.getLogger(ChangeTail.class.getName());

    private static final long NOT_STARTED = -1;

    /** Longer than reading takes. What is not told by then is told by whoever is at it, or by the sweep. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** So often a change is told that a listener can't take, at least a second apart: by the sweep. */
    private static final int TRIES = 3;

    private final ChangeLog log;
    private final Iterable<ChangeListener> listeners;
    private final ReentrantLock turn = new ReentrantLock(true);

    /** The last change that was told. Written by whoever has the turn. */
    private volatile long told = NOT_STARTED;

    /** How often the change after it was told in vain. Written by whoever has the turn. */
    private volatile int failures;

    @Inject
    ChangeTail(ChangeLog log, Instance<ChangeListener> listeners) {
        this(log, (Iterable<ChangeListener>) listeners);
    }

    public ChangeTail(ChangeLog log, Iterable<ChangeListener> listeners) {
        this.log = log;
        this.listeners = listeners;
    }

    /** For the container's proxy. */
    protected ChangeTail() {
        this(null, (Iterable<ChangeListener>) null);
    }

    /** Begins at the end of the log, as it is now. Hints that came before are of no use to anybody. */
    public void start() {
        told = log.last();
    }

    /**
     * The number of the last change that was told to all who listened then: what one reads from the database from now on takes in all up
     * to it, and what comes after it is told. 0 before the start.
     */
    public long told() {
        return Math.max(told, 0);
    }

    /** Reads on, and tells. Costs nothing for what was told already. Never throws. */
    public void hint(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChangeHint hint) {
        // What a listener could not take is left to the sweep: several acts in a bad moment must not use up the tries.
        if (failures > 0) return;
        try {
            catchUp(hint.last());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "A change will be told by the next sweep", e);
        }
    }

    /** Looks for changes of which no hint came, or which could not be told. To be called regularly. */
    public void sweep() {
        catchUp(log.last());
    }

    private void catchUp(long last) {
        // Also where a listener has brought it about, against its contract: the loop below sees it.
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

    /** @return false if there is nothing more to tell for now */
    private boolean tellPage() {
        var page = log.after(told);
        for (var change : page) if (!tell(change)) return false;
        return !page.isEmpty();
    }

    /** @return false if it is to be tried again later */
    private boolean tell(LoggedChange logged) {
        try {
            if (logged.change() != null) for (var listener : listeners) listener.told(logged);
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
