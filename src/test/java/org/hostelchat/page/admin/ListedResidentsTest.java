package org.hostelchat.page.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way back to the list from which residents were chosen. */
class ListedResidentsTest {

    @Test
    void leadsToTheSameFilterOrderAndPage() {
        var list = new ListedResidents("text=%E0%A4%86%20b&wing=A%26B&sort=-name&after=50");
        assertEquals("/admin/users?text=%E0%A4%86+b&wing=A%26B&sort=-name&after=50", list.address());
        assertEquals(list.address(), new ListedResidents(list.query()).address());
        assertEquals(list.address() + "&done=changed&count=3", list.address("changed", 3));
        assertEquals("/admin/users?done=changed&count=1", new ListedResidents("").address("changed", 1));
        assertEquals(
                "/admin/roll?id=7&kind=MISSING&done=ended&count=2", new ListedResidents("roll=7").address("ended", 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/",
                "after=x",
                "roll=-1",
                "done=saved",
                "=",
                "a=b",
                "after=9999999999999999999",
                "&&&",
                "after=%zz"
            })
    void takesNothingElse(String query) {
        assertEquals("/admin/users", new ListedResidents(query).address());
    }
}
