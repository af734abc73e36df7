package org.hostelchat.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hostelchat.changelog.Change;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.junit.jupiter.api.Test;

/** Who may create which room, who is a member then, and that nothing remains of one that is refused. */
@EachEngine
class RoomMakingTest extends RoomTest {

    private long rooms() {
        return ((Number) house.database.query("select count(*) from rooms")).longValue();
    }

    private String refused(Caller caller, RoomDraft draft) {
        var before = rooms();
        var told = house.told();
        var slug = assertThrows(Refusal.class, () -> house.making.make(caller, draft))
                .slug();
        assertEquals(before, rooms(), "nothing is left of it");
        assertEquals(told, house.told());
        return slug;
    }

    @Test
    void whoeverMakesARoomIsInItAndKeepsIt() {
        var group = house.making.make(
                house.asha, RoomFixture.draft(RoomKind.GROUP, "  क्रिकेट  ", " ", house.ravi.id(), house.ravi.id()));
        var members = house.memberships.list(house.asha, group, 0, 10);
        assertEquals(
                List.of(house.asha.id(), house.ravi.id()),
                members.stream().map(RoomMember::id).toList());
        assertEquals(
                List.of(true, false), members.stream().map(RoomMember::maker).toList());
        assertEquals("क्रिकेट", house.room(group).name());
        assertEquals(null, house.room(group).topic());
        assertEquals(List.of(new Change.RoomOpened(group)), house.told());
    }

    @Test
    void whoeverIsTakenInFromTheBeginningReadsFromTheBeginning() {
        var group = house.group(house.asha, house.ravi.id());
        house.happen(group, 3);
        assertEquals(1, house.access.require(house.ravi, group).first());
    }

    @Test
    void onlyOfficialsPutOthersIntoAnOpenRoom() {
        var draft = RoomFixture.draft(RoomKind.OPEN, "Mess", null, house.ravi.id());
        assertEquals("wrong-people", refused(house.asha, draft));
        assertTrue(house.access.mayRead(house.ravi.id(), house.making.make(house.warden, draft)));
    }

    @Test
    void somebodyWhoIsNotThereMakesItFail() {
        assertEquals("wrong-people", refused(house.asha, RoomFixture.draft(RoomKind.GROUP, "हम", null, 4711L)));
        house.database.write(em -> em.createNativeQuery("update users set active = false where id = " + house.ravi.id())
                .executeUpdate());
        assertEquals(
                "wrong-people", refused(house.asha, RoomFixture.draft(RoomKind.GROUP, "हम", null, house.ravi.id())));
    }

    @Test
    void theOperatorHasNoAccountToBeInARoomWith() {
        assertThrows(Refusal.class, () -> house.group(Caller.OPERATOR));
        assertThrows(Refusal.class, () -> house.making.direct(Caller.OPERATOR, List.of(house.asha.id())));
    }

    @Test
    void nobodyIsPutIntoMoreRoomsThanAPersonMayBeIn() {
        fill(house.ravi);
        var draft = RoomFixture.draft(RoomKind.GROUP, "one more", null, house.ravi.id());
        assertEquals("too-many-rooms", refused(house.warden, draft));
        var open = house.open(house.warden, "open", null);
        assertEquals(
                "too-many-rooms",
                assertThrows(Refusal.Conflict.class, () -> house.memberships.add(house.ravi, open, house.ravi.id()))
                        .slug());
        assertTrue(house.making.direct(house.asha, List.of(house.ravi.id())).created(), "conversations don't count");
        house.upkeep.close(
                house.warden,
                ((Number) house.database.query("select max(m.room_id) from memberships m"
                                + " join rooms r on r.id = m.room_id where r.kind = 'GROUP' and m.user_id = "
                                + house.ravi.id()))
                        .longValue());
        house.memberships.add(house.ravi, open, house.ravi.id());
    }

    /** Past all rules. */
    private void fill(Caller who) {
        house.database.write(em -> {
            for (var i = 0; i < RoomSettings.MOST_ROOMS; i++) {
                var room = new Room(RoomFixture.draft(RoomKind.GROUP, "room " + i, null), null, Instant.EPOCH);
                em.persist(room);
                em.flush();
                em.persist(new Membership(who.id(), room, 1, Instant.EPOCH));
            }
            return null;
        });
    }

    @Test
    void aConversationIsOfTwoToEightAndHasNoName() {
        var others = new ArrayList<Long>();
        for (var i = 0; i < 8; i++)
            others.add(house.database.resident("Resident " + i, Role.STUDENT).id());
        assertEquals("wrong-people", direct(List.of()));
        assertEquals("wrong-people", direct(List.of(house.asha.id(), house.asha.id())));
        assertEquals("wrong-people", direct(others));
        var seven = others.subList(0, 7);
        var made = house.making.direct(house.asha, seven);
        assertTrue(made.created());
        var again = new ArrayList<>(seven);
        again.add(house.asha.id());
        again.add(seven.get(0));
        assertEquals(new RoomMaking.Direct(made.roomId(), false), house.making.direct(house.asha, again));
        assertEquals("", house.room(made.roomId()).name());
        assertFalse(house.access.mayRead(others.get(7), made.roomId()));
    }

    private String direct(List<Long> people) {
        return assertThrows(Refusal.Unacceptable.class, () -> house.making.direct(house.asha, people))
                .slug();
    }
}
