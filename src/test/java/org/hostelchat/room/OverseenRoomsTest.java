package org.hostelchat.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.OverseenRooms.Overseen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Which rooms officials see without being in them, and who is in those. */
@EachEngine
class OverseenRoomsTest {

    @TempDir
    private Path folder;

    @Parameter
    Engine engine;

    private RoomFixture house;
    private OverseenRooms overseen;

    @BeforeEach
    void open() {
        house = new RoomFixture(engine, folder);
        overseen = new OverseenRooms(house.statements);
    }

    @AfterEach
    void close() {
        if (house != null) house.close();
    }

    private List<Long> seen(RoomKind kind) {
        return overseen.list(house.warden, kind, null, 0, 50).stream()
                .map(one -> one.room().id())
                .toList();
    }

    @Test
    void officialsSeeAllButDirectRoomsAndGroupsAlsoThoseThatTheyAreIn() {
        var cricket = house.open(house.asha, "Cricket", "Sundays");
        var group = house.group(house.asha, house.warden.id());
        house.making.direct(house.asha, List.of(house.warden.id()));
        var discussion = house.discussion();
        var closed = house.open(house.asha, "closed", null);
        house.upkeep.close(house.asha, closed);

        assertEquals(List.of(Room.COMMON, cricket, discussion), seen(null));
        assertEquals(List.of(discussion), seen(RoomKind.NOTICE));
        assertEquals(List.of(cricket), seen(RoomKind.OPEN));
        assertEquals(List.of(), seen(RoomKind.GROUP));
        assertEquals(seen(null), idsOf(overseen.list(Caller.OPERATOR, null, null, 0, 50)));
        assertThrows(Refusal.NotAllowed.class, () -> overseen.list(house.asha, null, null, 0, 50));

        assertEquals(1, house.memberships.list(house.warden, cricket, 0, 9).size());
        assertEquals(1, house.memberships.list(Caller.OPERATOR, cricket, 0, 9).size());
        assertThrows(Refusal.NotFound.class, () -> house.memberships.list(house.ravi, cricket, 0, 9));
        assertThrows(Refusal.NotFound.class, () -> house.memberships.list(Caller.OPERATOR, group, 0, 9));
        assertEquals(2, house.memberships.list(house.warden, group, 0, 9).size(), "one of their own");
    }

    private static List<Long> idsOf(List<Overseen> rooms) {
        return rooms.stream().map(one -> one.room().id()).toList();
    }

    @Test
    void membersAreCountedWhereNotEverybodyIsIn() {
        house.open(house.asha, "Cricket", null);
        var rooms = overseen.list(house.warden, null, null, 0, 9);
        assertNull(rooms.get(0).members());
        assertEquals(1, rooms.get(1).members());
    }

    @Test
    void theOperatorMakesAnOpenRoomThatNobodyIsInYet() {
        var room = house.open(Caller.OPERATOR, "Cricket", null);
        house.memberships.add(house.ravi, room, house.ravi.id());
        assertEquals(
                1, overseen.list(house.warden, RoomKind.OPEN, null, 0, 9).get(0).members());
        assertThrows(Refusal.NotAllowed.class, () -> house.group(Caller.OPERATOR));
    }

    @Test
    void pagesFollowEachOtherByThreeStatementsEach() {
        var all = new ArrayList<>(List.of(Room.COMMON));
        for (var i = 0; i < 25; i++) all.add(house.open(house.asha, "Room " + i, null));
        var walked = new ArrayList<Long>();
        while (true) {
            var after = walked.isEmpty() ? 0 : walked.get(walked.size() - 1);
            var page = new ArrayList<Overseen>();
            var asked = house.statements.during(() -> page.addAll(overseen.list(house.warden, null, null, after, 10)));
            if (page.isEmpty()) break;
            assertEquals(3, asked);
            walked.addAll(idsOf(page));
        }
        assertEquals(all, walked);
    }

    @Test
    void wordsOfNameAndTopicAreFoundInAnyScript() {
        var cafe = house.open(house.asha, "Café क्रिकेट", "Sundays");
        var tamil = house.open(house.asha, "கிரிக்கெட்", null);
        var discussion = house.discussion();
        var group = house.group(house.asha, house.warden.id());

        assertEquals(List.of(cafe), found("cafe"));
        assertEquals(List.of(cafe), found("SUNDAY क्रिके"));
        assertEquals(List.of(tamil), found("கிரிக்"));
        assertEquals(List.of(Room.COMMON), found("common"));
        assertEquals(List.of(discussion), found("wat no"));
        assertEquals(List.of(), found("100%"), "a sign of the pattern");
        assertEquals(List.of(), found("cafe tomorrow"));
        assertFalse(found(" ").contains(group));
        assertEquals(seen(null), found(" "));
        assertEquals(List.of(), overseen.list(house.warden, RoomKind.NOTICE, "cafe", 0, 9), "the kind narrows as well");
    }

    private List<Long> found(String text) {
        return idsOf(overseen.list(house.warden, null, text, 0, 50));
    }
}
