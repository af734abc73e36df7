package org.hostelchat.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.language.Language;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Room;
import org.hostelchat.user.Mute;
import org.hostelchat.user.Muting;
import org.hostelchat.user.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Whoever is muted reads and does not write, until the time that they are told. */
@EachEngine
class MutingTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Parameter
    Engine engine;

    @TempDir
    private Path folder;

    private final Instant now = Instant.now();
    private BareDatabase database;
    private Muting muting;
    private Caller asha;
    private Caller ravi;
    private Caller warden;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        muting = new Muting(database, new AuditLog(), new ChangeLog(database), new AuditTrail(), Clock.systemUTC());
        asha = database.resident("आशा राव", Role.STUDENT);
        ravi = database.resident("ரவி", Role.STUDENT);
        warden = database.resident("Warden", Role.ADMIN);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private String number(Caller who) {
        return database.<User>read(em -> em.find(User.class, who.id())).enrolmentNumber();
    }

    @Test
    void nothingOfTheirsIsStoredUntilThen() {
        var said = post(ravi, now);
        act(new MessageDraft.React(ravi, Room.COMMON, said, "👍", true), now);
        muting.mute(warden, number(ravi), now.plus(HOUR), null);

        for (var draft : List.of(
                new MessageDraft.Post(ravi, Room.COMMON, UUID.randomUUID(), "வணக்கம்"),
                new MessageDraft.Edit(ravi, Room.COMMON, said, "other words"),
                new MessageDraft.React(ravi, Room.COMMON, said, "❤️", true),
                new MessageDraft.Pin(ravi, Room.COMMON, said, true))) {
            assertEquals(
                    "muted",
                    assertThrows(Refusal.NotAllowed.class, () -> act(draft, now.plusSeconds(1)))
                            .slug());
        }
        post(asha, now.plusSeconds(1));
        act(new MessageDraft.React(ravi, Room.COMMON, said, "👍", false), now);
        act(new MessageDraft.Delete(ravi, Room.COMMON, said), now);
        post(ravi, now.plus(HOUR).plusSeconds(1));
    }

    @Test
    void theyAreToldUntilWhenInTheHostelsTime() {
        var until = Instant.parse("2099-06-01T12:30:00Z");
        database.write(em -> em.createQuery("update User u set u.mute.until = :until where u.id = :id")
                .setParameter("until", until)
                .setParameter("id", ravi.id())
                .executeUpdate());
        var draft = new MessageDraft.Post(ravi, Room.COMMON, UUID.randomUUID(), "வணக்கம்");
        var kolkata = now.atZone(ZoneId.of("Asia/Kolkata"));
        var answers = database.write(em -> new MessageBatch(em, new AuditTrail(), "", kolkata)
                .store(List.of(draft))
                .answers());
        var told = answers.get(0).refusal().problem(Language.EN).detail();
        assertTrue(told.contains("1 Jun 2099, 18:00"), told);
    }

    @Test
    void whoIsLetWriteAgainOrBecomesAnOfficialWrites() {
        muting.mute(warden, number(ravi), now.plus(HOUR), null);
        muting.unmute(warden, number(ravi));
        muting.unmute(warden, number(ravi));
        post(ravi, now);

        muting.mute(warden, number(asha), now.plus(HOUR), null);
        database.write(em -> em.createQuery("update User u set u.role = :admin where u.id = :id")
                .setParameter("admin", Role.ADMIN)
                .setParameter("id", asha.id())
                .executeUpdate());
        post(asha, now);
    }

    @Test
    void officialsAloneMuteAndOnlyResidentsForSomeTimeToCome() {
        assertThrows(Refusal.NotAllowed.class, () -> muting.mute(asha, number(ravi), now.plus(HOUR), null));
        assertThrows(Refusal.NotAllowed.class, () -> muting.unmute(asha, number(ravi)));
        assertThrows(Refusal.Unacceptable.class, () -> muting.mute(warden, number(warden), now.plus(HOUR), null));
        assertThrows(Refusal.Unacceptable.class, () -> muting.mute(warden, number(ravi), now.minusSeconds(1), null));
        assertThrows(Refusal.Unacceptable.class, () -> muting.mute(warden, number(ravi), Instant.MAX, null));
        assertThrows(Refusal.NotFound.class, () -> muting.mute(warden, "nobody", now.plus(HOUR), null));
    }

    @Test
    void eachChangeIsInTheRecordOnce() {
        muting.mute(warden, number(ravi), now.plus(HOUR), null);
        muting.mute(warden, number(ravi), now.plus(HOUR), null);
        muting.unmute(warden, number(ravi));
        assertEquals(List.of("user-muted", "user-unmuted"), database.<List<String>>read(em -> em.createQuery(
                        "select a.act from AuditEntry a order by a.id", String.class)
                .getResultList()));
    }

    @Test
    void theReasonIsKeptUntilTheyMayWriteAgain() {
        muting.mute(warden, number(ravi), now.plus(HOUR), "गालियाँ");
        assertEquals("गालियाँ", muted(ravi).why());
        muting.mute(warden, number(ravi), now.plus(HOUR), " ");
        assertNull(muted(ravi).why());
        assertThrows(
                Refusal.Unacceptable.class,
                () -> muting.mute(warden, number(ravi), now.plus(HOUR), "x".repeat(Mute.LONGEST_WHY + 1)));
        muting.unmute(warden, number(ravi));
        assertNull(muted(ravi));
    }

    private Mute muted(Caller who) {
        return database.<User>read(em -> em.find(User.class, who.id())).muted(now);
    }

    private long post(Caller author, Instant at) {
        return act(new MessageDraft.Post(author, Room.COMMON, UUID.randomUUID(), "सब ठीक"), at);
    }

    private long act(MessageDraft draft, Instant at) {
        var answer = database.write(em -> new MessageBatch(em, new AuditTrail(), at)
                .store(List.of(draft))
                .answers()
                .get(0));
        if (answer.refusal() != null) throw answer.refusal();
        return answer.stored().seq();
    }
}
