package org.hostelchat.platform.cluster;

import com.hazelcast.core.HazelcastInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeListener;
import org.hostelchat.changelog.LoggedChange;
import org.hostelchat.cluster.HintReceiver;
import org.hostelchat.cluster.HintSender;
import org.hostelchat.cluster.RoomHints;
import org.hostelchat.cluster.Upkeep;
import org.hostelchat.platform.settings.HostelSettings;
import org.hostelchat.presence.PresenceBoard;
import org.hostelchat.storage.Transactions;

/**
 * Makes this server a node beside others over the same PostgreSQL database, and takes care of the threads for that. Over
 * SQLite it does nothing, and this is the only node.
 */
@ApplicationScoped
public class Nodes implements Upkeep, ChangeListener {

    private static final System.Logger LOG = System.getLogger(Nodes.class.getName());

    /** How often {@link #look} is to be called. */
    public static final Duration PERIOD = Duration.ofMillis(500);

    /** Payara's name for its data grid. */
    private static final String GRID = "payara/Hazelcast";

    private final Transactions transactions;
    private final PresenceBoard board;
    private final HintSender sender;
    private final HintReceiver receiver;
    private final List<Thread> threads = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private volatile NodeRegistry registry;
    private volatile NodeSession session;

    @Inject
    Nodes(Transactions transactions, PresenceBoard board, HintSender sender, HintReceiver receiver) {
        this.transactions = transactions;
        this.board = board;
        this.sender = sender;
        this.receiver = receiver;
    }

    /** For the CDI proxy. */
    protected Nodes() {
        this(null, null, null, null);
    }

    public void start(HostelSettings settings, ConnectionSource source, ThreadFactory factory) {
        if (settings.onSqlite()) return;
        // Positive, since PostgreSQL shows the numbers of locks without a sign.
        var node = new SecureRandom().nextInt(Integer.MAX_VALUE);
        var overGrid = !settings.text(HostelSettings.Key.CLUSTER_MEMBERS).isEmpty();
        sender.start(overGrid ? grid(factory) : notifications(source, node), factory);
        session = new NodeSession(
                source,
                node,
                overGrid ? null : PostgresRoomHints.CHANNEL,
                PostgresRoomHints.reader(node, receiver::receive),
                receiver::missed);
        registry = new NodeRegistry(transactions, board, node, name(), this::membersChanged);
        start("hostel-node-session", session, factory);
        LOG.log(
                System.Logger.Level.INFO,
                "This is node {0}; hints go over {1}",
                name(),
                overGrid ? "the data grid" : "the database");
    }

    @SuppressWarnings("BanJNDI") // a constant name in the server's own directory: Payara offers its grid nowhere else
    private RoomHints grid(ThreadFactory factory) {
        try {
            var grid = InitialContext.<HazelcastInstance>doLookup(GRID);
            var hints = new GridRoomHints(grid, receiver::receive, receiver::missed);
            open.add(hints);
            start("hostel-grid-hints", hints, factory);
            return hints;
        } catch (NamingException e) {
            throw new IllegalStateException("The server has no data grid", e);
        }
    }

    private RoomHints notifications(ConnectionSource source, int node) {
        var hints = new PostgresRoomHints(source, node);
        open.add(hints);
        return hints;
    }

    private void start(String name, Runnable work, ThreadFactory factory) {
        var thread = factory.newThread(work);
        thread.setName(name);
        threads.add(thread);
        thread.start();
    }

    /** Renews this node's sign of life, and looks for the others. To be called every {@link #PERIOD}, by one thread. */
    public void look() {
        var known = registry;
        if (known != null) known.tick();
    }

    private void membersChanged() {
        sender.setAlone(registry.others() == 0);
        receiver.missed();
    }

    private static String name() {
        try {
            return InetAddress.getLocalHost().getHostName() + "/"
                    + ProcessHandle.current().pid();
        } catch (UnknownHostException e) {
            return "/" + ProcessHandle.current().pid();
        }
    }

    /** How many nodes there are, this one included. */
    public int count() {
        var known = registry;
        return known == null ? 1 : 1 + known.others();
    }

    @Override
    public boolean isHere() {
        var held = session;
        return held == null || held.hasUpkeep();
    }

    @Override
    public void onChange(LoggedChange logged) {
        var known = registry;
        if (known == null) return;
        if (logged.change() instanceof Change.UserChanged changed) known.forget(changed.userId());
        if (logged.change() instanceof Change.UserErased erased) known.forget(erased.userId());
    }

    @Override
    public void passedOver() {
        // A name may be outdated until its bearer comes again.
    }

    /** Says goodbye; others would notice by themselves. Takes a second or two at most; {@link #look} must not be called any more. */
    public void stop(boolean databaseAnswers) {
        sender.stop();
        if (session != null) session.stop();
        threads.forEach(Thread::interrupt);
        for (var thread : threads) join(thread);
        if (registry != null && databaseAnswers) leave();
        for (var each : open) close(each);
    }

    private static void join(Thread thread) {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave() {
        try {
            registry.leave();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "The goodbye failed", e);
        }
    }

    private static void close(AutoCloseable each) {
        try {
            each.close();
        } catch (Exception e) {
            LOG.log(System.Logger.Level.DEBUG, "Did not close", e);
        }
    }
}
