package org.hostelchat.page.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hostelchat.principal.Role;
import org.hostelchat.user.User;
import org.hostelchat.user.UserPage;
import org.junit.jupiter.api.Test;

class ResidentRowsTest {

    private static final int PAGE = 3;

    private final List<User> register = IntStream.range(0, 10)
            .mapToObj(i -> new User("कविता " + i, "N-" + i, Role.STUDENT, Instant.EPOCH))
            .toList();

    private UserPage page(List<User> list, int from) {
        var to = Math.min(list.size(), from + PAGE);
        return new UserPage(list.subList(from, to), to < list.size() ? (long) to : null);
    }

    @Test
    void whomAnotherOneMovedToAPageThatWasReadStandsAtTheEnd() {
        var order = new ArrayList<>(register);
        var rows = new ResidentRows(
                skip -> {
                    // The last one signs in while the list is read, and comes first.
                    var page = page(List.copyOf(order), (int) skip);
                    order.add(0, order.remove(order.size() - 1));
                    return page;
                },
                after -> page(register, (int) after),
                User::enrolmentNumber);
        var given = new ArrayList<User>();
        for (var some = rows.get(); !some.isEmpty(); some = rows.get()) given.addAll(some);
        assertEquals(register.size(), given.size());
        assertEquals(register.size(), given.stream().distinct().count());
    }
}
