package org.hostelchat.platform.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.migration.Context;

/**
 * Version 10: gives every message an integer id beside (room, number), counts posts beside the sequence, separates read marks
 * from memberships, and lets rooms and events be of kinds that are not known yet.
 *
 * <p>One transaction: interrupted at any point, the database is as it was, and the next start begins again. Copies messages in
 * portions and says in the log how far it is, and which index it makes. How much disk that takes meanwhile stands in
 * docs/operations.md.
 */
final class MessageTableMigration extends CodedMigration {

    private static final System.Logger LOG = System.getLogger(MessageTableMigration.class.getName());

    private static final int PORTION = 250_000;

    private static final List<String> INDEXES = List.of(
            "create unique index messages_by_seq on messages (room_id, seq)",
            "create unique index messages_by_client_id on messages (client_id, author_id) where client_id is not null",
            "create index messages_by_author on messages (author_id, room_id, seq)",
            "create index messages_by_target on messages (room_id, target) where target is not null",
            "create index messages_by_time on messages (at, room_id, seq)",
            // What does not count as unread any more although it was posted.
            "create index messages_taken_back on messages (room_id, seq) where kind = 'TOMBSTONE' and post = 1");

    /** Tombstones of posts keep their client id; those of edits, and of people who were erased, have none. */
    private static final String IS_POST =
            "case when kind = 'POSTED' or (kind = 'TOMBSTONE' and client_id is not null) then 1 else 0 end";

    /** Not the dialect: what it once did must stay as it was, whatever a dialect learns later. */
    private final boolean onSqlite;

    MessageTableMigration(boolean onSqlite) {
        super("10", "many rooms");
        this.onSqlite = onSqlite;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        alterRooms(connection);
        createMemberships(connection);
        createMessages(connection);
        copyMessages(connection);
        replaceMessages(connection);
        countPosts(connection);
    }

    private void alterRooms(Connection connection) throws SQLException {
        if (onSqlite) dropKindCheckOfSqlite(connection);
        else run(connection, "alter table rooms drop constraint rooms_kind_check");
        run(connection, "alter table rooms add column posts bigint not null default 0");
        run(connection, "alter table rooms add column topic text");
        run(connection, "alter table rooms add column posting text not null default 'ALL'");
        run(connection, "alter table rooms add column maker_id bigint references users (id) on delete set null");
        run(connection, "alter table rooms add column whole_past " + flag() + " not null default " + no());
        // The ids of the people of a direct room, ascending: there is one room for the same people.
        run(connection, "alter table rooms add column people_key text");
        run(connection, "create unique index rooms_by_people on rooms (people_key) where people_key is not null");
    }

    /**
     * SQLite can't drop a constraint, and the table can't be made anew within a transaction without taking along what refers to
     * it. Its documentation describes this way for changes that leave the stored rows alone.
     */
    private static void dropKindCheckOfSqlite(Connection connection) throws SQLException {
        run(connection, "pragma writable_schema = on");
        run(
                connection,
                "update sqlite_schema set sql = replace(sql, ' check (kind in (''COMMON'', ''NOTICE''))', '')"
                        + " where type = 'table' and name = 'rooms'");
        // Makes every connection, this one included, read the schema again.
        run(connection, "pragma writable_schema = reset");
    }

    private void createMemberships(Connection connection) throws SQLException {
        run(connection, "alter table memberships rename to read_marks");
        if (!onSqlite) run(connection, "alter index memberships_pkey rename to read_marks_pkey");
        run(
                connection,
                """
                create table memberships (
                    user_id     bigint not null references users (id) on delete cascade,
                    room_id     bigint not null references rooms (id) on delete cascade,
                    role        text   not null,
                    involvement text   not null,
                    joined_at   bigint not null,
                    first_seq   bigint not null,
                    primary key (user_id, room_id)
                )"""
                        + (onSqlite ? " without rowid" : ""));
        run(connection, "create index memberships_by_room on memberships (room_id, user_id)");
    }

    private void createMessages(Connection connection) throws SQLException {
        run(
                connection,
                """
                create table messages_next (
                    id        %s,
                    room_id   bigint   not null %s,
                    seq       bigint   not null,
                    kind      text     not null,
                    author_id bigint   %s,
                    at        bigint   not null,
                    client_id text,
                    body      text,
                    body_hash %s,
                    target    bigint,
                    edited_at bigint,
                    post      smallint not null,
                    posts     bigint   not null
                )"""
                        .formatted(
                                onSqlite ? "integer primary key" : "bigint generated always as identity primary key",
                                onSqlite ? "references rooms (id)" : "",
                                onSqlite ? "references users (id)" : "",
                                onSqlite ? "blob" : "bytea"));
    }

    private static void copyMessages(Connection connection) throws SQLException {
        var rooms = lastNumbers(connection);
        var total = rooms.values().stream().mapToLong(Long::longValue).sum();
        if (total > 0) LOG.log(System.Logger.Level.INFO, "Migrating {0} events of all rooms", total);
        var copied = 0L;
        for (var room : rooms.entrySet()) {
            var posts = 0L;
            for (var after = 0L; after < room.getValue(); after += PORTION) {
                copied += copy(connection, room.getKey(), after, posts);
                posts = single(
                        connection,
                        "select coalesce(max(posts), 0) from messages_next where room_id = ? and seq > ?",
                        room.getKey(),
                        after);
                if (copied >= PORTION) LOG.log(System.Logger.Level.INFO, "Migrated {0} of {1} events", copied, total);
            }
        }
    }

    private static Map<Long, Long> lastNumbers(Connection connection) throws SQLException {
        var rooms = new LinkedHashMap<Long, Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, last_seq from rooms order by id")) {
            while (rows.next()) rooms.put(rows.getLong(1), rows.getLong(2));
        }
        return rooms;
    }

    private static int copy(Connection connection, long room, long after, long postsBefore) throws SQLException {
        var columns = "room_id, seq, kind, author_id, at, client_id, body, body_hash, target, edited_at";
        try (var statement = prepare(
                connection,
                "insert into messages_next (" + columns + ", post, posts) select " + columns + ", " + IS_POST
                        + ", ? + sum(" + IS_POST + ") over (order by seq)"
                        + " from messages where room_id = ? and seq > ? and seq <= ? order by seq",
                postsBefore,
                room,
                after,
                after + PORTION)) {
            return statement.executeUpdate();
        }
    }

    private void replaceMessages(Connection connection) throws SQLException {
        LOG.log(System.Logger.Level.INFO, "Removing the old table of messages");
        run(connection, "drop table messages");
        run(connection, "alter table messages_next rename to messages");
        if (!onSqlite) run(connection, "alter index messages_next_pkey rename to messages_pkey");
        for (var i = 0; i < INDEXES.size(); i++) {
            LOG.log(System.Logger.Level.INFO, "Making index {0} of {1}", i + 1, INDEXES.size());
            run(connection, INDEXES.get(i));
        }
        if (onSqlite) return;
        // Looked at once for the whole table, and not row by row while it was copied.
        var reference = "alter table messages add constraint messages_next_%s_fkey foreign key (%s) references %s (id)";
        run(connection, reference.formatted("room_id", "room_id", "rooms"));
        run(connection, reference.formatted("author_id", "author_id", "users"));
        // Or plans would be made without knowing the table until PostgreSQL gets round to it.
        run(connection, "analyze messages");
    }

    private static void countPosts(Connection connection) throws SQLException {
        run(
                connection,
                "update rooms set posts = coalesce((select m.posts from messages m"
                        + " where m.room_id = rooms.id and m.seq = rooms.last_seq), 0)");
    }

    private String flag() {
        return onSqlite ? "integer" : "boolean";
    }

    private String no() {
        return onSqlite ? "0" : "false";
    }

    private static long single(Connection connection, String query, long... values) throws SQLException {
        try (var statement = prepare(connection, query, values);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, long... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (var i = 0; i < values.length; i++) statement.setLong(i + 1, values[i]);
        return statement;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
