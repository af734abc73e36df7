package org.hostelchat.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.junit.jupiter.api.Test;

/** Which rooms the directory lists, by which words, page by page. */
@EachEngine
class RoomDirectoryTest extends RoomTest {

    private List<String> found(String text) {
        return house.directory.find(house.ravi, text, 0, 50).stream()
                .map(DirectoryEntry::name)
                .toList();
    }

    @Test
    void allWordsMustStandInNameOrTopicInWhateverCaseScriptOrAccents() {
        house.open(house.asha, "Été", "Ice cream, ₹20");
        house.open(house.asha, "मेनू", "what there is");
        house.open(house.asha, "தேநீர்", null);
        assertEquals(List.of("Été"), found("ETE cream"));
        assertEquals(List.of("Été"), found("₹20"));
        assertEquals(List.of("मेनू"), found("मेनू"));
        assertEquals(List.of(), found("मैं"));
        assertEquals(List.of("தேநீர்"), found("தேநீர்"));
        assertEquals(List.of(), found("ete मेनू"));
        for (var all : new String[] {null, "", "  "}) assertEquals(3, found(all).size());
    }

    @Test
    void signsOfPatternsAreSignsLikeOthers() {
        house.open(house.asha, "100% fun_club!", null);
        house.open(house.asha, "100 fun club", null);
        assertEquals(List.of("100% fun_club!"), found("100%"));
        assertEquals(List.of("100% fun_club!"), found("n_c"));
        assertEquals(List.of("100% fun_club!"), found("club!"));
    }

    @Test
    void onlyOpenRoomsThatAreNotClosedStandInIt() {
        house.group(house.ravi);
        house.making.direct(house.ravi, List.of(house.asha.id()));
        house.discussion();
        var closed = house.open(house.asha, "closed", null);
        house.upkeep.close(house.asha, closed);
        assertEquals(List.of(), found(null));
    }

    @Test
    void itCountsWhoIsInAndSaysWhetherOneIsOneOfThem() {
        var cricket = house.open(house.asha, "Cricket", "Sundays");
        assertEquals(
                List.of(new DirectoryEntry(cricket, "Cricket", "Sundays", 1, false)),
                house.directory.find(house.ravi, null, 0, 9));
        house.memberships.add(house.ravi, cricket, house.ravi.id());
        assertEquals(
                List.of(new DirectoryEntry(cricket, "Cricket", "Sundays", 2, true)),
                house.directory.find(house.ravi, null, 0, 9));
        house.memberships.remove(house.ravi, cricket, house.ravi.id());
        house.memberships.remove(house.asha, cricket, house.asha.id());
        assertEquals(
                List.of(new DirectoryEntry(cricket, "Cricket", "Sundays", 0, false)),
                house.directory.find(house.ravi, null, 0, 9));
    }

    @Test
    void pagesFollowEachOtherByThreeStatementsEach() {
        var all = new ArrayList<Long>();
        for (var i = 0; i < 25; i++) all.add(house.open(house.asha, "Room " + i, null));
        var walked = new ArrayList<Long>();
        while (true) {
            var after = walked.isEmpty() ? 0 : walked.get(walked.size() - 1);
            var page = new ArrayList<DirectoryEntry>();
            var asked = house.statements.during(() -> page.addAll(house.directory.find(house.ravi, "room", after, 10)));
            if (page.isEmpty()) break;
            assertEquals(3, asked);
            page.forEach(entry -> walked.add(entry.id()));
        }
        assertEquals(all, walked);
    }

    @Test
    void theOperatorIsInNoRoomAndIsToldSo() {
        assertThrows(Refusal.class, () -> house.directory.find(Caller.OPERATOR, null, 0, 9));
    }
}
