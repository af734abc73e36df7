package org.hostelchat.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.changelog.LoggedChange;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.platform.db.SerialTransactions;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Memberships;
import org.hostelchat.room.Posting;
import org.hostelchat.room.ReadMarks;
import org.hostelchat.room.Room;
import org.hostelchat.room.RoomAccess;
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

/** Joining, leaving and rejoining, concurrently with posts. */
@EachEngine
class RoomMembershipTest {

    @Parameter
    Engine engine;

    @TempDir
    private Path folder;

    private BareDatabase database;
    private ChangeLog changes;
    private SerialTransactions turns;
    private RoomAccess access;
    private Memberships memberships;
    private RoomMaking making;
    private RoomUpkeep upkeep;
    private Rooms rooms;
    private MessageLog log;
    private Caller asha;
    private Caller ravi;
    private Caller warden;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        turns = new SerialTransactions(database);
        access = new RoomAccess(turns);
        changes = new ChangeLog(turns);
        memberships = new Memberships(turns, access, new AuditLog(), changes, new AuditTrail(), Clock.systemUTC());
        making = new RoomMaking(turns, new RoomSettings(3), changes, new AuditTrail(), Clock.systemUTC());
        rooms = new Rooms(turns, new ReadMarks(turns), Clock.systemUTC());
        upkeep = new RoomUpkeep(turns, rooms, new AuditLog(), changes, new AuditTrail(), Clock.systemUTC());
        log = new MessageLog(turns, access);
        asha = database.resident("आशा राव", Role.STUDENT);
        ravi = database.resident("ரவி", Role.STUDENT);
        warden = database.resident("Warden", Role.ADMIN);
    }

    private List<Change> told(Class<? extends Change> kind) {
        return changes.after(0).stream()
                .map(LoggedChange::change)
                .filter(kind::isInstance)
                .toList();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void inAGroupOneReadsFromOnesJoiningOnAndComesBackAnyNumberOfTimes() {
        var group = make(RoomKind.GROUP, false);
        post(asha, group, "before");
        for (var time = 0; time < 3; time++) {
            memberships.add(asha, group, ravi.id());
            memberships.add(asha, group, ravi.id());
            var seq = post(asha, group, "for both " + time);

            assertEquals(List.of(seq), numbers(ravi, group));
            assertEquals(1, view(ravi, group).unread());
            memberships.remove(ravi, group, ravi.id());
            memberships.remove(ravi, group, ravi.id());
            post(asha, group, "without Ravi");
            notThere(() -> numbers(ravi, group));
            notThere(() -> post(ravi, group, "still here?"));
        }
        assertEquals(1, told(Change.RoomOpened.class).size());
        assertEquals(3, told(Change.Joined.class).size());
        assertEquals(3, told(Change.Left.class).size());
    }

    @Test
    void anOpenRoomAndAGroupWhoseMakerChoseSoShowTheirWholePast() {
        for (var room : List.of(make(RoomKind.OPEN, false), make(RoomKind.GROUP, true))) {
            post(asha, room, "आओ");
            memberships.add(room(room).kind() == RoomKind.OPEN ? ravi : asha, room, ravi.id());

            assertEquals(List.of(1L), numbers(ravi, room));
            assertEquals(0, view(ravi, room).unread());
        }
    }

    @Test
    void editsAndTakesBackNothingFromBeforeOneCameIn() {
        var group = make(RoomKind.GROUP, false);
        memberships.add(asha, group, ravi.id());
        var old = post(ravi, group, "mine, once");
        memberships.remove(ravi, group, ravi.id());
        memberships.add(asha, group, ravi.id());

        var gone =
                assertThrows(Refusal.NotFound.class, () -> act(new MessageDraft.Edit(ravi, group, old, "and again")));
        assertEquals("no-such-message", gone.slug());
        assertThrows(Refusal.NotFound.class, () -> act(new MessageDraft.Delete(ravi, group, old)));
    }

    @Test
    void officialsReachNoGroupButCanCloseItAndTakePeopleOut() {
        var group = make(RoomKind.GROUP, false);
        memberships.add(asha, group, ravi.id());
        var seq = post(asha, group, "among us");

        notThere(() -> memberships.list(warden, group, 0, 10));
        notThere(() -> act(new MessageDraft.Delete(warden, group, seq)));
        notThere(() -> memberships.add(warden, group, warden.id()));
        assertTrue(rooms.all(warden).stream().noneMatch(room -> room.id() == group));
        var search = new MessageSearch(turns);
        assertEquals(List.of(), search.find(warden, new MessageSearch.Filter(null, null, null, null, null), null, 9));
        assertTrue(search.find(warden, group, seq).isEmpty());

        memberships.remove(warden, group, ravi.id());
        assertFalse(access.mayRead(ravi.id(), group));
        upkeep.close(warden, group);
        assertFalse(access.mayRead(asha.id(), group));
        assertEquals(List.of(new Change.RoomClosed(group)), told(Change.RoomClosed.class));
    }

    @Test
    void onlyOfficialsPostWhereOnlyTheyMay() {
        var room = make(RoomKind.OPEN, false);
        memberships.add(warden, room, warden.id());
        upkeep.change(asha, room, new RoomChange(null, false, null, Posting.OFFICIALS));

        var refused = assertThrows(Refusal.NotAllowed.class, () -> post(asha, room, "may I?"));
        assertEquals("officials-only", refused.slug());
        post(warden, room, "Water is back.");
    }

    @Test
    void theSamePeopleHaveOneConversationWhoeverAsksFirstAndHoweverManyAtOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var begin = new CountDownLatch(1);
            var asked = new ArrayList<Callable<Long>>();
            for (var i = 0; i < 16; i++) {
                var first = i % 2 == 0;
                asked.add(() -> {
                    begin.await();
                    return making.direct(first ? asha : ravi, List.of(first ? ravi.id() : asha.id()))
                            .roomId();
                });
            }
            var answers = asked.stream().map(threads::submit).toList();
            begin.countDown();
            Set<Long> found = ConcurrentHashMap.newKeySet();
            for (var answer : answers) found.add(answer.get());
            assertEquals(1, found.size());
            assertEquals(1, told(Change.RoomOpened.class).size());
        } finally {
            threads.shutdownNow();
        }
        assertThrows(Refusal.Unacceptable.class, () -> making.direct(asha, List.of(asha.id())));
        assertThrows(Refusal.Unacceptable.class, () -> making.direct(asha, List.of(4711L)));
        assertThrows(
                Refusal.Unacceptable.class, () -> making.direct(asha, List.of(11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L)));
    }

    @Test
    void aPersonMakesOnlySoManyRooms() {
        for (var i = 0; i < 3; i++) make(RoomKind.OPEN, false);
        var refused = assertThrows(Refusal.Conflict.class, () -> make(RoomKind.OPEN, false));
        assertEquals("too-many-rooms", refused.slug());
        var none = new RoomMaking(turns, new RoomSettings(0), changes, new AuditTrail(), Clock.systemUTC());
        assertThrows(Refusal.NotAllowed.class, () -> none.make(ravi, draft(RoomKind.OPEN, false)));
        none.make(warden, draft(RoomKind.OPEN, false));
    }

    @Test
    void closingRoomsDoesNotLetAPersonMakeThemWithoutEnd() {
        for (var i = 0; i < 50; i++) upkeep.close(asha, make(RoomKind.GROUP, false));
        var refused = assertThrows(Refusal.Conflict.class, () -> make(RoomKind.OPEN, false));
        assertEquals("too-many-rooms", refused.slug());
        update("update rooms set created_at = created_at - 86400000 where maker_id is not null");
        make(RoomKind.OPEN, false);
    }

    @Test
    void conversationsKeepNobodyFromGroupsAndOnlySoManyAreBegunADay() {
        var others = new ArrayList<Caller>();
        for (var i = 0; i <= 200; i++) others.add(database.resident("Resident " + i, Role.STUDENT));
        for (var i = 0; i < 200; i++) {
            if (i % 50 == 0) update("update rooms set created_at = created_at - 86400000 where maker_id is not null");
            making.direct(asha, List.of(others.get(i).id()));
        }
        make(RoomKind.GROUP, false);
        var last = List.of(others.get(200).id());
        assertEquals(
                "too-many-rooms",
                assertThrows(Refusal.Conflict.class, () -> making.direct(asha, last))
                        .slug());
        assertFalse(making.direct(asha, List.of(others.get(199).id())).created(), "known ones are found as before");
        update("update rooms set created_at = created_at - 86400000 where maker_id is not null");
        assertTrue(making.direct(asha, last).created());
    }

    @Test
    void nobodyWritesToWhoeverIsNotThereAnyMore() {
        making.direct(asha, List.of(ravi.id()));
        update("update users set active = false where id = " + ravi.id());
        assertThrows(Refusal.Unacceptable.class, () -> making.direct(asha, List.of(ravi.id())));
    }

    private void update(String sql) {
        database.write(em -> em.createNativeQuery(sql).executeUpdate());
    }

    @Test
    void whoeverChangesAGroupThatTheyAreNotInLearnsNothingOfIt() {
        var group = make(RoomKind.GROUP, false);
        post(asha, group, "among us");
        assertThrows(
                Refusal.Unacceptable.class,
                () -> upkeep.change(warden, group, new RoomChange(null, false, null, null)));
        var posting = upkeep.change(warden, group, new RoomChange(null, false, null, Posting.ALL));
        assertEquals("", posting.name());
        assertEquals(null, posting.topic());
        assertEquals(0, posting.last());
        assertEquals(0, posting.unread());
        var named = upkeep.change(warden, group, new RoomChange("हम", false, null, null));
        assertEquals("हम", named.name());
        assertEquals(null, named.topic());
        assertEquals(
                1,
                upkeep.change(asha, group, new RoomChange("us", false, null, null))
                        .last());
    }

    /** Ravi alone posts, as fast as he can: where he is not in the room, its last number stands still. */
    @Test
    void whoeverWasRemovedBeforeTheCommitDoesNotPost() throws Exception {
        var group = make(RoomKind.GROUP, false);
        var over = new AtomicBoolean();
        var posting = Executors.newSingleThreadExecutor();
        try {
            var posted = posting.submit(() -> {
                var stored = 0;
                while (!over.get()) {
                    if (tried(new MessageDraft.Post(ravi, group, UUID.randomUUID(), "फिर से"))) stored++;
                }
                return stored;
            });
            for (var time = 0; time < 40; time++) {
                memberships.add(asha, group, ravi.id());
                var from = room(group).last();
                while (room(group).last() == from) Thread.onSpinWait();
                memberships.remove(asha, group, ravi.id());
                var atRemoval = room(group).last();
                Thread.sleep(2);
                assertEquals(atRemoval, room(group).last());
            }
            over.set(true);
            assertEquals(room(group).last(), (long) posted.get());
        } finally {
            over.set(true);
            posting.shutdownNow();
        }
    }

    private boolean tried(MessageDraft draft) {
        var answer = answer(draft);
        return answer.refusal() == null;
    }

    private long make(RoomKind kind, boolean past) {
        return making.make(asha, draft(kind, past));
    }

    private static RoomDraft draft(RoomKind kind, boolean past) {
        return new RoomDraft(kind, "क्रिकेट", "Sundays – 7 a.m.", Posting.ALL, past, List.of());
    }

    private Room room(long id) {
        return database.read(em -> em.find(Room.class, id));
    }

    private org.hostelchat.room.RoomView view(Caller who, long room) {
        return rooms.of(who).stream()
                .filter(view -> view.id() == room)
                .findFirst()
                .orElseThrow();
    }

    private List<Long> numbers(Caller who, long room) {
        var back = log.page(who, room, null, null, 500).stream()
                .map(RoomEvent::seq)
                .toList();
        assertEquals(
                back,
                log.page(who, room, null, 0L, 500).stream().map(RoomEvent::seq).toList());
        return back;
    }

    private static void notThere(Runnable call) {
        assertEquals(
                "no-such-room", assertThrows(Refusal.NotFound.class, call::run).slug());
    }

    private long post(Caller author, long room, String body) {
        return act(new MessageDraft.Post(author, room, UUID.randomUUID(), body));
    }

    private long act(MessageDraft draft) {
        var answer = answer(draft);
        if (answer.refusal() != null) throw answer.refusal();
        return answer.stored().seq();
    }

    private MessageBatch.Answer answer(MessageDraft draft) {
        return turns.write(em -> new MessageBatch(em, new AuditTrail(), Instant.now()).store(List.of(draft)))
                .answers()
                .get(0);
    }

    @Test
    void whatOfficialsDoToRoomsIsRecordedWithoutWhatTheyMayNotKnow() {
        var open = making.make(
                warden, new RoomDraft(RoomKind.OPEN, "क्रिकेट", null, Posting.ALL, false, List.of(ravi.id())));
        memberships.add(warden, open, asha.id());
        upkeep.change(warden, open, new RoomChange("Cricket", true, "Sundays", null));
        memberships.remove(warden, open, asha.id());
        upkeep.close(warden, open);
        assertEquals(
                "room-made|क्रिकेट|null,member-added|क्रिकेट|" + asha.id()
                        + ",room-changed|Cricket|null,member-removed|Cricket|" + asha.id()
                        + ",room-closed|Cricket|null",
                recorded(open));
        assertEquals(
                "name=क्रिकेट", database.query("select values_before from audit_entries where act = 'room-changed'"));

        var group = make(RoomKind.GROUP, false);
        memberships.add(asha, group, ravi.id());
        assertEquals("", recorded(group), "what students do is not");
        upkeep.change(warden, group, new RoomChange("Decent name", false, null, null));
        memberships.remove(warden, group, ravi.id());
        upkeep.close(warden, group);
        assertEquals(
                "room-changed|null|null,member-removed|null|" + ravi.id() + ",room-closed|null|null", recorded(group));
        var own = making.make(
                warden, new RoomDraft(RoomKind.GROUP, "Family", "x", Posting.ALL, false, List.of(ravi.id())));
        var said = post(warden, own, "private");
        act(new MessageDraft.Delete(warden, own, said));
        assertEquals("room-made|null|null", recorded(own));
    }

    private String recorded(long room) {
        List<?> entries = database.read(em -> em.createNativeQuery(
                        "select act, thing_name, person_id from audit_entries where thing_id = ?1" + " order by id")
                .setParameter(1, room)
                .getResultList());
        return entries.stream()
                .map(entry -> Stream.of((Object[]) entry).map(String::valueOf).collect(Collectors.joining("|")))
                .collect(Collectors.joining(","));
    }
}
