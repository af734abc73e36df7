package org.hostelchat.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hostelchat.room.Room;
import org.hostelchat.support.Api;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.LiveClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder of the first version, filled by that version's own code, under the present program. */
class FirstVersionIT {

    private static final List<String> KEPT = List.of(
            "select room_id, seq, kind, author_id, at, client_id, body, hex(body_hash), target, edited_at from messages"
                    + " order by room_id, seq",
            "select id, name, enrolment_number, role, active, must_change_password, created_at from users order by id",
            "select id, kind, name, last_seq, closed_at from rooms order by id",
            "select id, room_id, title, text, acknowledge, until, at, author_id, edited_at, withdrawn_at from notices"
                    + " order by id",
            "select notice_id, user_id, read_at, acknowledged_at from receipts order by notice_id, user_id",
            "select epoch from hostel");

    @TempDir
    private static Path folder;

    private static Map<String, List<String>> before;
    private static List<String> readMarks;
    private static HostelServer server;

    @BeforeAll
    static void moveUp() throws IOException, SQLException {
        var data = Files.createDirectories(folder.resolve("data"));
        Files.copy(Path.of("src/test/resources/first-version/hostel.sqlite"), data.resolve("hostel.db"));
        before = kept();
        readMarks = rows("select user_id, room_id, read_seq from memberships order by user_id, room_id");
        server = HostelServer.with().data(data).start();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static Map<String, List<String>> kept() throws SQLException {
        var all = new TreeMap<String, List<String>>();
        for (var sql : KEPT) all.put(sql, rows(sql));
        return all;
    }

    private static List<String> rows(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/hostel.db"));
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                var row = new ArrayList<String>();
                for (var i = 1; i <= found.getMetaData().getColumnCount(); i++) row.add(found.getString(i));
                rows.add(String.join("|", row.stream().map(String::valueOf).toList()));
            }
            return rows;
        }
    }

    private static Api signIn(String number) {
        return server.api().signIn(number, "correct horse " + number);
    }

    @Test
    void nothingIsLost() throws SQLException {
        assertEquals(before, kept());
        assertEquals(readMarks, rows("select user_id, room_id, read_seq from read_marks order by user_id, room_id"));
        assertEquals(List.of("ok"), rows("pragma integrity_check"));
        assertEquals(List.of(), rows("pragma foreign_key_check"));
    }

    @Test
    void whoWasOnTheLineGoesOnFromTheirNumbers() {
        var asha = signIn("2023/CS/001");
        try (var line = LiveClient.open(asha)) {
            var welcome = line.hello(Map.of(Room.COMMON, 50L));
            assertEquals(before.get("select epoch from hostel").get(0), welcome.getString("epoch"));
            assertEquals(
                    50,
                    room(welcome.getJsonArray("rooms").getValuesAs(JsonObject.class), 1)
                            .getInt("read"));
            line.awaitEvent(Room.COMMON, event -> event.getInt("seq") == 67);
            var seqs = line.events(Room.COMMON).stream()
                    .map(event -> event.getInt("seq"))
                    .toList();
            assertEquals(List.of(51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67), seqs);
        }
    }

    private static JsonObject room(List<JsonObject> rooms, int id) {
        return rooms.stream()
                .filter(room -> room.getInt("id") == id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPostThatIsRepeatedIsTheOneOfThen() throws SQLException {
        var first = rows("select client_id, body from messages where room_id = 1 and seq = 1")
                .get(0)
                .split("\\|", 2);
        var again = signIn("2023/CS/001").put("/api/rooms/1/messages/" + first[0], Api.json("body", first[1]));
        assertEquals(1, again.expect(200).json().getInt("seq"));
    }

    @Test
    void unreadAreThePostsOfOthersAfterTheReadMark() throws SQLException {
        var posts = rows("select count(*) from messages where room_id = 1 and kind = 'POSTED' and author_id <> 3"
                + " and seq > 12");
        var rooms = signIn("2023/CS/002").get("/api/rooms").expect(200).items().getValuesAs(JsonValue::asJsonObject);
        assertEquals(Integer.parseInt(posts.get(0)), room(rooms, 1).getInt("unread"));
    }

    @Test
    void theBoardAndItsReceiptsAreThere() {
        var office = signIn("W/1");
        assertEquals(2, office.get("/api/notices").expect(200).items().size());
        assertTrue(office.get("/api/notices?all=true").expect(200).items().size() == 3);
        var done = office.get("/api/notices/1/acknowledgements?acknowledged=true")
                .expect(200)
                .items();
        assertEquals(5, done.size());
    }
}
