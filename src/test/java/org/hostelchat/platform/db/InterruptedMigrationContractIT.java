package org.hostelchat.platform.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A database of the first version is migrated by a process that is killed repeatedly, each time later, and started
 * again: everything is there once. The long form does it with ten million messages: {@code mvn -Dexcluded.tests=
 * -Dit.test='InterruptedMigrationIT#tenMillion*' verify}.
 */
abstract class InterruptedMigrationContractIT {

    static final Path FIXTURES = Path.of("src/test/resources/first-version");

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    /** Where it is killed: while it copies, removes what was copied, makes indexes, and in a later version's step. */
    private static final List<String> DEATHS =
            List.of("events of all rooms", "Removing the old table", "Making index 4", "Version 18 (");

    /** The same before and after. */
    private static final String WHOLE =
            "select count(*), sum(seq), sum(length(body)), count(client_id), count(distinct client_id), min(client_id),"
                    + " sum(at - 1795828000000), sum(target),"
                    + " sum(edited_at - 1795828000000), sum(author_id), sum(length(body_hash)) from messages";

    /** Makes a database of the first version, with so many further messages, by {@link #fill} or the like. */
    abstract void restore(int messages) throws IOException, SQLException;

    abstract Connection connect() throws SQLException;

    /** What {@link MigratingProcess} needs. */
    abstract List<String> arguments();

    /** Makes the further messages, of all kinds, in the common room. */
    static List<String> fill(int messages, String numbers, String uuid, String hash) {
        return List.of(
                """
                insert into messages (room_id, seq, kind, author_id, at, client_id, body, body_hash, target, edited_at)
                select 1, 67 + i, kind, 2 + i % 9, 1795828712000 + i * 200,
                       case when kind in ('POSTED', 'TOMBSTONE') then UUID end,
                       case when kind in ('POSTED', 'EDITED') then 'पानी कब आएगा, and who asked that before? ' || i end,
                       case when kind = 'POSTED' then HASH end,
                       case when kind in ('EDITED', 'DELETED') then 66 + i end,
                       case when kind = 'POSTED' and i % 100 = 36 then 1795828712200 + i * 200 end
                from (select i, case when i % 100 = 37 then 'EDITED' when i % 200 = 111 then 'DELETED'
                                     when i % 200 = 110 then 'TOMBSTONE' else 'POSTED' end as kind from NUMBERS) as x
                """
                        .replace("UUID", uuid)
                        .replace("HASH", hash)
                        .replace("NUMBERS", numbers),
                "update rooms set last_seq = last_seq + " + messages + " where id = 1");
    }

    @Test
    void losesNothingWhereverItIsKilled() throws IOException, SQLException, InterruptedException {
        survives(100_000);
    }

    @Test
    @Tag("long")
    void tenMillionMessagesMoveWithinTwentyMinutes() throws IOException, SQLException, InterruptedException {
        var longest = survives(10_000_000);
        assertTrue(longest.compareTo(PATIENCE) < 0, longest.toString());
    }

    /** How long the whole took where it was killed in the last step only. */
    private Duration survives(int messages) throws IOException, SQLException, InterruptedException {
        restore(messages);
        var before = row(WHOLE);
        assertTrue(before.startsWith(69 + messages + "|"), before);
        var begun = System.nanoTime();
        for (var death : DEATHS) {
            begun = System.nanoTime();
            run(death);
            assertEquals(before, row(WHOLE), "killed at: " + death);
        }
        run(null);
        var took = Duration.ofNanos(System.nanoTime() - begun);
        assertEquals(before, row(WHOLE));
        assertEquals(
                "0",
                row("select count(*) from (select posts, sum(post) over (partition by room_id order by seq)"
                        + " as counted from messages) as x where posts <> counted"));
        assertEquals(
                "0",
                row("select count(*) from rooms r where posts <>"
                        + " (select count(*) from messages m where m.room_id = r.id and m.post = 1)"));
        assertEquals(Integer.toString(67 + messages), row("select last_seq from rooms where id = 1"));
        assertEquals(Integer.toString(69 + messages), row("select count(distinct id) from messages"));
        return took;
    }

    /** Until the log says this, or, where that is null, to the end. */
    private void run(String death) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                MigratingProcess.class.getName()));
        command.addAll(arguments());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new ArrayList<String>();
        try (var log = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = log.readLine(); line != null; line = log.readLine()) {
                said.add(line);
                if (death != null && line.contains(death)) {
                    // Well into what the line tells of.
                    Thread.sleep(30);
                    process.destroyForcibly();
                    break;
                }
            }
        }
        var code = process.waitFor();
        if (death == null) assertEquals(0, code, () -> String.join("\n", said));
        else assertTrue(said.stream().anyMatch(line -> line.contains(death)), () -> String.join("\n", said));
    }

    private String row(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            found.next();
            var cells = new ArrayList<String>();
            for (var i = 1; i <= found.getMetaData().getColumnCount(); i++) cells.add(found.getString(i));
            return String.join("|", cells);
        }
    }
}
