package org.hostelchat.platform.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * A connection to PostgreSQL that is open while this node runs. It holds the advisory lock by which other nodes see that
 * this process lives, and that of the upkeep, if no other node has it; and it listens to notifications. When it breaks,
 * PostgreSQL releases the locks, and it is opened again.
 *
 * <p>Runs on a thread of its own.
 */
final class NodeSession implements Runnable {

    /** The class of the locks of nodes; the object is the node's id. */
    static final int NODES = 0x486f4e6f;

    /** SQL that holds for the rows {@code l} of {@code pg_locks} with nodes' locks; {@code l.objid} is the node. */
    static final String IS_LOCK_OF_NODE = "l.locktype = 'advisory' and l.classid = " + NODES
            + " and l.objsubid = 2 and l.granted"
            + " and l.database = (select oid from pg_database where datname = current_database())";

    /** The class of the one lock of the upkeep. */
    private static final int UPKEEP = 0x486f5570;

    private static final System.Logger LOG = System.getLogger(NodeSession.class.getName());
    private static final int LISTEN_MILLIS = 1_000;
    private static final long RETRY_MILLIS = 500;

    private final ConnectionSource source;
    private final int node;
    private final String channel;
    private final Consumer<String> receiver;
    private final Runnable interrupted;
    private volatile boolean hasUpkeep;
    private volatile boolean stopping;
    private volatile boolean ended;
    private volatile Thread thread;

    /**
     * @param channel to listen to; null for none
     * @param receiver is called with each notification
     * @param interrupted is called whenever notifications may have been missed
     */
    NodeSession(ConnectionSource source, int node, String channel, Consumer<String> receiver, Runnable interrupted) {
        this.source = source;
        this.node = node;
        this.channel = channel;
        this.receiver = receiver;
        this.interrupted = interrupted;
    }

    /** Whether this node holds the lock of the upkeep, as far as it knows. */
    boolean hasUpkeep() {
        return hasUpkeep;
    }

    /** Whether its connection is closed for good. */
    boolean hasEnded() {
        return ended;
    }

    /** Ends the thread and the connection. */
    void stop() {
        stopping = true;
        var running = thread;
        if (running != null) running.interrupt();
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        var failed = false;
        while (!stopping) {
            try (var connection = source.open()) {
                failed = false;
                hold(connection);
            } catch (SQLException e) {
                if (!failed && !stopping)
                    LOG.log(System.Logger.Level.WARNING, "This node''s session broke: {0}", e.toString());
                failed = true;
            } catch (RuntimeException | Error e) {
                LOG.log(System.Logger.Level.ERROR, "This node's session failed and is opened again", e);
            } finally {
                hasUpkeep = false;
            }
            if (!stopping) pause();
        }
        ended = true;
    }

    private void hold(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            // The database may not have noticed yet that the connection before is gone, and hold its locks for hours.
            statement.execute("select pg_terminate_backend(l.pid) from pg_locks l where " + IS_LOCK_OF_NODE
                    + " and l.objid = " + node + " and l.pid <> pg_backend_pid()");
            statement.execute("select pg_advisory_lock(" + NODES + ", " + node + ")");
            if (channel != null) statement.execute("listen " + channel);
            // What was sent before is not repeated.
            interrupted.run();
            var session = connection.unwrap(PGConnection.class);
            while (!stopping) {
                // Also shows whether the connection still works.
                hasUpkeep = hasUpkeep ? isAlive(statement) : takeUpkeep(statement);
                receive(session.getNotifications(LISTEN_MILLIS));
            }
        }
    }

    private void receive(PGNotification[] notifications) {
        if (notifications == null) return;
        for (var each : notifications) if (each.getName().equals(channel)) receiver.accept(each.getParameter());
    }

    private static boolean isAlive(Statement statement) throws SQLException {
        return statement.execute("select 1");
    }

    private static boolean takeUpkeep(Statement statement) throws SQLException {
        try (var row = statement.executeQuery("select pg_try_advisory_lock(" + UPKEEP + ", 0)")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
