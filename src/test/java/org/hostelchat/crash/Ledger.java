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

/** What is stored at the end, and whether everybody's notes agree with it. */
final class Ledger {

    private final List<String> stored = new ArrayList<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    /** Reads room 1 from the database of a server that is down. */
    Ledger(Path database) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select seq, client_id from messages where room_id = 1 order by seq")) {
            while (rows.next()) {
                long seq = rows.getLong(1);
                String clientId = rows.getString(2);
                stored.add(clientId);
                if (seq != stored.size()) {
                    faults.add("after " + (stored.size() - 1) + " comes " + seq);
                }
                if (numbers.put(clientId, seq) != null) {
                    faults.add("stored twice: " + clientId);
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    int size() {
        return stored.size();
    }

    /** What is wrong, in words; empty if nothing is. */
    List<String> compare(Iterable<Notebook> notebooks) {
        List<String> wrong = new ArrayList<>(faults);
        for (Notebook notebook : notebooks) {
            wrong.addAll(notebook.faults());
            wrong.addAll(compareAnswers(notebook.acknowledged(), "acknowledged"));
            List<String> expected = stored.subList((int) notebook.base(), stored.size());
            if (!notebook.seen().equals(expected)) {
                wrong.add(difference(notebook, expected));
            }
        }
        return new ArrayList<>(wrong.subList(0, Math.min(wrong.size(), 30)));
    }

    /** What was said of which number a post has, against what is stored. */
    List<String> compareAnswers(Map<String, Long> said, String how) {
        List<String> wrong = new ArrayList<>(faults);
        said.forEach((clientId, seq) -> {
            if (!seq.equals(numbers.get(clientId))) {
                wrong.add(how + " as " + seq + ", stored as " + numbers.get(clientId) + ": " + clientId);
            }
        });
        return wrong.subList(0, Math.min(wrong.size(), 30));
    }

    private static String difference(Notebook notebook, List<String> expected) {
        List<String> seen = notebook.seen();
        int i = 0;
        while (i < Math.min(seen.size(), expected.size()) && seen.get(i).equals(expected.get(i))) {
            i++;
        }
        return "somebody saw " + seen.size() + " of " + expected.size() + " events, differing from the "
                + (notebook.base() + i + 1) + "th on";
    }
}
