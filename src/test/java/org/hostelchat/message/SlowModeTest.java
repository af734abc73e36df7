package org.hostelchat.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Posting;
import org.hostelchat.room.ReadMarks;
import org.hostelchat.room.RoomChange;
import org.hostelchat.room.RoomDraft;
import org.hostelchat.room.RoomKind;
import org.hostelchat.room.RoomMaking;
import org.hostelchat.room.RoomSettings;
import org.hostelchat.room.RoomUpkeep;
import org.hostelchat.room.Rooms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** In slow mode a person's posts must be some seconds apart. */
@EachEngine
class SlowModeTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @Parameter
    Engine engine;

    @TempDir
    private Path folder;

    private BareDatabase database;
    private RoomUpkeep upkeep;
    private Rooms rooms;
    private Caller asha;
    private Caller ravi;
    private Caller meena;
    private Caller warden;
    private long room;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        var changes = new ChangeLog(database);
        rooms = new Rooms(database, new ReadMarks(database), Clock.systemUTC());
        upkeep = new RoomUpkeep(database, rooms, new AuditLog(), changes, new AuditTrail(), Clock.systemUTC());
        asha = database.resident("आशा राव", Role.STUDENT);
        ravi = database.resident("ரவி", Role.STUDENT);
        meena = database.resident("Meena", Role.STUDENT);
        warden = database.resident("Warden", Role.ADMIN);
        var making = new RoomMaking(database, new RoomSettings(3), changes, new AuditTrail(), Clock.systemUTC());
        room = making.make(
                asha,
                new RoomDraft(
                        RoomKind.GROUP, "छत", null, Posting.ALL, false, List.of(ravi.id(), meena.id(), warden.id())));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void slow(Integer seconds) {
        upkeep.change(asha, room, new RoomChange(null, false, null, null, seconds));
    }

    @Test
    void onesNextPostWaitsAndThatOfOthersDoesNot() {
        slow(30);
        post(ravi, 0);
        post(meena, 1);

        var refused = assertThrows(Refusal.TooFast.class, () -> post(ravi, 10));
        assertEquals("slow-mode", refused.slug());
        assertTrue(refused.retryAfter().compareTo(Duration.ofSeconds(20)) >= 0, refused.retryAfter() + "");
        assertTrue(refused.retryAfter().compareTo(Duration.ofSeconds(21)) <= 0, refused.retryAfter() + "");
        post(ravi, 30);
        assertThrows(Refusal.TooFast.class, () -> post(ravi, 31));
        assertEquals(30, rooms.view(ravi.id(), room).slow());
    }

    @Test
    void itsMakerAndOfficialsDoNotWaitAndNobodyDoesOnceItIsOff() {
        slow(600);
        for (var second = 0; second < 3; second++) {
            post(asha, second);
            post(warden, second);
        }
        post(ravi, 0);
        slow(0);
        post(ravi, 1);
        assertEquals(0, rooms.view(ravi.id(), room).slow());
    }

    @Test
    void twoInOneBatchAreTwoPostsAndARepeatIsNone() {
        slow(30);
        var id = UUID.randomUUID();
        var outcome = store(0, draft(ravi, id), draft(ravi, UUID.randomUUID()), draft(ravi, id));
        assertEquals("slow-mode", outcome.get(1).refusal().slug());
        assertEquals(outcome.get(0).stored().seq(), outcome.get(2).stored().seq());
    }

    /** Else one would say more by taking back what was said. */
    @Test
    void aPostThatWasTakenBackCounts() {
        slow(30);
        var said = post(ravi, 0);
        store(1, new MessageDraft.Delete(ravi, room, said));
        assertThrows(Refusal.TooFast.class, () -> post(ravi, 2));
    }

    @Test
    void aClockThatIsSetBackLetsNobodyWaitUntilItHasComeThereAgain() {
        slow(30);
        post(ravi, 3_600);
        post(ravi, 5);
        assertThrows(Refusal.TooFast.class, () -> post(ravi, 20));
        post(ravi, 35);
        post(ravi, 86_400);
        post(ravi, 86_430);
    }

    @Test
    void theIntervalHasBounds() {
        for (var wrong : List.of(-1, 3_601, Integer.MAX_VALUE)) {
            assertThrows(Refusal.Unacceptable.class, () -> slow(wrong));
        }
        slow(3_600);
        assertThrows(Refusal.Unacceptable.class, () -> slow(null));
    }

    private MessageDraft draft(Caller author, UUID id) {
        return new MessageDraft.Post(author, room, id, "சரி");
    }

    private long post(Caller author, int second) {
        var answer = store(second, draft(author, UUID.randomUUID())).get(0);
        if (answer.refusal() != null) throw answer.refusal();
        return answer.stored().seq();
    }

    private List<MessageBatch.Answer> store(int second, MessageDraft... drafts) {
        return database.write(em -> new MessageBatch(em, new AuditTrail(), NOON.plusSeconds(second))
                .store(List.of(drafts))
                .answers());
    }
}
