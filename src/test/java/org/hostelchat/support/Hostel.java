package org.hostelchat.support;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * With {@code @ExtendWith(Hostel.class)}, a test gets as parameters the {@link HostelServer} that all tests of a
 * process share, and {@link Browsers} that are closed after each test. Tests must not stop the shared server or rely on
 * being alone in its common room; they create people of their own with {@link HostelServer#residents()}.
 *
 * <p>The server runs over SQLite; with the system property {@code hostel.it.database=postgresql} over PostgreSQL, and
 * the tests are skipped if that is not installed. See {@link EachDatabase}.
 */
public final class Hostel implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback {

    private static final boolean OVER_POSTGRES =
            System.getProperty("hostel.it.database", "sqlite").equals("postgresql");

    private static final Namespace ROOM = Namespace.create(Hostel.class);

    /** This process's server, for code without parameters; started by the first call. */
    public static HostelServer shared(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, ROOM)
                .getOrComputeIfAbsent("server", key -> Shared.open(), Shared.class)
                .server;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return OVER_POSTGRES && !PostgresCluster.isInstalled()
                ? ConditionEvaluationResult.disabled(PostgresCluster.MISSING)
                : ConditionEvaluationResult.enabled("its database is there");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == HostelServer.class || type == Browsers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getParameter().getType() == HostelServer.class) {
            return shared(context);
        }
        return context.getStore(ROOM)
                .getOrComputeIfAbsent("browsers", key -> new Browsers(shared(context)), Browsers.class);
    }

    /** Saves screenshots and the log of a failed test, while they exist. */
    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isEmpty()) {
            return;
        }
        Browsers browsers = context.getStore(ROOM).get("browsers", Browsers.class);
        if (browsers != null) {
            browsers.keepForFailure(context.getRequiredTestClass().getSimpleName() + "-"
                    + context.getRequiredTestMethod().getName());
        }
        Shared server = context.getStore(StoreScope.LAUNCHER_SESSION, ROOM).get("server", Shared.class);
        if (server != null) {
            System.err.println("The server's last lines (" + server.server.log().file() + "):\n"
                    + server.server.log().tail(30));
        }
    }

    /** @param cluster null for SQLite */
    private record Shared(HostelServer server, PostgresCluster cluster) implements AutoCloseable {

        static Shared open() {
            if (!OVER_POSTGRES) return new Shared(HostelServer.with().start(), null);
            var cluster = PostgresCluster.open();
            return new Shared(HostelServer.with().over(cluster).start(), cluster);
        }

        @Override
        public void close() {
            server.close();
            if (cluster != null) cluster.close();
        }
    }
}
