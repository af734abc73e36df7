package org.hostelchat.platform.db;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A connection of SQLite's driver with correct transaction boundaries. Observed in sqlite-jdbc 3.54:
 *
 * <ul>
 * <li>its commit also begins the next transaction and takes the write lock, and fails if another process is quicker: a
 * committed transaction is then reported as failed;
 * <li>after a failed begin or commit it believes to be in a transaction, but is not: later statements are then
 * committed one by one, even if the whole is rolled back.
 * </ul>
 *
 * <p>So the driver stays in auto-commit mode, and this class executes BEGIN and COMMIT. An explicit transaction takes
 * the lock at once, because one that begins as a reader and then writes fails with BUSY_SNAPSHOT.
 *
 * <p>Not thread-safe, like any connection.
 */
final class SqliteConnection implements InvocationHandler {

    private final Connection driver;
    private boolean autoCommit = true;
    private boolean open;

    private SqliteConnection(Connection driver) {
        this.driver = driver;
    }

    static Connection around(Connection driver) {
        return (Connection) Proxy.newProxyInstance(
                SqliteConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new SqliteConnection(driver));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "getAutoCommit" -> {
                return autoCommit;
            }
            case "setAutoCommit" -> {
                if ((boolean) arguments[0]) end();
                else begin();
            }
            case "commit" -> commit();
            case "rollback" -> {
                if (arguments != null) return pass(method, arguments);
                rollback();
            }
            default -> {
                return pass(method, arguments);
            }
        }
        return null;
    }

    private Object pass(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(driver, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void begin() throws SQLException {
        if (open) return;
        run("begin immediate");
        open = true;
        autoCommit = false;
    }

    private void end() throws SQLException {
        if (open) store();
        autoCommit = true;
    }

    private void commit() throws SQLException {
        if (!open) throw new SQLException("there is no transaction: it could not be begun, or has failed");
        store();
        next();
    }

    private void rollback() throws SQLException {
        if (!open) return;
        open = false;
        run("rollback");
        next();
    }

    private void store() throws SQLException {
        try {
            run("commit");
            open = false;
        } catch (SQLException e) {
            abandon(e);
            throw e;
        }
    }

    /**
     * Without auto-commit transactions follow each other implicitly. Such a one takes no lock before its first
     * statement.
     */
    private void next() throws SQLException {
        run("begin");
        open = true;
    }

    /** Rolls back, so that the next transaction can begin; after some failures SQLite has done that already. */
    private void abandon(SQLException why) {
        open = false;
        try {
            run("rollback");
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = driver.createStatement()) {
            statement.execute(sql);
        }
    }
}
