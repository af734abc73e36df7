package org.hostelchat.page;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.hostelchat.support.HostelServer;

/**
 * More residents than fit on a page of the register, added at once and removed when it is closed. Their names and
 * numbers sort before those of everybody registered earlier; the second half has never signed in, the first half the
 * more recently the later they were registered.
 */
final class ManyResidents implements AutoCloseable {

    private final HostelServer server;
    private final String family;

    private ManyResidents(HostelServer server, String family) {
        this.server = server;
        this.family = family;
    }

    static ManyResidents of(HostelServer server, String family, int size) throws SQLException {
        var crowd = new ManyResidents(server, family);
        crowd.execute("with recursive n(i) as (select 1 union all select i + 1 from n where i < " + size + ")"
                + " insert into users (name, name_key, enrolment_number, enrolment_key, search_key, password_hash, role, password_set_at,"
                + " created_at, last_seen_at) select '" + family + " ' || (1000 - i), lower('" + family
                + " ') || (1000 - i),"
                + " '" + family + "-' || (1000 - i), lower('" + family + "-') || (1000 - i), lower('"
                + family + " ') || (1000 - i), '', 'STUDENT', 0, i,"
                + " case when i < " + size / 2 + " then i end from n");
        return crowd;
    }

    /** The name of whoever came as this one, from 1. */
    String name(int place) {
        return family + " " + (1000 - place);
    }

    @Override
    public void close() throws SQLException {
        execute("delete from users where name like '" + family + "%'");
    }

    private void execute(String sql) throws SQLException {
        try (var database = DriverManager.getConnection(
                        "jdbc:sqlite:" + server.data().resolve("hostel.db"));
                var statement = database.createStatement()) {
            statement.execute("pragma busy_timeout = 10000");
            statement.execute(sql);
        }
    }
}
