package org.hostelchat.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.transaction.xa.XAException;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which failures are the database's, and which are defects of the program. */
class DatabaseFailuresTest {

    @TempDir
    private Path folder;

    private BareDatabase database;

    @BeforeEach
    void open() {
        database = new BareDatabase(folder.resolve("hostel.db"));
        database.resident("Asha", Role.STUDENT);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update hostel set no_such_column = 1",
                "update hostel set full_name = 1",
                "update hostel set locked = 1",
                "update busy_connections set corrupt = 1",
                "updat hostel set epoch = epoch",
                "update users set role = 'GHOST'",
                "insert into rooms (kind, created_at) values ('COMMON', 0)"
            })
    void aMistakeOfOursIsNoTroubleOfTheDatabases(String sql) {
        var refused = refused(sql);
        assertFalse(refused instanceof Refusal, refused.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into hostel (id, epoch) values (1, 'x')",
                "insert into users (name, name_key, enrolment_number, enrolment_key, password_hash, role, password_set_at,"
                        + " created_at) select name, name_key, enrolment_number, enrolment_key, '-', role, 0, 0 from users",
                "insert into read_marks (user_id, room_id) values (4711, 1)"
            })
    void twoCallsAtTheSameMomentAreAContradiction(String sql) {
        assertEquals("conflict", slug(refused(sql)));
    }

    @Test
    void aLockThatSomebodyHoldsIsRecognised() throws SQLException {
        try (var other = database.connect();
                var statement = other.createStatement()) {
            statement.execute("begin exclusive");
            assertEquals("storage-busy", slug(refused("update hostel set epoch = epoch")));
        }
    }

    @Test
    void aFullDiskIsRecognised() {
        database.limitPages(((Number) database.query("pragma page_count")).intValue());
        assertEquals(
                "storage-full",
                slug(refused("insert into rooms (kind, name, created_at) values ('NOTICE', '" + "x".repeat(20_000)
                        + "', 0)")));
    }

    @ParameterizedTest
    @CsvSource({
        "5, storage-busy",
        "6, storage-busy",
        "8, storage-read-only",
        "10, not-stored",
        "11, storage-damaged",
        "13, storage-full",
        "14, not-stored",
        "26, storage-damaged"
    })
    void sqliteIsUnderstoodByItsCodes(int code, String slug) {
        assertEquals(slug, slug(new IllegalStateException(new SQLException("whatever it says", null, code))));
    }

    @ParameterizedTest
    @CsvSource({
        "08006, not-stored", "08001, not-stored", "28P01, not-stored", "3D000, not-stored", "53300, not-stored",
        "53100, storage-full", "57P01, not-stored", "57014, storage-busy", "58030, not-stored",
                "25006, storage-read-only",
        "55P03, storage-busy", "40001, storage-busy", "40P01, storage-busy", "XX001, storage-damaged"
    })
    void postgresqlIsUnderstoodByItsStates(String state, String slug) {
        assertEquals(slug, slug(new IllegalStateException(new SQLException("whatever it says", state))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"42703", "42601", "42P01", "22001", "23502", "23514", "23505"})
    void otherStatesOfPostgresqlAreProgrammingErrors(String state) {
        assertNull(DatabaseFailures.of(new SQLException("the disk is full, locked and corrupt", state)));
    }

    @Test
    void anExhaustedPoolIsRecognised() {
        assertEquals(
                "not-stored", slug(new SQLException("Error in allocating a connection. Cause: max-wait-time expired")));
        assertEquals("not-stored", slug(new SQLTransientConnectionException("later")));
    }

    @Test
    void whatThePoolWasToldCountsMoreThanWhatItSays() {
        var busy = new SQLException("whatever it says", null, 5);
        assertEquals("storage-busy", slug(new SQLException("Error in allocating a connection", new Exception(busy))));
    }

    /** As Payara wraps it when a transaction can't begin: of the driver's exception only the words are left. */
    @Test
    void whatThePoolKeptOfTheDriversWordsIsEnough() {
        var kept =
                new Exception("PoolingException: LocalTransactionException: [SQLITE_BUSY] The database file is locked");
        assertEquals("storage-busy", slug(new SQLException("Error in allocating a connection", kept)));
        var moved = new Exception("[SQLITE_READONLY_DBMOVED] The database file has been moved");
        assertEquals("storage-read-only", slug(new SQLException("Error in allocating a connection", moved)));
    }

    /** As Payara wraps it when a commit fails. */
    @Test
    void aFailedCommitIsRecognisedWhateverIsLeftOfIt() {
        var full =
                new XAException("LocalTransactionException: [SQLITE_FULL] Insertion failed because database is full");
        assertEquals("storage-full", slug(new IllegalStateException(full)));
        assertEquals("not-stored", slug(new IllegalStateException(new XAException("the connection was closed"))));
    }

    @Test
    void whoOnlyLookedSomethingUpIsNotToldThatItWasNotStored() {
        var gone = new IllegalStateException(new SQLException("the server has gone", "08006"));
        assertEquals("unavailable", slug(DatabaseFailures.translatedForReader(gone)));
        assertEquals("not-stored", slug(DatabaseFailures.translated(gone)));
        var damaged = new IllegalStateException(new SQLException("malformed", null, 11));
        assertEquals("storage-damaged", slug(DatabaseFailures.translatedForReader(damaged)));
    }

    @Test
    void otherExceptionsAreNoFailuresOfTheDatabase() {
        assertNull(DatabaseFailures.of(new IllegalStateException("the queue is full")));
        assertFalse(DatabaseFailures.isContradiction(new IllegalStateException("unique")));
    }

    private static String slug(Throwable e) {
        return e instanceof Refusal refusal
                ? refusal.slug()
                : DatabaseFailures.of(e).slug();
    }

    private RuntimeException refused(String sql) {
        return assertThrows(
                RuntimeException.class,
                () -> database.write(em -> em.createNativeQuery(sql).executeUpdate()));
    }
}
