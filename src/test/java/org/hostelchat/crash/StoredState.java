package org.hostelchat.crash;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stored messages at the end, and whether the clients' records agree with them. */
final class StoredState {

    private static final int MOST_TOLD = 30;

    /** @param target the post that an edit or deletion refers to, else 0 */
    private record Row(String kind, String clientId, long target, String body) {

        boolean isTombstone() {
            return kind.equals("TOMBSTONE");
        }

        /** Whether a client can have seen this row in that form, at whatever time. */
        boolean wasSeenAs(String what) {
            return switch (kind) {
                case "POSTED" -> what.equals(clientId);
                case "EDITED" -> what.equals("edited:" + target);
                case "DELETED" -> what.equals("deleted:" + target);
                default ->
                    what.equals("tombstone") || (clientId == null ? what.startsWith("edited:") : what.equals(clientId));
            };
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<Long, Long> lastEdits = new HashMap<>();
    private final Map<Long, Long> deletions = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    /** Reads room 1 from the SQLite database of a server that is not running. */
    static StoredState ofSqlite(Path database) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            return new StoredState(connection);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Reads room 1. */
    StoredState(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select seq, kind, client_id, target, body from messages where room_id = 1 order by seq")) {
            while (found.next()) {
                enter(
                        found.getLong(1),
                        new Row(found.getString(2), found.getString(3), found.getLong(4), found.getString(5)));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        for (int i = 0; i < rows.size(); i++) {
            checkPresent(i + 1, rows.get(i));
        }
    }

    private void enter(long seq, Row row) {
        rows.add(row);
        if (seq != rows.size()) {
            faults.add("after " + (rows.size() - 1) + " comes " + seq);
        }
        if (row.clientId() != null && numbers.put(row.clientId(), seq) != null) {
            faults.add("stored twice: " + row.clientId());
        }
        if (row.kind().equals("EDITED") && lastEdits.put(row.target(), seq) != null) {
            faults.add("two edits of " + row.target() + " hold its words");
        }
        if (row.kind().equals("DELETED") && deletions.put(row.target(), seq) != null) {
            faults.add("deleted twice: " + row.target());
        }
    }

    /** Nothing is half done: a post has the text of its last edit, or is deleted together with all its texts. */
    private void checkPresent(long seq, Row row) {
        Long edit = lastEdits.get(seq);
        if (row.isTombstone() && row.body() != null) {
            faults.add("words are left at " + seq);
        }
        if (row.isTombstone() && row.clientId() != null && !deletions.containsKey(seq)) {
            faults.add("gone, and nobody has deleted it: " + seq);
        }
        if (row.kind().equals("POSTED") && deletions.containsKey(seq)) {
            faults.add("deleted, and still there: " + seq);
        }
        if (edit != null
                && (row.isTombstone() || !rows.get((int) (edit - 1)).body().equals(row.body()))) {
            faults.add("edited at " + edit + ", and reads otherwise: " + seq);
        }
    }

    /** The number of posts, deleted ones included. */
    int posts() {
        return numbers.size();
    }

    /** The number of edits and deletions. */
    int deeds() {
        return rows.size() - numbers.size();
    }

    /** The violations found; empty if there are none. */
    List<String> compare(Iterable<ClientRecord> notebooks) {
        List<String> wrong = new ArrayList<>(faults);
        for (ClientRecord notebook : notebooks) {
            wrong.addAll(notebook.faults());
            checkAnswers(notebook.acknowledged(), "acknowledged", wrong);
            notebook.edits().forEach((seq, target) -> checkEdit(seq, target, wrong));
            notebook.deletions().stream()
                    .filter(target -> !deletions.containsKey(target))
                    .forEach(target -> wrong.add("told that it is deleted, and it is not: " + target));
            compareSeen(notebook, wrong);
        }
        return new ArrayList<>(wrong.subList(0, Math.min(wrong.size(), MOST_TOLD)));
    }

    private void checkEdit(long seq, long target, List<String> wrong) {
        Row row = rows.get((int) (seq - 1));
        boolean stands = row.kind().equals("EDITED") && row.target() == target;
        boolean overtaken = row.isTombstone()
                && (lastEdits.getOrDefault(target, 0L) > seq || deletions.getOrDefault(target, 0L) > seq);
        if (!stands && !overtaken) {
            wrong.add("told that " + target + " is edited at " + seq + ", where there is " + row.kind());
        }
    }

    /** Compares the numbers that clients were told for their posts with what is stored. */
    List<String> compareAnswers(Map<String, Long> said, String how) {
        List<String> wrong = new ArrayList<>(faults);
        checkAnswers(said, how, wrong);
        return wrong.subList(0, Math.min(wrong.size(), MOST_TOLD));
    }

    private void checkAnswers(Map<String, Long> said, String how, List<String> wrong) {
        said.forEach((clientId, seq) -> {
            if (!seq.equals(numbers.get(clientId))) {
                wrong.add(how + " as " + seq + ", stored as " + numbers.get(clientId) + ": " + clientId);
            }
        });
    }

    private void compareSeen(ClientRecord notebook, List<String> wrong) {
        List<String> seen = notebook.seen();
        List<Row> expected = rows.subList((int) notebook.base(), rows.size());
        int i = 0;
        while (i < Math.min(seen.size(), expected.size()) && expected.get(i).wasSeenAs(seen.get(i))) {
            i++;
        }
        if (i < seen.size() || i < expected.size()) {
            wrong.add("somebody saw " + seen.size() + " of " + expected.size() + " events, differing from the "
                    + (notebook.base() + i + 1) + "th on");
        }
    }
}
