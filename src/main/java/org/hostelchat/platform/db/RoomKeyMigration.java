package org.hostelchat.platform.db;

import java.sql.SQLException;
import org.flywaydb.core.api.migration.Context;
import org.hostelchat.text.TextKey;

/**
 * Version 35: the keys in which officials search the rooms that they may see. Until then only open rooms had one. Direct
 * rooms and groups, which are not listed, get none.
 */
final class RoomKeyMigration extends CodedMigration {

    private static final String ROOMS = "select id, name, topic from rooms"
            + " where search_key is null and kind in ('COMMON', 'NOTICE', 'AUDIENCE', 'CONCERNED')";

    RoomKeyMigration() {
        super("35", "room keys");
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var rooms = connection.prepareStatement(ROOMS);
                var keys = connection.prepareStatement("update rooms set search_key = ? where id = ?");
                var rows = rooms.executeQuery()) {
            while (rows.next()) {
                var topic = rows.getString(3);
                var name = rows.getString(2);
                keys.setString(1, TextKey.searching(topic == null ? name : name + "\n" + topic));
                keys.setLong(2, rows.getLong(1));
                keys.addBatch();
            }
            keys.executeBatch();
        }
    }
}
