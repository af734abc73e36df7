package org.hostelchat.platform.db;

import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Logs the progress of a migration: from which version to which, the current step and how long each took, so that the
 * operator sees progress during a start of many minutes. Logs nothing for a new database.
 *
 * <p>For one migration, on one thread.
 */
final class MigrationLog implements Callback {

    private static final System.Logger LOG = System.getLogger(MigrationLog.class.getName());

    private long begun;

    private MigrationLog() {}

    /** The same migrations, with their log. */
    static Flyway of(Flyway flyway) {
        var info = flyway.info();
        var pending = info.pending();
        if (info.current() == null || pending.length == 0) return flyway;
        LOG.log(
                System.Logger.Level.INFO,
                "Bringing the database from version {0} to {1}. With millions of messages that takes minutes."
                        + " Interrupted, it loses nothing, and the next start begins again with the step that was not"
                        + " done",
                info.current().getVersion(),
                pending[pending.length - 1].getVersion());
        return Flyway.configure(flyway.getConfiguration().getClassLoader())
                .configuration(flyway.getConfiguration())
                .callbacks(new MigrationLog())
                .load();
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        if (event == Event.BEFORE_EACH_MIGRATE) begin(context.getMigrationInfo());
        else end(context.getMigrationInfo());
    }

    private void begin(MigrationInfo step) {
        begun = System.nanoTime();
        LOG.log(System.Logger.Level.INFO, "Version {0} ({1}) begins", step.getVersion(), step.getDescription());
    }

    private void end(MigrationInfo step) {
        LOG.log(
                System.Logger.Level.INFO,
                "Version {0} is there after {1} s",
                step.getVersion(),
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
    }

    @Override
    public String getCallbackName() {
        return MigrationLog.class.getSimpleName();
    }
}
