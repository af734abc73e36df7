package org.hostelchat.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hostelchat.auth.AccessTokens;
import org.hostelchat.auth.OperatorKey;
import org.hostelchat.auth.Sessions;
import org.hostelchat.auth.SetupKey;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.changelog.ChangeTail;
import org.hostelchat.live.ConnectionDrain;
import org.hostelchat.live.Dispatcher;
import org.hostelchat.live.Heartbeat;
import org.hostelchat.live.RoomHubs;
import org.hostelchat.message.MessageWriter;
import org.hostelchat.platform.db.Checkpoint;
import org.hostelchat.platform.db.ErasureSweep;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.ReadMarks;

/** Starts what runs by itself, and stops it in the order that loses nothing. */
@ApplicationScoped
class BackgroundTasks {

    private static final System.Logger LOG = System.getLogger(BackgroundTasks.class.getName());

    /** Longer than all that is waited for within {@link #stop}, shorter than what a service manager allows. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** How long what is only noted may take to be stored, when the house closes. */
    private static final Duration SAVING = Duration.ofSeconds(2);

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private OperatorKey operatorKey;

    @Inject
    private SetupKey setupKey;

    @Inject
    private Sessions sessions;

    @Inject
    private AccessTokens tokens;

    @Inject
    private Dispatcher dispatcher;

    @Inject
    private RoomHubs roomHubs;

    @Inject
    private ChangeLog changes;

    @Inject
    private ChangeTail changeTail;

    @Inject
    private MessageWriter writer;

    @Inject
    private Heartbeat heartbeat;

    @Inject
    private ReadMarks readMarks;

    @Inject
    private Checkpoint checkpoint;

    @Inject
    private ErasureSweep erasureSweep;

    @Inject
    private RequestGuard requestGuard;

    @Inject
    private ConnectionDrain drain;

    private final AtomicBoolean open = new AtomicBoolean();
    private ScheduledExecutorService clock;
    private ScheduledExecutorService pulse;

    /** It reads the whole database, which may take a while. */
    private ScheduledExecutorService erasures;

    private volatile Runnable serverStays = () -> {};

    void start() {
        operatorKey.renew();
        setupKey.prepare();
        // Our own schedulers on the container's threads: its scheduler would put the invocation of this start, which is
        // long over by then, around every single task.
        clock = Executors.newScheduledThreadPool(2, threads);
        // All other tasks may wait for the database. If it hangs, the lines' silence would say that the server is gone.
        pulse = Executors.newSingleThreadScheduledExecutor(threads);
        open.set(true);
        drain.prepare();
        roomHubs.start(threads);
        changeTail.start();
        dispatcher.start(threads);
        writer.start(threads);
        requestGuard.start();
        every(SECOND, requestGuard::sweep, pulse);
        every(SECOND, heartbeat::tick, pulse);
        every(Duration.ofMillis(100), () -> writer.refuseOverdue(System.nanoTime()), pulse);
        every(Duration.ofSeconds(2), readMarks::save, clock);
        every(Duration.ofSeconds(10), roomHubs::sweep, clock);
        every(SECOND, changeTail::sweep, clock);
        every(Duration.ofMinutes(1), heartbeat::checkSignIns, clock);
        every(Duration.ofMinutes(1), sessions::writeUses, clock);
        every(Duration.ofMinutes(1), tokens::writeUses, clock);
        every(Duration.ofMinutes(1), checkpoint::run, clock);
        every(Duration.ofHours(1), changes::trim, clock);
        erasures = Executors.newSingleThreadScheduledExecutor(threads);
        // What was deleted before a crash may not have been overwritten.
        erasureSweep.request();
        every(SECOND, erasureSweep::tick, erasures);
        serverStays = ServerEnd.before(this::stopOnThreadOfContainer);
    }

    private static void every(Duration pause, Runnable work, ScheduledExecutorService on) {
        on.scheduleWithFixedDelay(() -> quietly(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * A scheduled task that throws would never run again.
     *
     * @return false if it failed
     */
    private static boolean quietly(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Refusal.Unavailable later) {
            // Why, the log knows already.
            return false;
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.WARNING, "A regular task failed and will be tried again", e);
            return false;
        }
    }

    /** Once, while database and sockets are still there. Ten seconds at the most, whatever the database does. */
    void stop() {
        serverStays.run();
        if (!open.getAndSet(false)) return;
        requestGuard.stop();
        var databaseAnswers = writer.stop();
        // Before anything that may wait for the database, and after it nobody marks anything as read any more.
        drain.sendEverybodyHome();
        dispatcher.stop();
        stop(pulse);
        if (stop(erasures)) erasureSweep.close();
        if (stop(clock) && databaseAnswers) within(SAVING, this::saveWhatIsNoted);
    }

    /** Until the first that the database refuses: it will refuse the others too, each after a while. */
    private void saveWhatIsNoted() {
        if (quietly(readMarks::save) && quietly(sessions::writeUses) && quietly(tokens::writeUses)) checkpoint.run();
    }

    /** The thread that ends the server knows nothing of the application's transactions. */
    private void stopOnThreadOfContainer() {
        within(PATIENCE, this::stop);
    }

    /** On a thread of the container's, for which nobody waits longer than that. */
    private void within(Duration most, Runnable work) {
        var thread = threads.newThread(work);
        thread.start();
        try {
            thread.join(most.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for what just runs: it would otherwise meet a house that is half taken down, and tell the log at length. */
    private static boolean stop(ScheduledExecutorService regular) {
        if (regular == null) return true;
        regular.shutdownNow();
        try {
            if (regular.awaitTermination(SECOND.toMillis(), TimeUnit.MILLISECONDS)) return true;
            LOG.log(System.Logger.Level.WARNING, "A regular task hangs");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
