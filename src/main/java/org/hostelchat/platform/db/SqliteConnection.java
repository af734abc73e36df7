package org.hostelchat.platform.db;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A connection of SQLite's driver whose transactions begin and end when they should. Seen in sqlite-jdbc 3.54:
 *
 * <ul>
 *   <li>its commit begins the next transaction at once, taking the write lock, and fails when somebody else was quicker: what
 *       is stored was then called not stored;
 *   <li>after a begin or a commit that failed it takes itself to be in a transaction and is in none: what came next was stored
 *       statement by statement, whatever became of the whole.
 * </ul>
 *
 * <p>So the driver is left in auto-commit mode, and the statements that begin and end a transaction are given here. One that was
 * asked for takes the lock at once, since one that begins as a reader and then writes fails with BUSY_SNAPSHOT.
 *
 * <p>For one thread at a time, as any connection.
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

    /** Without auto-commit one transaction follows the other. This one takes no lock before it is used. */
    private void next() throws SQLException {
        run("begin");
        open = true;
    }

    /** The next one can begin afresh; some failures have rolled back by themselves. */
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
