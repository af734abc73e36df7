package org.hostelchat.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import org.hostelchat.room.Room;
import org.hostelchat.support.Api;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.LiveClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A database of the first version, filled by that version's own code, is opened by the present program, on each
 * database.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FirstVersionContractIT {

    static final Path FIXTURES = Path.of("src/test/resources/first-version");

    private static final String EPOCH = "select epoch from hostel";
    private static final List<String> KEPT = List.of(
            "select room_id, seq, kind, author_id, at, client_id, body, body_hash, target, edited_at from messages"
                    + " order by room_id, seq",
            "select id, name, enrolment_number, role, active, must_change_password, created_at from users order by id",
            "select id, kind, name, last_seq, closed_at from rooms order by id",
            "select id, room_id, title, text, acknowledge, until, at, author_id, edited_at, withdrawn_at from notices"
                    + " order by id",
            "select notice_id, user_id, read_at, acknowledged_at from receipts order by notice_id, user_id",
            "select id, user_id, name, token_hash from access_tokens order by id",
            "select token_hash, user_id from sessions order by token_hash",
            EPOCH);

    private Map<String, List<String>> before;
    private Map<String, List<String>> after;
    private List<String> readMarks;
    private HostelServer server;

    /** Puts the first version's database where the server will find it. */
    abstract void restore() throws IOException, SQLException;

    /** A server over that database, not started. */
    abstract HostelServer.Setup server();

    abstract Connection connect() throws SQLException;

    /** Asks the database itself whether everything in it fits together. */
    abstract void assertSound() throws SQLException;

    @BeforeAll
    void moveUp() throws IOException, SQLException {
        restore();
        before = kept();
        readMarks = rows("select user_id, room_id, read_seq from memberships order by user_id, room_id");
        server = server().start();
        after = kept();
    }

    @AfterAll
    void end() {
        if (server != null) server.close();
    }

    private Map<String, List<String>> kept() throws SQLException {
        var all = new TreeMap<String, List<String>>();
        for (var sql : KEPT) all.put(sql, rows(sql));
        return all;
    }

    List<String> rows(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (found.next()) rows.add(row(found));
            return rows;
        }
    }

    private static String row(ResultSet found) throws SQLException {
        var cells = new ArrayList<String>();
        for (var i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            var cell = found.getObject(i);
            cells.add(cell instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(cell));
        }
        return String.join("|", cells);
    }

    private Api signIn(String number) {
        return server.api().signIn(number, "correct horse " + number);
    }

    @Test
    void nothingIsLost() throws SQLException {
        assertEquals(69, before.get(KEPT.get(0)).size(), "the fixture is whole");
        for (var sql : KEPT) assertEquals(before.get(sql), after.get(sql), sql);
        assertEquals(readMarks, rows("select user_id, room_id, read_seq from read_marks order by user_id, room_id"));
        assertSound();
    }

    @Test
    void connectedClientsResumeFromTheirNumbers() {
        var asha = signIn("2023/CS/001");
        try (var line = LiveClient.open(asha)) {
            var welcome = line.hello(Map.of(Room.COMMON, 50L));
            assertEquals(before.get(EPOCH).get(0), welcome.getString("epoch"));
            assertEquals(
                    50,
                    room(welcome.getJsonArray("rooms").getValuesAs(JsonObject.class), 1)
                            .getInt("read"));
            line.awaitEvent(Room.COMMON, event -> event.getInt("seq") == 67);
            var seqs = line.events(Room.COMMON).stream()
                    .map(event -> (long) event.getInt("seq"))
                    .toList();
            assertEquals(LongStream.rangeClosed(51, 67).boxed().toList(), seqs);
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
    void whatIsNewGoesOnAfterTheLastNumbers() {
        var said = signIn("2023/CS/003")
                .put("/api/rooms/2/messages/" + UUID.randomUUID(), Api.json("body", "और कितने बजे से?"));
        assertEquals(3, said.expect(201).json().getInt("seq"));
        assertEquals(15, server.residents().student("नयी छात्रा").id());
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
