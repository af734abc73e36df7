package org.hostelchat.platform.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nodes are replaced one by one: the first new one migrates the database under the old ones. So a migration of
 * PostgreSQL only adds, as docs/operations.md promises (Several nodes, Upgrading).
 */
class AdditiveMigrationsTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/META-INF/db/postgresql");

    /** The first version of the database that several nodes may share. */
    private static final int FIRST_WITH_NODES = 31;

    /**
     * Migrations that remove, and why they may: the release before does not use it any more, or the notes of the release
     * say that all nodes are to be stopped.
     */
    private static final Map<Integer, String> ALLOWED = Map.of();

    @Test
    void migrationsSinceThereAreNodesOnlyAdd() throws IOException {
        Map<String, List<String>> wrong = new TreeMap<>();
        try (var files = Files.list(MIGRATIONS)) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                var version = Integer.parseInt(name.replaceAll("V(\\d+)__.*", "$1"));
                if (version <= FIRST_WITH_NODES || ALLOWED.containsKey(version)) continue;
                var violations = AdditiveSql.violations(Files.readString(file));
                if (!violations.isEmpty()) wrong.put(name, violations);
            }
        }
        assertEquals(Map.of(), wrong);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table users drop column name;",
                "ALTER TABLE users\n  RENAME COLUMN name TO called;",
                "alter table users rename to people",
                "alter table users add column wing text not null;",
                "alter table users add column a text, drop column b;",
                "alter table users alter column wing set not null;",
                "alter table users alter column id type numeric;",
                "alter table users add constraint positive check (id > 0);",
                "alter table users add unique (name);",
                "drop table users;",
                "drop index users_by_name;",
                "truncate users;",
                "delete from users;",
                "create unique index names on users (name);",
                "create index words on messages (body);",
                "create trigger t before insert on users for each row execute function f();",
                "comment on table users is 'it''s; fine'; drop table users"
            })
    void findsWhatAnOlderNodeDoesNotBear(String sql) {
        assertEquals(
                1,
                AdditiveSql.violations(sql).stream()
                        .filter(line -> !line.contains("comment on"))
                        .count(),
                sql);
    }

    @Test
    void findsNothingInWhatOnlyAdds() {
        var sql =
                """
                -- drop table users; not now
                create table desks (id bigint primary key, name text not null unique, check (id > 0));
                create unique index desks_by_name on desks (name);
                alter table desks drop column name;
                alter table users add column desk bigint references desks (id) on delete set null;
                alter table users add column kind text not null default 'drop table; x';
                alter table rooms add share numeric(3, 1);
                create index users_by_desk on users (desk) where desk is not null;
                update users set kind = 'it''s; new';
                insert into desks (id) values (1);
                delete from desks;
                """;
        assertEquals(List.of(), AdditiveSql.violations(sql));
    }
}
