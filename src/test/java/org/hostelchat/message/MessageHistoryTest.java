package org.hostelchat.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.CountedStatements;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.room.Room;
import org.hostelchat.room.RoomAccess;
import org.hostelchat.user.UserErasing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * However one pages through a room, every number is covered once, and the messages are what all events together make of
 * them.
 */
@EachEngine
class MessageHistoryTest {

    /** A message as it reads now; without words once it is taken back. */
    private record Said(long seq, String body) {}

    @Parameter
    Engine engine;

    @TempDir
    private Path folder;

    private final TreeMap<Long, Said> said = new TreeMap<>();
    private final TreeMap<Long, Long> authors = new TreeMap<>();
    private BareDatabase database;
    private MessageHistory history;
    private MessageLog log;
    private Caller reader;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        var access = new RoomAccess(database);
        history = new MessageHistory(database, access);
        log = new MessageLog(database, access);
        reader = database.resident("आशा राव", Role.STUDENT);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anEmptyRoomHasAnEmptyPage() {
        var page = history.before(reader, Room.COMMON, null, 50);
        assertEquals(new HistoryPage(1, 0, List.of(), null, null, 0, 0), page);
        assertEquals(page, history.after(reader, Room.COMMON, 7, 50));
        assertEquals(page, history.around(reader, Room.COMMON, 7, 50));
    }

    @Test
    void aMessageEditedAThousandTimesIsOneMessage() {
        act(new MessageDraft.Post(reader, Room.COMMON, UUID.randomUUID(), "first"));
        for (var i = 0; i < 1_000; i++) act(new MessageDraft.Edit(reader, Room.COMMON, 1, "words " + i));
        act(new MessageDraft.Post(reader, Room.COMMON, UUID.randomUUID(), "second"));

        var page = history.before(reader, Room.COMMON, null, 2);
        assertEquals(List.of(new Said(1, "words 999"), new Said(1_002, "second")), shown(page));
        assertEquals(1, page.from());
        assertEquals(1_002, page.to());
    }

    @Test
    void aPageTakesAsManyStatementsHoweverManyMessagesItHas() {
        var statements = new CountedStatements(database);
        history = new MessageHistory(statements, new RoomAccess(statements));
        answeredAndMarked(reader, 2);
        var few = statements.during(() -> history.before(reader, Room.COMMON, null, 100));
        for (var i = 0; i < 20; i++) answeredAndMarked(database.resident("Student " + i + " ரவி", Role.STUDENT), 2);
        assertEquals(few, statements.during(() -> {
            var page = history.before(reader, Room.COMMON, null, 100);
            assertEquals(42, page.items().size());
            return page;
        }));
        assertEquals(few, statements.during(() -> history.after(reader, Room.COMMON, 1, 100)));
    }

    /** Posts that each reply to the first, mention its author, are edited, and have a reaction. */
    private void answeredAndMarked(Caller who, int posts) {
        for (var i = 0; i < posts; i++) {
            var replyTo = last() == 0 ? null : 1L;
            act(new MessageDraft.Post(
                    who,
                    Room.COMMON,
                    UUID.randomUUID(),
                    "चाय " + i,
                    new References(replyTo, List.of(reader.id()), false)));
            var seq = last();
            act(new MessageDraft.Edit(who, Room.COMMON, seq, "நல்ல " + i));
            act(new MessageDraft.React(who, Room.COMMON, seq, "👍", true));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void walkingCoversEveryNumberOnceAndShowsWhatTheEventsMakeOfIt(long seed) {
        var random = new Random(seed);
        var people = new ArrayList<Caller>();
        for (var i = 0; i < 4; i++) people.add(database.resident("Student " + i + " ரவி", Role.STUDENT));
        for (var step = 0; step < 90; step++) {
            var who = people.get(random.nextInt(people.size()));
            var any = 1 + random.nextInt((int) last() + 1);
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> act(new MessageDraft.Edit(who, Room.COMMON, any, "नया " + step));
                case 3 -> act(new MessageDraft.Delete(who, Room.COMMON, any));
                case 4 -> {
                    if (random.nextInt(8) == 0 && people.size() > 1) erase(people.remove(people.indexOf(who)));
                }
                default -> act(new MessageDraft.Post(who, Room.COMMON, UUID.randomUUID(), "चाय " + step));
            }
        }
        for (var limit : List.of(1, 2, 3, 7, 200)) {
            walkBack(limit);
            walkOn(limit);
            for (var around = 0L; around <= last() + 2; around++) around(around, limit);
        }
    }

    private void walkBack(int limit) {
        var found = new ArrayList<Said>();
        var to = last();
        for (Long before = null; ; ) {
            var page = checked(history.before(reader, Room.COMMON, before, limit), limit);
            assertEquals(to, page.to());
            found.addAll(0, shown(page));
            to = page.from() - 1;
            before = page.before();
            if (before == null) break;
        }
        assertEquals(0, to);
        assertEquals(List.copyOf(said.values()), found);
    }

    private void walkOn(int limit) {
        var found = new ArrayList<Said>();
        var from = 1L;
        for (Long after = 0L; after != null; ) {
            var page = checked(history.after(reader, Room.COMMON, after, limit), limit);
            assertEquals(from, page.from());
            found.addAll(shown(page));
            from = page.to() + 1;
            after = page.after();
        }
        assertEquals(last() + 1, from);
        assertEquals(List.copyOf(said.values()), found);
    }

    /** What is around a number holds it, and can be walked on from in both directions without a hole. */
    private void around(long around, int limit) {
        var page = checked(history.around(reader, Room.COMMON, around, limit), limit);
        if (around >= 1 && around <= last()) {
            assertTrue(page.from() <= around || limit == 1, page + " around " + around);
            assertTrue(page.to() >= around, page + " around " + around);
        }
        if (page.before() == null) assertEquals(1, page.from());
        else
            assertEquals(
                    page.from() - 1,
                    history.before(reader, Room.COMMON, page.before(), limit).to());
        if (page.after() == null) assertEquals(last(), page.to());
        else
            assertEquals(
                    page.to() + 1,
                    history.after(reader, Room.COMMON, page.after(), limit).from());
    }

    private HistoryPage checked(HistoryPage page, int limit) {
        assertTrue(page.items().size() <= limit);
        var within = page.to() < page.from()
                ? List.of()
                : List.copyOf(said.subMap(page.from(), true, page.to(), true).values());
        assertEquals(within, shown(page));
        return page;
    }

    private static List<Said> shown(HistoryPage page) {
        return page.items().stream()
                .map(HistoryItem::event)
                .map(event -> new Said(event.seq(), event instanceof RoomEvent.Posted post ? post.body() : null))
                .toList();
    }

    private long last() {
        return database.read(em -> em.find(Room.class, Room.COMMON)).last();
    }

    private void act(MessageDraft draft) {
        database.write(em -> new MessageBatch(em, new AuditTrail(), Instant.now()).store(List.of(draft)))
                .events()
                .values()
                .forEach(events -> events.forEach(this::fold));
    }

    private void erase(Caller who) {
        var before = last();
        database.write(em -> {
            new Erasure(new SilentFeed(), Clock.systemUTC()).takeWordsAway(new UserErasing(em, who.id(), reader));
            return null;
        });
        log.after(Room.COMMON, before, 10).forEach(this::fold);
    }

    private void fold(RoomEvent event) {
        if (event instanceof RoomEvent.Posted post) {
            assertNull(said.put(post.seq(), new Said(post.seq(), post.body())));
            authors.put(post.seq(), post.by().id());
        } else if (event instanceof RoomEvent.Edited edit) {
            said.put(edit.target(), new Said(edit.target(), edit.body()));
        } else if (event instanceof RoomEvent.Deleted deletion) {
            said.put(deletion.target(), new Said(deletion.target(), null));
        } else if (event instanceof RoomEvent.Erased erasure) {
            said.replaceAll((seq, one) -> authors.get(seq) == erasure.person() ? new Said(seq, null) : one);
        }
    }
}
