package org.hostelchat.storage;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Stores many rows within the caller's transaction by one statement that is given to the database in batches. As entities they would cost a
 * hundred times as much, while all other writers wait for the transaction. The caller's entity manager does not know what was stored in this way.
 */
public final class ManyRows {

    /** From so many rows on it is worth it. */
    public static final int MANY = 20;

    private static final int BATCH = 500;

    private ManyRows() {}

    /**
     * Inserts rows.
     *
     * @param columns of the table, in the order of the rows' values: text, numbers, booleans, or null
     */
    public static void insert(EntityManager em, String table, List<String> columns, List<List<Object>> rows) {
        var marks = "?" + ", ?".repeat(columns.size() - 1);
        execute(em, "insert into " + table + " (" + String.join(", ", columns) + ") values (" + marks + ")", rows);
    }

    /**
     * Sets columns of rows.
     *
     * @param rows the values in the order of the columns, and then the row's id
     */
    public static void update(EntityManager em, String table, List<String> columns, List<List<Object>> rows) {
        execute(em, "update " + table + " set " + String.join(" = ?, ", columns) + " = ? where id = ?", rows);
    }

    private static void execute(EntityManager em, String sql, List<List<Object>> rows) {
        if (rows.isEmpty()) return;
        em.flush();
        try (var statement = em.unwrap(Connection.class).prepareStatement(sql)) {
            for (var from = 0; from < rows.size(); from += BATCH) {
                for (var row : rows.subList(from, Math.min(rows.size(), from + BATCH))) add(statement, row);
                statement.executeBatch();
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static void add(PreparedStatement statement, List<Object> row) throws SQLException {
        for (var i = 0; i < row.size(); i++) statement.setObject(i + 1, row.get(i));
        statement.addBatch();
    }
}
