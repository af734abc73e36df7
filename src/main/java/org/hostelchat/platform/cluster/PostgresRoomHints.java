package org.hostelchat.platform.cluster;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hostelchat.cluster.HintCodec;
import org.hostelchat.cluster.RoomHints;

/**
 * Hints by PostgreSQL's {@code NOTIFY}, on a connection of its own: notifications sent with a post would make all posts
 * wait for each other. {@link NodeSession} listens. Used by one thread.
 */
final class PostgresRoomHints implements RoomHints, AutoCloseable {

    static final String CHANNEL = "hostel_hints";

    private static final System.Logger LOG = System.getLogger(PostgresRoomHints.class.getName());

    /** PostgreSQL takes 7,999 bytes at most. */
    private static final int LONGEST = 7_900;

    private static final int BASE = Character.MAX_RADIX;

    private final ConnectionSource source;
    private final int node;
    private Connection connection;
    private PreparedStatement notify;

    PostgresRoomHints(ConnectionSource source, int node) {
        this.source = source;
        this.node = node;
    }

    @Override
    public boolean send(long[] numbers) {
        try {
            for (var payload : payloads(node, numbers)) {
                var statement = statement();
                statement.setString(1, payload);
                statement.execute();
            }
            return true;
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "Hints were not sent", e);
            close();
            return false;
        }
    }

    private PreparedStatement statement() throws SQLException {
        if (notify != null) return notify;
        connection = source.open();
        try (var settings = connection.createStatement()) {
            // Nothing is stored that would have to survive a crash.
            settings.execute("set synchronous_commit = off");
        }
        notify = connection.prepareStatement("select pg_notify('" + CHANNEL + "', ?)");
        return notify;
    }

    /** The sender's id and the numbers of whole hints, in as few texts as PostgreSQL takes. */
    static List<String> payloads(int node, long[] numbers) {
        var all = new ArrayList<String>();
        var text = new StringBuilder();
        for (var at = 0; at + HintCodec.WIDTH <= numbers.length; at += HintCodec.WIDTH) {
            var hint = new StringBuilder();
            for (var i = 0; i < HintCodec.WIDTH; i++) hint.append(' ').append(Long.toString(numbers[at + i], BASE));
            if (text.length() > 0 && text.length() + hint.length() > LONGEST) {
                all.add(text.toString());
                text.setLength(0);
            }
            if (text.length() == 0) text.append(Integer.toString(node, BASE));
            text.append(hint);
        }
        if (text.length() > 0) all.add(text.toString());
        return all;
    }

    /** Reads notifications of other nodes. What cannot be read is ignored: whoever has the database's password may send anything. */
    static Consumer<String> reader(int node, Consumer<long[]> receiver) {
        var own = Integer.toString(node, BASE) + ' ';
        return payload -> {
            if (payload.startsWith(own)) return;
            try {
                receiver.accept(numbers(payload));
            } catch (NumberFormatException e) {
                LOG.log(System.Logger.Level.DEBUG, "A notification cannot be read", e);
            }
        };
    }

    private static long[] numbers(String payload) {
        var words = payload.split(" ", -1);
        var numbers = new long[words.length - 1];
        for (var i = 0; i < numbers.length; i++) numbers[i] = Long.parseLong(words[i + 1], BASE);
        return numbers;
    }

    @Override
    public void close() {
        try {
            if (connection != null) connection.close();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "The connection for hints did not close", e);
        }
        connection = null;
        notify = null;
    }
}
