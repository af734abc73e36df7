package org.hostelchat.user;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollPlanTest {

    private static List<String> kinds(String rows) {
        var file = RollFile.read(("name,enrolment number,room\n" + rows).getBytes(StandardCharsets.UTF_8));
        return RollPlan.of(file, List.of()).rows().stream()
                .map(row -> row.row() + " " + row.kind())
                .toList();
    }

    @Test
    void aNumberOfSeveralPeopleIsNobodys() {
        assertEquals(
                List.of("2 WRONG", "3 ADDED", "4 WRONG", "5 WRONG"),
                kinds("Asha,26/1,1\nरवि,26/2,2\nமீனா,26/1,1\nImran,26/1,3\n"));
        assertEquals(List.of("2 WRONG", "3 WRONG"), kinds("Asha,26/1,1\nAsha,26/1,2\n"), "which room is right?");
    }

    @Test
    void aPersonWhoIsThereTwiceIsStoredOnce() {
        assertEquals(List.of("2 ADDED", "4 WRONG"), kinds("Asha Rao,26/1,1\n\nasha  rao,26/1,1\n"));
    }

    @Test
    void aCellOfSeveralLinesIsInOneRow() {
        assertEquals(List.of("2 ADDED", "3 ADDED"), kinds("\"Asha\nRao\",26/1,1\nरवि,26/2,2\n"));
    }
}
