package org.hostelchat.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hostelchat.text.Sha256;

/**
 * Two groups of the same size, written directly into the database of a server that is not running. Each person of the
 * first is in some of many rooms, at random. Of the second, one room has as many members as a room of the first has on
 * average, and the others are in none. All are signed in.
 *
 * @param scattered the first group, with the rooms of each person
 * @param gathered the second group
 */
record CampusData(List<Person> scattered, List<Person> gathered) {

    /** @param rooms the ids of this person's rooms, without the common room */
    record Person(long id, String token, List<Long> rooms) {

        String cookie() {
            return "hostel_session=" + token;
        }
    }

    private static final long FIRST_ID = 10_000;

    /** Deterministic, so that it matches a data folder that was filled before. */
    static CampusData of(int people, int each, int rooms) {
        Random random = new Random(people);
        List<Person> scattered = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            List<Long> in = random.longs(FIRST_ID, FIRST_ID + rooms)
                    .distinct()
                    .limit(each)
                    .boxed()
                    .toList();
            scattered.add(person(FIRST_ID + i, in));
        }
        int listeners = Math.round((float) people * each / rooms);
        List<Person> gathered = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            gathered.add(person(FIRST_ID + people + i, i < listeners ? List.of(FIRST_ID + rooms) : List.of()));
        }
        return new CampusData(scattered, gathered);
    }

    private static Person person(long id, List<Long> rooms) {
        return new Person(id, Sha256.hex("bench " + id), rooms);
    }

    void write(Path database) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            connection.setAutoCommit(false);
            long now = System.currentTimeMillis();
            List<Person> all = new ArrayList<>(scattered);
            all.addAll(gathered);
            insert(
                    connection,
                    "insert into users (id, name, name_key, enrolment_number, enrolment_key, password_hash, role, "
                            + "must_change_password, password_set_at, created_at) "
                            + "values (?1, 'Resident ' || ?1, 'resident ' || ?1, 'CAMPUS/' || ?1, 'campus/' || ?1, "
                            + "'none', 'STUDENT', 0, ?2, ?2)",
                    all.stream().map(person -> new Object[] {person.id, now}).toList());
            insert(
                    connection,
                    "insert into sessions (token_hash, user_id, remembered, created_at, last_seen_at, authenticated_at) "
                            + "values (?1, ?2, 1, ?3, ?3, ?3)",
                    all.stream()
                            .map(person -> new Object[] {Sha256.hex(person.token), person.id, now})
                            .toList());
            insert(
                    connection,
                    "insert into rooms (id, kind, name, created_at) values (?1, 'GROUP', 'Room ' || ?1, ?2)",
                    all.stream()
                            .flatMap(person -> person.rooms.stream())
                            .distinct()
                            .map(room -> new Object[] {room, now})
                            .toList());
            insert(
                    connection,
                    "insert into memberships (user_id, room_id, role, involvement, joined_at, first_seq) "
                            + "values (?1, ?2, 'MEMBER', 'ALL', ?3, 1)",
                    all.stream()
                            .flatMap(person -> person.rooms.stream().map(room -> new Object[] {person.id, room, now}))
                            .toList());
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void insert(Connection connection, String sql, List<Object[]> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) statement.setObject(i + 1, row[i]);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
