package org.hostelchat.room;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.hostelchat.platform.db.BareDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The query plan of the count of unread posts, which every hello runs: hundreds at a time when all clients reconnect.
 */
class UnreadCountsPlanTest {

    @Test
    void nothingThatIsUnreadIsReadToBeCounted(@TempDir Path folder) {
        try (var database = new BareDatabase(folder.resolve("hostel.db"))) {
            var plan = plan(database);
            assertTrue(plan.contains("INDEX messages_taken_back (room_id=? AND kind=? AND seq>? AND seq<?)"), plan);
            assertTrue(plan.contains("COVERING INDEX messages_by_author"), plan);
        }
    }

    private static String plan(BareDatabase database) {
        return database.read(em -> {
            var query = em.createNativeQuery("explain query plan " + UnreadCounts.sql(2));
            for (var parameter = 1; parameter <= 7; parameter++) query.setParameter(parameter, 1L);
            List<?> rows = query.getResultList();
            return rows.stream().map(row -> ((Object[]) row)[3].toString()).collect(Collectors.joining("\n"));
        });
    }
}
