package org.hostelchat.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Who may read which room: everybody those that hold everybody, members the others, nobody a closed one. */
@EachEngine
class RoomAccessTest {

    @Parameter
    Engine engine;

    @TempDir
    private Path folder;

    private BareDatabase database;
    private RoomAccess access;
    private Caller asha;
    private Caller ravi;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        access = new RoomAccess(database);
        asha = database.resident("आशा राव", Role.STUDENT);
        ravi = database.resident("ரவி", Role.STUDENT);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** The rooms that somebody is in, each with the first number that they may read. */
    private Map<Long, Long> roomsOf(Caller caller) {
        var rooms = new Rooms(database, new ReadMarks(database), Clock.systemUTC());
        return rooms.of(caller).stream().collect(Collectors.toMap(RoomView::id, RoomView::first));
    }

    @Test
    void oneIsInTheRoomsThatHoldEverybodyAndInThoseOneIsAMemberOf() {
        var notice = room(RoomKind.NOTICE);
        var group = room(RoomKind.GROUP);
        take(asha, group, 7);

        assertEquals(Map.of(Room.COMMON, 1L, notice.id(), 1L, group.id(), 7L), roomsOf(asha));
        assertEquals(Map.of(Room.COMMON, 1L, notice.id(), 1L), roomsOf(ravi));
        assertEquals(7, access.require(asha, group.id()).first());
        assertTrue(access.mayRead(asha.id(), group.id()));
        assertFalse(access.mayRead(ravi.id(), group.id()));
    }

    @Test
    void aRoomThatIsNotOnesOwnAClosedOneAndNoneAreTheSame() {
        var group = room(RoomKind.GROUP);
        var closed = room(RoomKind.OPEN);
        take(ravi, closed, 1);
        database.write(em -> {
            em.find(Room.class, closed.id()).close(Instant.now());
            return null;
        });

        var none = refusal(ravi, 4711);
        assertEquals(none, refusal(ravi, group.id()));
        assertEquals(none, refusal(ravi, closed.id()));
        assertFalse(roomsOf(ravi).containsKey(closed.id()));
    }

    @Test
    void aWishInARoomThatHoldsEverybodyMakesNobodyMoreOrLessAMember() {
        database.write(em -> {
            em.persist(new Membership(asha.id(), em.find(Room.class, Room.COMMON), 5, Instant.now()));
            return null;
        });

        assertEquals(Map.of(Room.COMMON, 1L), roomsOf(asha));
        assertEquals(1, access.require(asha, Room.COMMON).first());
    }

    @Test
    void nothingIsAskedOfTheDatabaseWhereEverybodyMayPost() {
        var common = database.read(em -> em.find(Room.class, Room.COMMON));
        var notice = room(RoomKind.NOTICE);

        var members = RoomMembers.among(null, Arrays.asList(common, notice, null), Set.of(asha.id()));

        assertTrue(members.isIn(asha.id(), common));
        assertTrue(members.isIn(ravi.id(), notice));
    }

    private String refusal(Caller who, long room) {
        return assertThrows(Refusal.NotFound.class, () -> access.require(who, room))
                .problem()
                .json();
    }

    private Room room(RoomKind kind) {
        return database.write(em -> {
            var room = new Room(kind, "कमरा", Instant.now());
            em.persist(room);
            em.flush();
            return room;
        });
    }

    private void take(Caller who, Room room, long first) {
        database.write(em -> {
            em.persist(new Membership(who.id(), room, first, Instant.now()));
            return null;
        });
    }
}
