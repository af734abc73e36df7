package org.hostelchat.platform.db;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.Context;
import org.hostelchat.user.Names;
import org.hostelchat.user.UserQuery;

/**
 * Version 12: recomputes the keys by which people are compared and searched, in one transaction. Also repairs text from
 * pages that decoded forms as Latin-1: names, and notices with their rooms' names.
 */
final class TextKeyMigration extends CodedMigration {

    TextKeyMigration() {
        super("12", "text keys");
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("alter table users add column search_key text not null default ''");
        }
        mendNamesAndMakeKeys(connection);
        mendNotices(connection);
    }

    private static void mendNamesAndMakeKeys(Connection connection) throws SQLException {
        try (var users = connection.prepareStatement("select id, name, enrolment_number from users");
                var keys = connection.prepareStatement(
                        "update users set name = ?, name_key = ?, search_key = ? where id = ?");
                var rows = users.executeQuery()) {
            while (rows.next()) {
                var name = tidy(rows.getString(2));
                keys.setString(1, name);
                keys.setString(2, Names.key(name));
                keys.setString(3, UserQuery.searchKey(name, rows.getString(3)));
                keys.setLong(4, rows.getLong(1));
                keys.addBatch();
            }
            keys.executeBatch();
        }
    }

    /** The form in which it would be stored today; text that would be refused today is unchanged. */
    private static String tidy(String stored) {
        var name = Names.normal(mended(stored));
        return Names.problem(name).isEmpty() ? name : stored;
    }

    private static void mendNotices(Connection connection) throws SQLException {
        try (var notices = connection.prepareStatement("select id, room_id, title, text from notices");
                var better = connection.prepareStatement("update notices set title = ?, text = ? where id = ?");
                var names = connection.prepareStatement("update rooms set name = ? where id = ?");
                var rows = notices.executeQuery()) {
            while (rows.next()) {
                var title = mended(rows.getString(3));
                var text = mended(rows.getString(4));
                if (title.equals(rows.getString(3)) && text.equals(rows.getString(4))) continue;
                better.setString(1, title);
                better.setString(2, text);
                better.setLong(3, rows.getLong(1));
                better.addBatch();
                names.setString(1, title);
                names.setLong(2, rows.getLong(2));
                names.addBatch();
            }
            better.executeBatch();
            names.executeBatch();
        }
    }

    /**
     * Such as "Café" for "CafÃ©". Other text is unchanged: the repaired bytes must be valid UTF-8, which correct text
     * with an accent almost never gives.
     */
    static String mended(String text) {
        if (text.chars().allMatch(c -> c < 0x80) || text.chars().anyMatch(c -> c > 0xFF)) return text;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException rightAsItIs) {
            return text;
        }
    }
}
