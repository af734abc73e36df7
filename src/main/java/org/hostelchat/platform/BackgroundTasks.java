package org.hostelchat.platform;

import static org.hostelchat.platform.RegularTasks.end;
import static org.hostelchat.platform.RegularTasks.every;
import static org.hostelchat.platform.RegularTasks.runLogged;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hostelchat.attachment.FileUpkeep;
import org.hostelchat.auth.AccessTokens;
import org.hostelchat.auth.OperatorKey;
import org.hostelchat.auth.Sessions;
import org.hostelchat.auth.SetupKey;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.changelog.ChangeTail;
import org.hostelchat.cluster.HintSender;
import org.hostelchat.live.ConnectionDrain;
import org.hostelchat.live.Dispatcher;
import org.hostelchat.live.Heartbeat;
import org.hostelchat.live.RoomHubs;
import org.hostelchat.live.RoomSweep;
import org.hostelchat.message.MessageWriter;
import org.hostelchat.message.Retention;
import org.hostelchat.notice.NoticeSchedule;
import org.hostelchat.platform.cluster.Nodes;
import org.hostelchat.platform.db.Checkpoint;
import org.hostelchat.platform.db.ErasureSweep;
import org.hostelchat.platform.db.HostelDataSource;
import org.hostelchat.platform.settings.HostelSettings;
import org.hostelchat.room.ReadMarks;
import org.hostelchat.search.SearchIndexer;
import org.hostelchat.user.InitialPasswords;
import org.hostelchat.user.LookedFiles;

/** Starts the background tasks, and stops them in an order that loses no data. */
@ApplicationScoped
class BackgroundTasks {

    /** Longer than all timeouts within {@link #stop} together, shorter than a service manager's. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** How long storing buffered data may take when the server stops. */
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
    private RoomSweep roomSweep;

    @Inject
    private Retention retention;

    @Inject
    private HintSender hints;

    @Inject
    private Nodes nodes;

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
    private SearchIndexer searchIndexer;

    @Inject
    private FileUpkeep fileUpkeep;

    @Inject
    private NoticeSchedule noticeSchedule;

    @Inject
    private InitialPasswords initialPasswords;

    @Inject
    private LookedFiles lookedFiles;

    @Inject
    private RequestGuard requestGuard;

    @Inject
    private ConnectionDrain drain;

    private final AtomicBoolean open = new AtomicBoolean();
    private ScheduledExecutorService clock;
    private ScheduledExecutorService pulse;

    /** On a thread of its own, because it reads the whole database, which may take long. */
    private ScheduledExecutorService erasures;

    /** It catches up for as long as it takes. */
    private ScheduledExecutorService indexing;

    /** It waits for the disk, and may read a large folder. */
    private ScheduledExecutorService files;

    /** Thousands of passwords take minutes. */
    private ScheduledExecutorService hashing;

    /** Late signs of life would make this node one that is gone. */
    private ScheduledExecutorService membership;

    private volatile Runnable serverStays = () -> {};

    void start() {
        operatorKey.renew();
        setupKey.prepare();
        // Our own schedulers on the container's threads: the container's scheduler would run each task in the
        // invocation context of this start, which has long ended by then.
        clock = Executors.newScheduledThreadPool(2, threads);
        // On a thread of its own: all others may wait for the database, and no heartbeat looks like a dead server.
        pulse = Executors.newSingleThreadScheduledExecutor(threads);
        open.set(true);
        drain.prepare();
        roomHubs.start(threads, hints::send);
        changeTail.start();
        dispatcher.start(threads);
        writer.start(threads);
        requestGuard.start();
        every(SECOND, requestGuard::sweep, pulse);
        every(SECOND, heartbeat::tick, pulse);
        every(Duration.ofMillis(100), () -> writer.refuseOverdue(System.nanoTime()), pulse);
        every(Duration.ofSeconds(2), readMarks::save, clock);
        every(SECOND, roomSweep::tick, clock);
        every(SECOND, changeTail::sweep, clock);
        every(SECOND, noticeSchedule::showDue, clock);
        every(Duration.ofMinutes(1), heartbeat::checkSignIns, clock);
        every(Duration.ofMinutes(1), sessions::writeUses, clock);
        every(Duration.ofMinutes(1), tokens::writeUses, clock);
        every(Duration.ofMinutes(1), checkpoint::run, clock);
        every(Duration.ofHours(1), changes::trim, clock);
        every(Duration.ofHours(1), lookedFiles::forgetOld, clock);
        erasures = Executors.newSingleThreadScheduledExecutor(threads);
        erasureSweep.request(); // Text that was deleted before a crash may not have been overwritten.
        every(SECOND, erasureSweep::tick, erasures);
        indexing = Executors.newSingleThreadScheduledExecutor(threads);
        every(Duration.ofMillis(500), onOneNode(searchIndexer::tick, () -> {}), indexing);
        files = Executors.newSingleThreadScheduledExecutor(threads);
        every(Duration.ofSeconds(2), fileUpkeep::removeTaken, files);
        every(Duration.ofHours(1), () -> fileUpkeep.takeLoose(Instant.now()), files);
        every(Duration.ofHours(1), fileUpkeep::takeOfClosedRooms, files);
        files.execute(() -> runLogged(() -> fileUpkeep.removeStray(Instant.now())));
        every(Duration.ofDays(1), () -> fileUpkeep.removeStray(Instant.now()), files);
        every(Duration.ofMinutes(1), onOneNode(retention::tick, () -> {}), files);
        hashing = Executors.newSingleThreadScheduledExecutor(threads);
        every(SECOND, onOneNode(() -> initialPasswords.tick(nodes::isHere), initialPasswords::release), hashing);
        nodes.start(HostelSettings.current(), new HostelDataSource()::getConnection, threads);
        membership = Executors.newSingleThreadScheduledExecutor(threads);
        every(Nodes.PERIOD, nodes::look, membership);
        serverStays = ServerEnd.before(this::stopOnThreadOfContainer);
    }

    /** For work that two nodes must not do at once. */
    private Runnable onOneNode(Runnable work, Runnable elsewhere) {
        return () -> {
            if (nodes.isHere()) work.run();
            else elsewhere.run();
        };
    }

    /**
     * Runs once, while database and WebSockets are still available. Takes ten seconds at most, whatever the database
     * does.
     */
    void stop() {
        serverStays.run();
        if (!open.getAndSet(false)) return;
        drain.begin();
        requestGuard.stop();
        var databaseAnswers = writer.stop();
        end(membership);
        nodes.stop(databaseAnswers);
        // Before anything that may wait for the database; afterwards no more read marks arrive.
        drain.closeAll();
        dispatcher.stop();
        end(pulse);
        end(indexing);
        end(files);
        end(hashing);
        if (end(erasures)) erasureSweep.close();
        if (end(clock) && databaseAnswers) within(SAVING, this::saveWhatIsNoted);
    }

    /** Stops at the first failure: further attempts would fail too, each after a timeout. */
    private void saveWhatIsNoted() {
        if (runLogged(readMarks::save) && runLogged(sessions::writeUses) && runLogged(tokens::writeUses))
            checkpoint.run();
    }

    /** On a container's thread: the one that ends the server has no context for the application's transactions. */
    private void stopOnThreadOfContainer() {
        within(PATIENCE, this::stop);
    }

    /** Runs the work on a container thread, and waits for it no longer than given. */
    private void within(Duration most, Runnable work) {
        var thread = threads.newThread(work);
        thread.start();
        try {
            thread.join(most.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
