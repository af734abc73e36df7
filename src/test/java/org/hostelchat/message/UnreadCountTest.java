package org.hostelchat.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.room.ReadMarks;
import org.hostelchat.room.Room;
import org.hostelchat.room.RoomAccess;
import org.hostelchat.room.Rooms;
import org.hostelchat.user.UserErasing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Unread are posts by others after the read mark that are not deleted; edits, deletions and one's own posts are not.
 */
@EachEngine
class UnreadCountTest {

    @Parameter
    Engine engine;

    @TempDir
    private Path folder;

    private final List<Long> posted = new ArrayList<>();
    private BareDatabase database;
    private ReadMarks marks;
    private Rooms rooms;
    private MessageLog log;
    private Caller asha;
    private Caller ravi;
    private Caller warden;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        marks = new ReadMarks(database);
        rooms = new Rooms(database, marks, Clock.systemUTC());
        log = new MessageLog(database, new RoomAccess(database));
        asha = database.resident("आशा राव", Role.STUDENT);
        ravi = database.resident("ரவி", Role.STUDENT);
        warden = database.resident("Warden", Role.ADMIN);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRoomOneHasNeverOpenedCountsAllThatOthersPosted() {
        post(asha);
        post(ravi);
        post(ravi);

        assertEquals(2, unread(asha));
        assertEquals(1, unread(ravi));
        assertEquals(3, unread(warden));
    }

    @Test
    void editsDeletionsAndOnesOwnPostsAreNoUnreadPosts() {
        var first = post(ravi);
        store(new MessageDraft.Edit(ravi, Room.COMMON, first, "चाय?"));
        post(asha);
        var second = post(ravi);
        store(new MessageDraft.Delete(warden, Room.COMMON, second));

        assertEquals(1, unread(asha));
    }

    @Test
    void aMarkCountsBeforeItIsStoredAndAfterwards() {
        var first = post(ravi);
        post(ravi);
        marks.advance(asha.id(), Room.COMMON, first);
        assertEquals(1, unread(asha));
        marks.save();
        assertEquals(1, unread(asha));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void agreesWithTheLogWhateverHappens(long seed) {
        var random = new Random(seed);
        var people = List.of(asha, ravi, warden);
        for (var step = 0; step < 120; step++) {
            var who = people.get(random.nextInt(people.size()));
            switch (random.nextInt(7)) {
                case 0 -> act(new MessageDraft.Edit(who, Room.COMMON, any(random), "words " + step));
                case 1 -> act(new MessageDraft.Delete(who, Room.COMMON, any(random)));
                case 2 -> marks.advance(who.id(), Room.COMMON, random.nextInt(posted.size() + 1));
                case 3 -> marks.save();
                case 4 -> {
                    if (random.nextInt(6) == 0) eraseWordsOf(who);
                }
                default -> post(who);
            }
            if (step % 10 == 0) for (var person : people) assertEquals(counted(person), unread(person), "seed " + seed);
        }
    }

    /** As when the account goes; it stays, so that the same person goes on. */
    private void eraseWordsOf(Caller who) {
        database.write(em -> {
            new Erasure(new SilentFeed(), Clock.systemUTC())
                    .takeWordsAway(new UserErasing(em, who.id(), Caller.OPERATOR));
            return null;
        });
    }

    @Test
    void whatAnErasedPersonSaidIsUnreadNoMore() {
        post(ravi);
        var read = post(warden);
        marks.advance(asha.id(), Room.COMMON, read);
        post(ravi);
        post(warden);
        store(new MessageDraft.Edit(ravi, Room.COMMON, post(ravi), "चाय?"));
        assertEquals(3, unread(asha));
        eraseWordsOf(ravi);
        assertEquals(1, unread(asha));
        assertEquals(2, unread(ravi), "of what others said, from the beginning");
    }

    private long any(Random random) {
        return posted.isEmpty() ? 1 : posted.get(random.nextInt(posted.size()));
    }

    /** The definition, word by word, over the whole log. */
    private long counted(Caller person) {
        var read = rooms.of(person).get(0).read();
        return log.after(Room.COMMON, read, 500).stream()
                .filter(event ->
                        event instanceof RoomEvent.Posted post && post.by().id() != person.id())
                .count();
    }

    private long unread(Caller person) {
        return rooms.of(person).get(0).unread();
    }

    private long post(Caller author) {
        var seq = store(new MessageDraft.Post(author, Room.COMMON, UUID.randomUUID(), "नमस्ते"));
        posted.add(seq);
        return seq;
    }

    private long store(MessageDraft draft) {
        return act(draft).stored().seq();
    }

    private MessageBatch.Answer act(MessageDraft draft) {
        return database.write(em -> new MessageBatch(em, new AuditTrail(), Instant.now()).store(List.of(draft)))
                .answers()
                .get(0);
    }
}
