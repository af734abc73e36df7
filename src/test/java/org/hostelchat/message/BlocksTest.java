package org.hostelchat.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Blocks;
import org.hostelchat.room.Posting;
import org.hostelchat.room.Room;
import org.hostelchat.room.RoomDraft;
import org.hostelchat.room.RoomKind;
import org.hostelchat.room.RoomMaking;
import org.hostelchat.room.RoomPerson;
import org.hostelchat.room.RoomSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A blocked person cannot write to the one who blocked them, and does not notice it elsewhere. */
@EachEngine
class BlocksTest {

    @Parameter
    Engine engine;

    @TempDir
    private Path folder;

    private BareDatabase database;
    private Blocks blocks;
    private RoomMaking making;
    private Caller asha;
    private Caller ravi;
    private Caller meena;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        blocks = new Blocks(database, Clock.systemUTC());
        making = new RoomMaking(
                database, new RoomSettings(3), new ChangeLog(database), new AuditTrail(), Clock.systemUTC());
        asha = database.resident("आशा राव", Role.STUDENT);
        ravi = database.resident("ரவி", Role.STUDENT);
        meena = database.resident("Meena", Role.ADMIN);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aConversationOfTwoIsNotBegunByWhoeverIsBlocked() {
        blocks.block(asha, ravi.id());
        blocks.block(asha, ravi.id());

        assertRefused(() -> making.direct(ravi, List.of(asha.id())));
        assertEquals(true, making.direct(ravi, List.of(asha.id(), meena.id())).created());
        assertEquals(true, making.direct(ravi, List.of(meena.id())).created());
        assertEquals(true, making.direct(asha, List.of(ravi.id())).created());
    }

    @Test
    void inOneThatThereIsTheyReadAndDoNotWrite() {
        var two = making.direct(ravi, List.of(asha.id())).roomId();
        var said = post(ravi, two, "வணக்கம்");
        var three = making.direct(ravi, List.of(asha.id(), meena.id())).roomId();
        var group =
                making.make(asha, new RoomDraft(RoomKind.GROUP, "छत", null, Posting.ALL, false, List.of(ravi.id())));
        blocks.block(asha, ravi.id());

        assertRefused(() -> post(ravi, two, "why?"));
        assertRefused(() -> act(new MessageDraft.Edit(ravi, two, said, "in other words")));
        assertRefused(() -> act(new MessageDraft.React(ravi, two, said, "👍", true)));
        assertRefused(() -> act(new MessageDraft.Pin(ravi, two, said, true)));
        assertEquals(two, making.direct(ravi, List.of(asha.id())).roomId());
        for (var room : List.of(Room.COMMON, three, group)) post(ravi, room, "as before");
        post(asha, two, "It is I who decides.");
        act(new MessageDraft.Delete(ravi, two, said));

        blocks.unblock(asha, ravi.id());
        blocks.unblock(asha, ravi.id());
        post(ravi, two, "மன்னிக்கவும்");
    }

    /** In one batch with others, and told by the answer to a repeat that what was said before stands. */
    @Test
    void nobodyElseIsHindered() {
        var two = making.direct(ravi, List.of(asha.id())).roomId();
        var id = UUID.randomUUID();
        act(new MessageDraft.Post(ravi, two, id, "before"));
        blocks.block(asha, ravi.id());

        var outcome = store(
                new MessageDraft.Post(ravi, two, UUID.randomUUID(), "blocked"),
                new MessageDraft.Post(ravi, Room.COMMON, UUID.randomUUID(), "to all"),
                new MessageDraft.Post(asha, two, UUID.randomUUID(), "hers"),
                new MessageDraft.Post(ravi, two, id, "before"));

        assertEquals("no-direct-messages", outcome.get(0).refusal().slug());
        assertEquals(
                List.of(true, true, false),
                outcome.stream().skip(1).map(answer -> answer.stored().first()).toList());
    }

    @Test
    void oneSeesWhomOneHasBlockedAndNobodyElseDoes() {
        blocks.block(asha, ravi.id());
        blocks.block(asha, meena.id());
        blocks.unblock(asha, meena.id());

        assertEquals(List.of(new RoomPerson(ravi.id(), "ரவி")), blocks.of(asha));
        assertEquals(List.of(), blocks.of(ravi));
        assertThrows(Refusal.Unacceptable.class, () -> blocks.block(asha, asha.id()));
        assertThrows(Refusal.NotFound.class, () -> blocks.block(asha, 4711));
    }

    private static void assertRefused(Runnable call) {
        assertEquals(
                "no-direct-messages",
                assertThrows(Refusal.NotAllowed.class, call::run).slug());
    }

    private long post(Caller author, long room, String body) {
        return act(new MessageDraft.Post(author, room, UUID.randomUUID(), body));
    }

    private long act(MessageDraft draft) {
        var answer = store(draft).get(0);
        if (answer.refusal() != null) throw answer.refusal();
        return answer.stored().seq();
    }

    private List<MessageBatch.Answer> store(MessageDraft... drafts) {
        return database.write(em -> new MessageBatch(em, new AuditTrail(), Instant.now())
                .store(List.of(drafts))
                .answers());
    }
}
