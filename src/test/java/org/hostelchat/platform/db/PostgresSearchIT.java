package org.hostelchat.platform.db;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.util.HashMap;
import java.util.function.Function;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.search.SearchIndex;
import org.hostelchat.storage.Transactions;
import org.hostelchat.support.PostgresCluster;
import org.hostelchat.user.Names;
import org.hostelchat.user.UserQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.postgresql.ds.PGSimpleDataSource;

/** Search over PostgreSQL; each test has a schema of its own. */
class PostgresSearchIT extends SearchContractTest {

    private static PostgresCluster cluster;
    private static int count;

    private EntityManagerFactory factory;

    @BeforeAll
    static void start() {
        cluster = PostgresCluster.open();
    }

    @AfterAll
    static void stop() {
        if (cluster != null) cluster.close();
    }

    /** As {@link PostgresDialect} adapts it; there are no settings here to choose by. */
    public static class PostgresAlways implements SessionCustomizer {
        @Override
        public void customize(Session session) {
            new PostgresDialect("", "", "").adapt(session.getLogin());
        }
    }

    @Override
    Transactions open() {
        var schema = "hostel" + ++count;
        try (var connection = cluster.connect();
                var statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
        var source = new PGSimpleDataSource();
        source.setUrl(cluster.url() + "?currentSchema=" + schema);
        source.setUser(PostgresCluster.ROLE);
        source.setPassword(PostgresCluster.PASSWORD);
        Migrations.run(source, new PostgresDialect(cluster.url(), PostgresCluster.ROLE, PostgresCluster.PASSWORD));
        var overrides = new HashMap<String, Object>();
        overrides.put("jakarta.persistence.transactionType", PersistenceUnitTransactionType.RESOURCE_LOCAL.name());
        overrides.put("jakarta.persistence.jtaDataSource", null);
        overrides.put("jakarta.persistence.nonJtaDataSource", source);
        overrides.put("eclipselink.session.customizer", PostgresAlways.class.getName());
        overrides.put("eclipselink.weaving", "false");
        overrides.put("eclipselink.logging.level", "OFF");
        overrides.put("eclipselink.session-name", schema);
        factory = Persistence.createEntityManagerFactory("hostel", overrides);
        return new Bare(factory);
    }

    @AfterEach
    void close() {
        factory.close();
    }

    private record Bare(EntityManagerFactory factory) implements Transactions {

        @Override
        public <T> T write(Function<EntityManager, T> work) {
            try (var em = factory.createEntityManager()) {
                em.getTransaction().begin();
                try {
                    var result = work.apply(em);
                    em.getTransaction().commit();
                    return result;
                } finally {
                    if (em.getTransaction().isActive()) em.getTransaction().rollback();
                }
            }
        }

        @Override
        public <T> T read(Function<EntityManager, T> work) {
            try (var em = factory.createEntityManager()) {
                return work.apply(em);
            }
        }
    }

    @Override
    SearchIndex index() {
        return new PostgresSearchIndex();
    }

    @Override
    Caller resident(String name) {
        return new Bare(factory).write(em -> {
            var id = em.createNativeQuery(
                            """
                            insert into users (name, name_key, enrolment_number, enrolment_key, search_key, password_hash,
                                role, active, must_change_password, password_set_at, created_at)
                            values (?1, ?2, ?1, ?2, ?3, '-', 'STUDENT', true, false, 0, 0) returning id""")
                    .setParameter(1, name)
                    .setParameter(2, Names.key(name))
                    .setParameter(3, UserQuery.searchKey(name, name))
                    .getSingleResult();
            return new Caller(((Number) id).longValue(), name, Role.STUDENT, false);
        });
    }

    @Override
    String no() {
        return "false";
    }
}
