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
import javax.sql.DataSource;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.search.SearchIndex;
import org.hostelchat.storage.DatabaseFailures;
import org.hostelchat.storage.Transactions;
import org.hostelchat.transfer.TransferDatabase;
import org.hostelchat.user.Names;
import org.hostelchat.user.UserQuery;
import org.sqlite.SQLiteDataSource;

/**
 * A real database with the real schema, settings and mappings, without a server: for tests of what must hold
 * independently of the container. Tests of the core run over each kind of database ({@link EachEngine}).
 */
public final class BareDatabase implements Transactions, AutoCloseable {

    private static final int LOGIN_SECONDS = 10;

    private final DatabaseDialect dialect;
    private final EntityManagerFactory factory;
    private final Runnable end;
    private volatile int mostPages;

    /** Opens the SQLite database in this file, made and migrated if it is not there yet. */
    public BareDatabase(Path file) {
        var sqlite = SqliteDialect.of(file);
        var dataSource = new ConfiguredSource(sqlite.url());
        Migrations.run(dataSource, sqlite);
        this.dialect = sqlite;
        this.factory = factory(dataSource, SqliteAlways.class, sqlite.url());
        this.end = factory::close;
    }

    /** A copy that the shared cluster has made, which gets it back at the end. */
    BareDatabase(SharedCluster.Copy copy) {
        this.dialect = copy.dialect();
        this.factory = copy.factory();
        this.end = () -> SharedCluster.ofThisJvm().giveBack(copy);
    }

    static EntityManagerFactory factory(
            DataSource dataSource, Class<? extends SessionCustomizer> customizer, String name) {
        var overrides = new HashMap<String, Object>();
        overrides.put("jakarta.persistence.transactionType", PersistenceUnitTransactionType.RESOURCE_LOCAL.name());
        overrides.put("jakarta.persistence.jtaDataSource", null);
        overrides.put("jakarta.persistence.nonJtaDataSource", dataSource);
        overrides.put("eclipselink.session.customizer", customizer.getName());
        overrides.put("eclipselink.weaving", "false");
        overrides.put("eclipselink.logging.level", "OFF");
        overrides.put("eclipselink.session-name", name);
        return Persistence.createEntityManagerFactory("hostel", overrides);
    }

    /** There are no settings here to choose by. */
    public static class SqliteAlways implements SessionCustomizer {
        @Override
        public void customize(Session session) {
            // persistence.xml names SQLite's platform already
        }
    }

    /** Connections as {@link SqliteDialect} makes them, to this file. */
    private final class ConfiguredSource extends SQLiteDataSource {
        ConfiguredSource(String url) {
            setUrl(url);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = SqliteDialect.connect(getUrl());
            if (mostPages > 0) {
                try (var statement = connection.createStatement()) {
                    statement.execute("pragma max_page_count = " + mostPages);
                }
            }
            return connection;
        }
    }

    /** Lets the file grow no further, as a full disk would; 0 lets it grow again. Of SQLite only. */
    public void limitPages(int most) {
        if (!(dialect instanceof SqliteDialect)) throw new UnsupportedOperationException();
        mostPages = most;
    }

    SearchIndex searchIndex() {
        return dialect.searchIndex();
    }

    /** What exports and imports do differently over it. */
    public TransferDatabase transfer() {
        return dialect.transfer();
    }

    /** A connection beside the pool's, for tests that disturb it or look into it. */
    public Connection connect() throws SQLException {
        return dialect.connect(LOGIN_SECONDS);
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
                throw done ? DatabaseFailures.translated(e) : DatabaseFailures.translatedBeforeCommit(e);
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
    public String keepingRows() {
        return dialect.keepingRows();
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
                            values (?1, ?3, ?1, ?3, ?4, '-', ?2, true, false, 0, 0)""")
                    .setParameter(1, name)
                    .setParameter(2, role.name())
                    .setParameter(3, Names.key(name))
                    .setParameter(4, UserQuery.searchKey(name, name))
                    .executeUpdate();
            var id = (Number) em.createNativeQuery("select id from users where enrolment_key = ?1")
                    .setParameter(1, Names.key(name))
                    .getSingleResult();
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
        end.run();
    }
}
