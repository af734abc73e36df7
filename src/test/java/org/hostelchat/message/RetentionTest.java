package org.hostelchat.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.room.RoomAccess;
import org.hostelchat.storage.Columns;
import org.hostelchat.storage.Transactions;
import org.hostelchat.support.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Posts that their room does not keep any longer. */
@EachEngine
class RetentionTest {

    @Parameter
    Engine engine;

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();
    private final List<Long> told = new ArrayList<>();
    private BareDatabase database;
    private MessageLog log;
    private Retention retention;
    private Caller asha;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        log = new MessageLog(database, new RoomAccess(database));
        retention = again();
        asha = database.resident("आशा राव", Role.STUDENT);
    }

    /** As after a restart, or on another node. */
    private Retention again() {
        return new Retention(
                database,
                new MessageFeed() {
                    @Override
                    public void committed(long room, List<RoomEvent> events) {}

                    @Override
                    public void answered() {}

                    @Override
                    public void changed(long room) {
                        told.add(room);
                    }
                },
                clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private MessageBatch.Outcome store(MessageDraft... drafts) {
        return database.write(em -> new MessageBatch(em, new AuditTrail(), now()).store(List.of(drafts)));
    }

    private void post(int count) {
        var drafts = new MessageDraft[count];
        for (var i = 0; i < count; i++)
            drafts[i] = new MessageDraft.Post(asha, 1, UUID.randomUUID(), "words " + i, References.NONE);
        store(drafts);
    }

    private void keep(Integer days) {
        database.write(em -> em.createNativeQuery("update rooms set retention = " + days + " where id = 1")
                .executeUpdate());
    }

    private long count(String sql) {
        return database.read(em -> Columns.number(em.createNativeQuery(sql).getSingleResult()));
    }

    private long left() {
        return count("select count(*) from messages where room_id = 1 and kind = 'POSTED'");
    }

    @Test
    void whatIsOlderBecomesTombstonesAndTheSequenceStaysDense() {
        post(250);
        store(new MessageDraft.Edit(asha, 1, 3, "other words"));
        store(new MessageDraft.React(asha, 1, 4, "👍", true), new MessageDraft.Pin(asha, 1, 4, true));
        clock.moveOn(Duration.ofDays(6));
        post(5);
        keep(7);
        retention.tick();
        assertEquals(255, left(), "nothing is old enough");

        clock.moveOn(Duration.ofDays(2));
        retention.tick();

        assertEquals(5, left());
        assertTrue(told.contains(1L));
        var last = count("select last_seq from rooms where id = 1");
        assertEquals(last, count("select count(*) from messages where room_id = 1"));
        assertEquals(250 + 3 + 5 + 250, last);
        assertEquals(0, count("select count(*) from reactions") + count("select count(*) from pins"));
        assertEquals(0, count("select count(*) from messages where kind in ('EDITED', 'REACTED', 'PINNED')"));
        assertEquals(
                0,
                count(
                        "select count(*) from messages where kind <> 'POSTED' and (body is not null or emoji is not null)"));
        assertTrue(log.after(1, last - 1, 1).get(0) instanceof RoomEvent.Deleted);

        again().tick();
        assertEquals(last, count("select last_seq from rooms where id = 1"), "nothing is deleted twice");
    }

    @Test
    void roomsThatKeepForEverKeepAll() {
        post(3);
        clock.moveOn(Duration.ofDays(5_000));
        retention.tick();
        assertEquals(3, left());
        keep(3_650);
        retention.tick();
        assertEquals(0, left());
    }

    @Test
    void aTimeThatIsMadeShorterDeletesWhatWasKept() {
        post(3);
        clock.moveOn(Duration.ofDays(10));
        post(2);
        keep(30);
        retention.tick();
        assertEquals(5, left());
        keep(5);
        retention.tick();
        assertEquals(2, left());
        keep(null);
        clock.moveOn(Duration.ofDays(10));
        retention.tick();
        assertEquals(2, left());
    }

    @Test
    void whatIsOlderIsDeletedWhereverItStandsInTheLog() {
        post(150);
        moveIn(clock.instant().minus(Duration.ofDays(3_000)), 1_200);
        post(10);
        keep(7);
        retention.tick();
        assertEquals(160, left());
        clock.moveOn(Duration.ofDays(8));
        retention.tick();
        assertEquals(0, left());
    }

    @Test
    void aTimeFarAheadKeepsItsOwnPostOnly() {
        moveIn(Instant.parse("2099-01-01T00:00:00Z"), 1);
        post(3);
        keep(7);
        clock.moveOn(Duration.ofDays(8));
        retention.tick();
        assertEquals(1, left());
        moveIn(clock.instant().minus(Duration.ofDays(9)), 2);
        retention.tick();
        assertEquals(1, left(), "what is moved in later is due as well");
    }

    @Test
    void anotherTimeThatIsChosenMeanwhileSkipsNothing() {
        post(5);
        clock.moveOn(Duration.ofDays(20));
        keep(7);
        var disturbed = new Retention(
                new Transactions() {
                    @Override
                    public <T> T write(Function<EntityManager, T> work) {
                        keep(30);
                        return database.write(work);
                    }

                    @Override
                    public <T> T read(Function<EntityManager, T> work) {
                        return database.read(work);
                    }
                },
                new SilentFeed(),
                clock);
        disturbed.tick();
        assertEquals(5, left());
        clock.moveOn(Duration.ofDays(11));
        disturbed.tick();
        assertEquals(0, left());
    }

    private void moveIn(Instant at, int count) {
        for (var done = 0; done < count; done += MessageDraft.Import.MOST) {
            var lines = new ArrayList<ImportedLine>();
            for (var i = 0; i < Math.min(MessageDraft.Import.MOST, count - done); i++)
                lines.add(new ImportedLine(UUID.randomUUID(), asha.id(), at, "old words"));
            store(new MessageDraft.Import(Caller.OPERATOR, 1, lines));
        }
    }
}
