package org.hostelchat.platform.db;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.storage.StorageTrouble;
import org.hostelchat.storage.Transactions;
import org.hostelchat.user.Names;
import org.hostelchat.user.UserQuery;
import org.sqlite.SQLiteDataSource;

/**
 * A real SQLite database with the real schema, settings and mappings, and no server around it: for tests of what has to be
 * right whatever the container does.
 */
public final class BareDatabase implements Transactions, AutoCloseable {

    private final Path file;
    private final EntityManagerFactory factory;
    private volatile int mostPages;

    /** Opens the database in this file, made and migrated if it is not there yet. */
    public BareDatabase(Path file) {
        this.file = file;
        var dataSource = new HouseSource();
        Migrations.run(dataSource, SqliteDialect.of(file));
        var overrides = new HashMap<String, Object>();
        overrides.put("jakarta.persistence.transactionType", PersistenceUnitTransactionType.RESOURCE_LOCAL.name());
        overrides.put("jakarta.persistence.jtaDataSource", null);
        overrides.put("jakarta.persistence.nonJtaDataSource", dataSource);
        overrides.put("eclipselink.session.customizer", SqliteAlways.class.getName());
        overrides.put("eclipselink.weaving", "false");
        overrides.put("eclipselink.logging.level", "OFF");
        overrides.put("eclipselink.session-name", file.toString());
        factory = Persistence.createEntityManagerFactory("hostel", overrides);
    }

    /** There are no settings here to choose by. */
    public static class SqliteAlways implements SessionCustomizer {
        @Override
        public void customize(Session session) {
            // persistence.xml names SQLite's platform already
        }
    }

    /** Connections as {@link SqliteDialect} makes them, to this file. */
    private final class HouseSource extends SQLiteDataSource {
        @Override
        public Connection getConnection() throws SQLException {
            var connection = SqliteDialect.connect("jdbc:sqlite:" + file);
            if (mostPages > 0) {
                try (var statement = connection.createStatement()) {
                    statement.execute("pragma max_page_count = " + mostPages);
                }
            }
            return connection;
        }
    }

    /** Lets the file grow no further, as a full disk would; 0 lets it grow again. */
    public void limitPages(int most) {
        mostPages = most;
    }

    /** A connection beside the house's own, for tests that disturb it or look into it. */
    public Connection connect() throws SQLException {
        return SqliteDialect.connect("jdbc:sqlite:" + file);
    }

    @Override
    public <T> T write(Function<EntityManager, T> work) {
        try (var em = factory.createEntityManager()) {
            var done = false;
            em.getTransaction().begin();
            try {
                var result = work.apply(em);
                done = true;
                em.getTransaction().commit();
                return result;
            } catch (RuntimeException e) {
                rollBack(em, e);
                throw done ? StorageTrouble.translated(e) : StorageTrouble.translatedBeforeCommit(e);
            }
        }
    }

    private static void rollBack(EntityManager em, RuntimeException why) {
        try {
            if (em.getTransaction().isActive()) em.getTransaction().rollback();
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
    }

    @Override
    public <T> T read(Function<EntityManager, T> work) {
        try (var em = factory.createEntityManager()) {
            return work.apply(em);
        }
    }

    /** Puts somebody on the roll, past all rules. */
    public Caller resident(String name, Role role) {
        return write(em -> {
            em.createNativeQuery(
                            """
                            insert into users (name, name_key, enrolment_number, enrolment_key, search_key, password_hash,
                                role, active, must_change_password, password_set_at, created_at)
                            values (?1, ?3, ?1, ?3, ?4, '-', ?2, 1, 0, 0, 0)""")
                    .setParameter(1, name)
                    .setParameter(2, role.name())
                    .setParameter(3, Names.key(name))
                    .setParameter(4, UserQuery.searchKey(name, name))
                    .executeUpdate();
            var id = (Number) em.createNativeQuery("select last_insert_rowid()").getSingleResult();
            return new Caller(id.longValue(), name, role, false);
        });
    }

    /** The one value that this query yields. */
    public Object query(String sql) {
        return read(em -> em.createNativeQuery(sql).getSingleResult());
    }

    public Map<String, Object> pragmas(String... names) {
        var values = new HashMap<String, Object>();
        for (var name : names) values.put(name, query("pragma " + name));
        return values;
    }

    @Override
    public void close() {
        factory.close();
    }
}
