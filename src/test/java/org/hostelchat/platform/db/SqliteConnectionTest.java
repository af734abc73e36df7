package org.hostelchat.platform.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two connections write to the same file, like those of the pool: what was reported as committed is stored. */
class SqliteConnectionTest {

    @TempDir
    Path folder;

    private Connection mine;
    private Connection another;

    @BeforeEach
    void open() throws SQLException {
        mine = connect();
        another = connect();
        run(mine, "create table said (words text)");
    }

    @AfterEach
    void close() throws SQLException {
        mine.close();
        another.close();
    }

    private Connection connect() throws SQLException {
        return SqliteDialect.connect("jdbc:sqlite:" + folder.resolve("t.db"));
    }

    /** The driver by itself takes the lock again within its commit, and calls the commit failed when it does not get it. */
    @Test
    void aCommitReleasesTheLock() throws SQLException {
        mine.setAutoCommit(false);
        run(mine, "insert into said values ('mine')");
        mine.commit();

        another.setAutoCommit(false);
        run(another, "insert into said values ('next')");
        another.commit();
        another.setAutoCommit(true);
        mine.setAutoCommit(true);
        assertEquals(1, count("mine"));
        assertEquals(1, count("next"));
    }

    @Test
    void whoIsRefusedTheLockCanBeginLaterAndIsNotAloneWithoutATransaction() throws SQLException {
        another.setAutoCommit(false);
        assertThrows(SQLException.class, () -> mine.setAutoCommit(false));
        another.commit();
        another.setAutoCommit(true);

        mine.setAutoCommit(false);
        run(mine, "insert into said values ('in a transaction')");
        assertEquals(0, count("in a transaction"), "stored before the commit");
        mine.rollback();
        mine.setAutoCommit(true);
        assertEquals(0, count("in a transaction"));
    }

    @Test
    void twoTransactionsInARowAreTwo() throws SQLException {
        mine.setAutoCommit(false);
        run(mine, "insert into said values ('first')");
        mine.commit();
        run(mine, "insert into said values ('second')");
        assertEquals(1, count("first"));
        assertEquals(0, count("second"));
        mine.rollback();
        assertEquals(0, count("second"));
        assertFalse(mine.getAutoCommit());
        mine.setAutoCommit(true);
        assertTrue(mine.getAutoCommit());
    }

    @Test
    void turningAutoCommitOnStoresWhatIsOpen() throws SQLException {
        mine.setAutoCommit(false);
        run(mine, "insert into said values ('kept')");
        mine.setAutoCommit(true);
        assertEquals(1, count("kept"));
    }

    @Test
    void aCommitThatFailsLeavesAConnectionThatWorks() throws SQLException {
        run(mine, "create table room (id integer primary key)");
        run(mine, "create table seat (room integer references room deferrable initially deferred)");
        mine.setAutoCommit(false);
        run(mine, "insert into seat values (7)");
        assertThrows(SQLException.class, mine::commit);

        mine.setAutoCommit(false);
        run(mine, "insert into said values ('after')");
        assertEquals(0, count("after"));
        mine.commit();
        mine.setAutoCommit(true);
        assertEquals(1, count("after"));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count(String words) throws SQLException {
        try (var reader = connect();
                var query = reader.prepareStatement("select count(*) from said where words = ?")) {
            query.setString(1, words);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
