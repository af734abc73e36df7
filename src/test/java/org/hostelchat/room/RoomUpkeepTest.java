package org.hostelchat.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hostelchat.changelog.Change;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.junit.jupiter.api.Test;

/** Who may change and close which room, and what is announced. */
@EachEngine
class RoomUpkeepTest extends RoomTest {

    private static RoomChange name(String name) {
        return new RoomChange(name, false, null, null);
    }

    private String refusedChange(Caller caller, long room, RoomChange change) {
        var told = house.told();
        var slug = assertThrows(Refusal.class, () -> house.upkeep.change(caller, room, change))
                .slug();
        assertEquals(told, house.told());
        return slug;
    }

    private String refusedClosing(Caller caller, long room) {
        var slug = assertThrows(Refusal.class, () -> house.upkeep.close(caller, room))
                .slug();
        assertTrue(house.room(room).isOpen());
        return slug;
    }

    @Test
    void onlyWhatIsSaidChanges() {
        var room = house.open(house.asha, "Été", "चाय");
        var view = house.upkeep.change(house.asha, room, new RoomChange(null, false, "not meant", Posting.OFFICIALS));
        assertEquals(List.of("Été", "चाय", Posting.OFFICIALS), List.of(view.name(), view.topic(), view.posting()));
        view = house.upkeep.change(house.asha, room, new RoomChange("Tea – ₹10", true, null, null));
        assertEquals("Tea – ₹10", view.name());
        assertEquals(null, view.topic());
        assertEquals(Posting.OFFICIALS, view.posting());
        assertEquals(
                List.of(new Change.RoomOpened(room), new Change.RoomChanged(room), new Change.RoomChanged(room)),
                house.told());
    }

    @Test
    void anotherNameIsFoundInTheDirectoryAndTheOldOneIsNot() {
        var room = house.open(house.asha, "Cricket", null);
        house.upkeep.change(house.asha, room, name("Table tennis"));
        assertEquals(1, house.directory.find(house.ravi, "tennis", 0, 10).size());
        assertEquals(0, house.directory.find(house.ravi, "cricket", 0, 10).size());
    }

    @Test
    void aRoomIsKeptByItsMakerAndByOfficials() {
        var room = house.open(house.asha, "Cricket", null);
        house.memberships.add(house.ravi, room, house.ravi.id());
        assertEquals("not-yours", refusedChange(house.ravi, room, name("Ravi's")));
        assertEquals("not-yours", refusedClosing(house.ravi, room));
        house.upkeep.change(house.warden, room, name("Cricket ground"));
        house.upkeep.close(house.warden, room);
        assertFalse(house.access.mayRead(house.asha.id(), room));
    }

    @Test
    void whoeverHasLeftTheRoomTheyMadeKeepsItNoLonger() {
        var group = house.group(house.asha, house.ravi.id());
        house.memberships.remove(house.asha, group, house.asha.id());
        assertEquals("no-such-room", refusedChange(house.asha, group, name("mine")));
        house.memberships.add(house.ravi, group, house.asha.id());
        house.upkeep.change(house.asha, group, name("mine again"));
    }

    @Test
    void strangersLearnNothingOfARoom() {
        var group = house.group(house.asha);
        assertEquals("no-such-room", refusedChange(house.ravi, group, name("x")));
        assertEquals("no-such-room", refusedClosing(house.ravi, group));
        assertEquals("no-such-room", refusedChange(house.ravi, 4711, name("x")));
    }

    @Test
    void aConversationBelongsToItsPeopleAndNobodyChangesIt() {
        var room = house.making.direct(house.asha, List.of(house.ravi.id())).roomId();
        assertEquals("not-yours", refusedChange(house.asha, room, name("us")));
        assertEquals("not-yours", refusedClosing(house.asha, room));
        assertEquals("no-such-room", refusedChange(house.warden, room, name("them")));
        assertEquals("no-such-room", refusedClosing(house.warden, room));
    }

    @Test
    void anOfficialLearnsNothingOfAnothersGroupButWhatTheySent() {
        var group = house.group(house.asha, house.ravi.id());
        house.upkeep.change(house.asha, group, new RoomChange(null, true, "tea", null, 5));
        var view =
                house.upkeep.change(house.warden, group, new RoomChange(null, false, null, null, 60, true, 30, null));
        assertEquals(60, view.slow());
        assertEquals(30, view.retention());
        assertEquals("", view.name());
        assertNull(view.topic());
        view = house.upkeep.change(house.warden, group, name("Ours"));
        assertEquals("Ours", view.name());
        assertEquals(0, view.slow());
        assertNull(view.retention());
    }

    @Test
    void whatHoldsEverybodyStaysAndADiscussionIsCalledAsItsNotice() {
        var discussion = house.discussion();
        assertEquals("fixed-room", refusedClosing(house.warden, Room.COMMON));
        assertEquals("fixed-room", refusedClosing(house.warden, discussion));
        assertEquals("not-yours", refusedClosing(house.asha, Room.COMMON));
        assertEquals("fixed-room", refusedChange(house.warden, discussion, name("Water")));
        assertEquals(
                Posting.OFFICIALS,
                house.upkeep
                        .change(house.warden, discussion, new RoomChange(null, false, null, Posting.OFFICIALS))
                        .posting());
        assertEquals(
                "Courtyard",
                house.upkeep
                        .change(house.warden, Room.COMMON, name("Courtyard"))
                        .name());
    }

    @Test
    void aClosedRoomIsThereForNobodyAndIsClosedOnce() {
        var group = house.group(house.asha, house.ravi.id());
        house.upkeep.close(house.asha, group);
        for (var who : List.of(house.asha, house.warden)) {
            assertEquals("no-such-room", refusedChange(who, group, name("x")));
            assertThrows(Refusal.NotFound.class, () -> house.upkeep.close(who, group));
        }
        assertThrows(Refusal.NotFound.class, () -> house.memberships.add(house.asha, group, house.ravi.id()));
        assertEquals(
                1,
                house.told().stream()
                        .filter(Change.RoomClosed.class::isInstance)
                        .count());
    }

    /** Names and topics are words that others read. */
    @Test
    void whoIsMutedNamesNoRooms() {
        var room = house.open(house.asha, "Été", "चाय");
        house.database.write(em -> em.createNativeQuery("update users set muted_until = 4102444800000")
                .executeUpdate());
        assertEquals("muted", refusedChange(house.asha, room, name("x")));
        assertEquals("muted", refusedChange(house.asha, room, new RoomChange(null, true, "x", null)));
        for (var kind : List.of(RoomKind.OPEN, RoomKind.GROUP)) {
            var draft = RoomFixture.draft(kind, "x", null);
            var refusal = assertThrows(Refusal.NotAllowed.class, () -> house.making.make(house.asha, draft));
            assertEquals("muted", refusal.slug());
        }
        house.upkeep.change(house.asha, room, new RoomChange(null, false, null, Posting.OFFICIALS));
        house.upkeep.change(house.warden, room, name("Tea"));
        assertEquals("Tea", house.room(room).name());
    }

    @Test
    void nothingToChangeIsRefusedBeforeAnythingIsLookedAt() {
        assertEquals("incomplete", refusedChange(house.ravi, 4711, new RoomChange(null, false, "ignored", null)));
    }
}
