package org.hostelchat.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.junit.jupiter.api.Test;

/** A person's rooms, and the number of queries to list them. */
@EachEngine
class OwnRoomsTest extends RoomTest {

    private List<Long> ids() {
        return house.rooms.of(house.asha).stream().map(RoomView::id).toList();
    }

    @Test
    void theCommonRoomIsFirstAndTheOthersByAge() {
        var discussion = house.discussion();
        var group = house.group(house.ravi, house.asha.id());
        house.group(house.ravi);
        var open = house.open(house.ravi, "Cricket", null);
        house.memberships.add(house.asha, open, house.asha.id());
        assertEquals(List.of(Room.COMMON, discussion, group, open), ids());
        house.memberships.remove(house.asha, group, house.asha.id());
        house.upkeep.close(house.ravi, open);
        assertEquals(List.of(Room.COMMON, discussion), ids());
    }

    @Test
    void aConversationIsCalledByTheOthersInIt() {
        var room = house.making
                .direct(house.asha, List.of(house.ravi.id(), house.warden.id()))
                .roomId();
        assertEquals("ரவி, Warden", house.rooms.view(house.asha.id(), room).name());
        assertEquals("आशा राव, Warden", house.rooms.view(house.ravi.id(), room).name());
    }

    @Test
    void whatCameBeforeOneDidCountsAsRead() {
        var group = house.group(house.ravi);
        house.happen(group, 4);
        house.memberships.add(house.ravi, group, house.asha.id());
        var view = house.rooms.view(house.asha.id(), group);
        assertEquals(List.of(5L, 4L, 4L), List.of(view.first(), view.read(), view.last()));
        house.memberships.remove(house.asha, group, house.asha.id());
        house.happen(group, 2);
        house.memberships.add(house.ravi, group, house.asha.id());
        view = house.rooms.view(house.asha.id(), group);
        assertEquals(List.of(7L, 6L, 6L), List.of(view.first(), view.read(), view.last()));
    }

    @Test
    void forALongListNoMoreIsAskedThanForAShortOne() {
        fill(2);
        var few = house.statements.during(() -> house.rooms.of(house.asha));
        fill(20);
        assertEquals(67, ids().size());
        assertEquals(few, house.statements.during(() -> house.rooms.of(house.asha)));
        assertTrue(few <= 6, "asked " + few);
    }

    /** So many of each kind, with something unread in it. */
    private void fill(int each) {
        for (var i = 0; i < each; i++) {
            house.happen(house.group(house.ravi, house.asha.id()), 1);
            house.discussion();
            var other = house.database.resident("Resident " + each + " " + i, Role.STUDENT);
            house.making.direct(house.asha, List.of(other.id()));
        }
    }

    @Test
    void forManyPeopleNoMoreIsAskedThanForOne() {
        var people = new ArrayList<Long>();
        for (var i = 0; i < 30; i++)
            people.add(house.database.resident("Resident " + i, Role.STUDENT).id());
        var group = house.group(house.warden, people.toArray(Long[]::new));
        var one = house.statements.during(() -> house.rooms.views(people.subList(0, 1), group));
        assertEquals(one, house.statements.during(() -> house.rooms.views(people, group)));
        var views = house.rooms.views(people, group);
        assertEquals(30, views.size());
        assertEquals(0, house.rooms.views(List.of(house.asha.id()), group).size(), "who is not in it sees nothing");
    }

    @Test
    void membersComePageByPageByTwoStatements() {
        for (var room : List.of(Room.COMMON, house.open(house.asha, "Cricket", null))) {
            for (var i = 0; i < 12; i++) {
                var someone = house.database.resident("Room " + room + " " + i, Role.STUDENT);
                if (room != Room.COMMON) house.memberships.add(someone, room, someone.id());
            }
            var walked = new ArrayList<Long>();
            while (true) {
                var after = walked.isEmpty() ? 0 : walked.get(walked.size() - 1);
                var page = house.memberships.list(house.asha, room, after, 5);
                assertTrue(house.statements.during(() -> house.memberships.list(house.asha, room, after, 5)) <= 3);
                if (page.isEmpty()) break;
                page.forEach(member -> walked.add(member.id()));
            }
            assertEquals(walked.stream().sorted().distinct().toList(), walked);
            assertEquals(room == Room.COMMON ? 15 : 13, walked.size());
        }
    }

    @Test
    void officialsSeeEveryRoomButThePrivateOnesOpenOnesFirst() {
        var closed = house.open(house.asha, "closed", null);
        house.upkeep.close(house.asha, closed);
        house.group(house.asha);
        var discussion = house.discussion();
        assertEquals(
                List.of(Room.COMMON, discussion, closed),
                house.rooms.all(house.warden).stream().map(Room::id).toList());
        assertThrows(Refusal.class, () -> house.rooms.all(house.asha));
    }
}
