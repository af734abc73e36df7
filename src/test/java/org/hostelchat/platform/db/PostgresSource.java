package org.hostelchat.platform.db;

import java.sql.SQLException;
import org.postgresql.ds.PGPoolingDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ds.common.BaseDataSource;

/** Connections to PostgreSQL with the server's settings, and a small pool. */
final class PostgresSource {

    private static final int MOST_CONNECTIONS = 20;

    private PostgresSource() {}

    /** Each connection is a new one. */
    static PGSimpleDataSource to(PostgresDialect database) {
        return configured(new PGSimpleDataSource(), database);
    }

    /** The driver's own simple pool; it is to be closed. */
    @SuppressWarnings("deprecation") // for servers; a test needs no better one
    static PGPoolingDataSource pooled(PostgresDialect database) {
        var pool = configured(new PGPoolingDataSource(), database);
        pool.setDataSourceName(database.url());
        pool.setMaxConnections(MOST_CONNECTIONS);
        return pool;
    }

    private static <S extends BaseDataSource> S configured(S source, PostgresDialect database) {
        source.setUrl(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
        try {
            var wishes = PostgresDialect.wishes();
            for (var name : wishes.stringPropertyNames()) source.setProperty(name, wishes.getProperty(name));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return source;
    }
}
