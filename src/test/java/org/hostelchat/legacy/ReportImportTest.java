package org.hostelchat.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.audit.AuditVerifier;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.message.BlockingWriter;
import org.hostelchat.message.Erasure;
import org.hostelchat.message.ImportedLine;
import org.hostelchat.message.MessageDraft;
import org.hostelchat.message.MessageLog;
import org.hostelchat.message.MessageSettings;
import org.hostelchat.message.MessageWriter;
import org.hostelchat.message.RoomEvent;
import org.hostelchat.message.SilentFeed;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.platform.db.SqliteReportFiles;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Room;
import org.hostelchat.user.BulkRegistration;
import org.hostelchat.user.UserErasing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** The file of the program that a hostel used before, on its way into this one. */
@EachEngine
class ReportImportTest {

    private static final Caller OFFICE = Caller.OPERATOR;

    @Parameter
    Engine engine;

    @TempDir
    private Path folder;

    private BareDatabase database;
    private MessageWriter writer;
    private ReportImport reports;
    private Path file;

    @BeforeEach
    void open() throws SQLException {
        database = engine.open(folder);
        writer = new MessageWriter(
                database, new SilentFeed(), new MessageSettings(1_000, 500, 0, 0), new AuditTrail(), Clock.systemUTC());
        writer.start(Thread::new);
        file = folder.resolve("report.db");
        reports = new ReportImport(
                new SqliteReportFiles(file),
                new ReportHistory(database, new AuditTrail()),
                new BulkRegistration(database, new ChangeLog(database), new AuditTrail(), Clock.systemUTC()),
                new BlockingWriter(writer),
                new MessageSettings(1_000, 500, 0, 0),
                Clock.systemUTC());
        sql(
                "create table users (pid integer primary key, name text, enr_no text, password text, is_admin integer)",
                "create table messages (mid integer primary key, sender text, date text, data text)",
                "insert into users values (1, 'Warden', 'W-1', 'secret', 1), (2, 'आशा राव', '1/A', 'pw', 0),"
                        + " (3, 'கவிதா', '2/A', 'pw', 0), (4, 'Kabir', '1/A', 'pw', 0), (5, NULL, '3/A', NULL, NULL),"
                        + " (6, 'Nobody', NULL, 'pw', 0)");
    }

    @AfterEach
    void close() {
        writer.stop();
        database.close();
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (var each : statements) statement.execute(each);
        }
    }

    private long move() {
        var moved = 0L;
        var progress = reports.move(OFFICE, 0);
        for (; progress.next() != null; progress = reports.move(OFFICE, progress.next())) moved += progress.moved();
        return moved + progress.moved();
    }

    private List<RoomEvent.Posted> posts() {
        return new MessageLog(database, null)
                .after(Room.COMMON, 0, 1_000).stream()
                        .filter(RoomEvent.Posted.class::isInstance)
                        .map(RoomEvent.Posted.class::cast)
                        .toList();
    }

    private String said() {
        return posts().stream()
                .map(post -> post.by().name() + ": " + post.body())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void peopleGetAccountsAndMessagesKeepOrderAuthorsAndTimes() throws SQLException {
        sql("insert into messages values (2, '2/a', '2024-03-05 10:00:00', 'by number'),"
                + " (1, 'आशा राव', '2024-03-05 09:00:00', 'by name'), (3, 3, '1709640000', 'by id'),"
                + " (4, 'Somebody', 'when?', 'by nobody'), (5, '1/A', NULL, x'436166e9'), (6, '1/A', NULL, NULL)");
        var look = reports.look(OFFICE);
        assertEquals(
                List.of(6L, 4L, 1L, 0L, 2L),
                List.of(look.people(), look.added(), look.admins(), look.present(), look.unusable()));
        assertEquals(
                List.of(6L, 5L, 0L, 1L, 1L, 3L),
                List.of(look.messages(), look.moving(), look.there(), look.empty(), look.unknown(), look.undated()));

        var slips = reports.register(OFFICE, "report.db");
        assertEquals(5, move());

        assertEquals("आशा राव: by name\nகவிதா: by number\nகவிதா: by id\nnull: by nobody\nआशा राव: Café", said());
        assertEquals("2024-03-05T09:00:00Z", posts().get(0).at().toString());
        assertEquals("2024-03-05T12:00:00Z", posts().get(4).at().toString());
        assertEquals(
                "4",
                String.valueOf(database.query(
                        "select count(*) from register_slips where import_id = " + slips.orElseThrow())));
        assertEquals("W-1", database.query("select enrolment_number from users where role = 'ADMIN'"));
        assertEquals("", database.query("select max(password_hash) from users"));
        assertTrue(new AuditVerifier(database).verify(OFFICE, null).fits());
    }

    @Test
    void movingInTwiceChangesNothing() throws SQLException {
        sql("insert into messages values (1, 'Kavi', '2024-03-05', 'a'), (2, '1/A', '2024-03-05', 'a')");
        reports.register(OFFICE, "report.db");
        assertEquals(2, move());
        var look = reports.look(OFFICE);
        assertTrue(look.done());
        assertEquals(0, look.moving());
        assertTrue(reports.register(OFFICE, "report.db").isEmpty());
        assertEquals(0, move());

        sql("insert into messages values (3, '1/A', '2024-03-06', 'new')");
        assertEquals(1, reports.look(OFFICE).moving());
        assertEquals(1, move());
        assertEquals(3, posts().size());
    }

    @Test
    void whatWasInterruptedIsCompletedInOrderWhileOthersTalk() throws SQLException {
        var rows = new ArrayList<String>();
        for (var i = 1; i <= 5_003; i++) rows.add("(" + i + ", '1/A', " + (1_700_000_000 + i) + ", 'm" + i + "')");
        sql("insert into messages values " + String.join(", ", rows));
        reports.register(OFFICE, "report.db");
        var first = reports.move(OFFICE, 0);
        assertEquals(new ReportImport.Progress(5_000, 5_000L), first);
        var ravi = database.resident("Ravi", Role.STUDENT);
        writer.submit(new MessageDraft.Post(ravi, Room.COMMON, UUID.randomUUID(), "now"))
                .join();

        assertEquals(5_003 - 5_000, move());
        assertEquals("5004", String.valueOf(database.query("select last_seq from rooms where id = 1")));
        assertEquals(
                "5004", String.valueOf(database.query("select posts from messages where room_id = 1 and seq = 5004")));
        assertEquals(
                "0",
                String.valueOf(
                        database.query(
                                "select count(*) from messages a join messages b on b.room_id = a.room_id"
                                        + " and b.seq > a.seq and b.at < a.at where a.seq < 5001 and b.seq < 5001 and b.seq < a.seq + 3")));
        assertEquals(
                "0",
                String.valueOf(
                        database.query(
                                "select count(*) from users u where not exists (select 1 from read_marks r where r.user_id = u.id)")));
    }

    @Test
    void whoeverIsErasedMeanwhileLeavesNothingAndDoesNotComeBack() throws SQLException {
        sql(
                "with recursive n (i) as (select 1 union all select i + 1 from n where i < 5002)"
                        + " insert into messages select i, case i % 2 when 0 then '1/A' else '2/A' end, 1700000000 + i, 'm' || i from n");
        reports.register(OFFICE, "report.db");
        assertEquals(5_000L, reports.move(OFFICE, 0).next());
        erase("1/A");

        var look = reports.look(OFFICE);
        assertEquals(List.of(0L, 1L, 2_500L), List.of(look.added(), look.moving(), look.there()));
        assertTrue(reports.register(OFFICE, "report.db").isEmpty());
        move();
        assertEquals("0", String.valueOf(database.query("select count(*) from users where enrolment_number = '1/A'")));
        assertEquals("2501", String.valueOf(database.query("select count(*) from messages where kind = 'POSTED'")));
        assertEquals(
                "0",
                String.valueOf(
                        database.query("select count(*) from messages where kind = 'POSTED' and author_id is null")));
    }

    @Test
    void whatIsErasedBeforeAPortionIsStoredIsPassedOver() {
        var gone = database.resident("Gone", Role.STUDENT).id();
        database.write(em ->
                em.createNativeQuery("delete from users where id = " + gone).executeUpdate());
        writer.submit(new MessageDraft.Import(
                        OFFICE,
                        Room.COMMON,
                        List.of(
                                new ImportedLine(UUID.randomUUID(), gone, Instant.EPOCH, "words of somebody gone"),
                                new ImportedLine(UUID.randomUUID(), null, Instant.EPOCH, "words of nobody"))))
                .join();
        assertEquals("null: words of nobody", said());
    }

    @Test
    void whatIsPostedWhenAllIsInIsUnread() throws SQLException {
        var warden = database.resident("Warden", Role.ADMIN);
        sql("insert into messages values (1, '1/A', '2024-03-05', 'a'), (2, '1/A', '2024-03-05', 'b')");
        reports.register(OFFICE, "report.db");
        writer.submit(new MessageDraft.Import(
                        OFFICE,
                        Room.COMMON,
                        List.of(new ImportedLine(UUID.randomUUID(), null, Instant.EPOCH, "of a file before"))))
                .join();
        writer.submit(new MessageDraft.Post(warden, Room.COMMON, UUID.randomUUID(), "welcome"))
                .join();
        // The file says nothing new, so that its finish comes last.
        sql("delete from messages");
        move();
        assertEquals(
                "1",
                String.valueOf(database.query("select count(distinct read_seq) from read_marks where read_seq = 1")));
    }

    private void erase(String number) {
        var id = database.query("select id from users where enrolment_number = '" + number + "'");
        var person = ((Number) id).longValue();
        database.write(em -> {
            new Erasure(new SilentFeed(), Clock.systemUTC()).takeWordsAway(new UserErasing(em, person, OFFICE));
            em.createNativeQuery("delete from register_slips where user_id = " + person)
                    .executeUpdate();
            return em.createNativeQuery("delete from users where id = " + person)
                    .executeUpdate();
        });
    }

    @Test
    void whatHasNoDateHasTheTimeOfWhatIsBeforeItInTheNextCallToo() throws SQLException {
        sql("with recursive n (i) as (select 1 union all select i + 1 from n where i < 5003)"
                + " insert into messages select i, '1/A', case when i = 3 then '2016-03-05 09:00:00'"
                + " when i = 5003 then '2019-01-01' end, 'm' || i from n");
        reports.register(OFFICE, "report.db");
        assertEquals(5_003, move());
        assertEquals(
                "5002",
                String.valueOf(
                        database.query(
                                "select count(*) from messages m join messages f on f.seq = 3 and f.at = m.at where m.body like 'm%'")));
    }

    @Test
    void onlyTheOperatorMovesIn() {
        var warden = database.resident("Warden", Role.ADMIN);
        assertThrows(Refusal.NotAllowed.class, () -> reports.look(warden));
        assertThrows(Refusal.NotAllowed.class, () -> reports.register(warden, null));
        assertThrows(Refusal.NotAllowed.class, () -> reports.move(warden, 0));
    }

    @Test
    void otherFilesAreRefused() throws IOException, SQLException {
        var whole = Files.readAllBytes(file);
        Files.writeString(file, "no database");
        assertThrows(Refusal.Unacceptable.class, () -> reports.look(OFFICE));
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThrows(Refusal.Unacceptable.class, () -> reports.look(OFFICE));
        Files.delete(file);
        assertThrows(Refusal.NotFound.class, () -> reports.look(OFFICE));
        sql(
                "create table users (pid, name, enr_no, is_admin)",
                "create view messages as select 1 mid, 2 sender, 3 date, 4 data");
        assertEquals(
                "not-a-report-file",
                assertThrows(Refusal.Unacceptable.class, () -> reports.look(OFFICE))
                        .slug());
    }
}
