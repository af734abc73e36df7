package org.hostelchat.platform;

import jakarta.annotation.Priority;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.servlet.ServletContext;
import java.io.UncheckedIOException;
import org.hostelchat.launch.CannotStart;
import org.hostelchat.launch.DataFolderCheck;
import org.hostelchat.launch.StartProgress;
import org.hostelchat.launch.StartupFailure;
import org.hostelchat.platform.db.HostelDataSource;
import org.hostelchat.platform.db.Migrations;
import org.hostelchat.platform.db.RestoreMarks;
import org.hostelchat.platform.db.StartCheck;
import org.hostelchat.platform.settings.HostelSettings;

/**
 * Runs before any other bean of the application: migrates the database, which {@link StartCheck} has checked, and
 * starts {@link BackgroundTasks}; stops those before the application is undeployed.
 */
@ApplicationScoped
@DataSourceDefinition(
        name = "java:app/jdbc/hostel",
        className = "org.hostelchat.platform.db.HostelDataSource",
        minPoolSize = 2,
        initialPoolSize = 2,
        maxPoolSize = HostelDataSource.MOST_CONNECTIONS,
        maxStatements = 64,
        // A restarted database has closed all pooled connections; without validation the pool would hand out dead ones.
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=1"
        })
public class Startup {

    private static final System.Logger LOG = System.getLogger(Startup.class.getName());

    @Inject
    private BackgroundTasks clock;

    @Inject
    private HostelMetrics metrics;

    private ServingCheck servingCheck;

    void onStart(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) @Initialized(ApplicationScoped.class)
                    Object event) {
        try {
            var settings = HostelSettings.current();
            if (event instanceof ServletContext application) requireRoot(application);
            StartProgress.MIGRATING.reached();
            Migrations.run();
            RestoreMarks.beginEpoch(settings.data().path());
            clock.start();
            metrics.register();
            StartProgress.LOADED.reached();
            servingCheck = ServingCheck.begin(settings);
        } catch (CannotStart e) {
            StartupFailure.end(e);
        } catch (UncheckedIOException e) {
            StartupFailure.end(
                    DataFolderCheck.notWritable(HostelSettings.current().data().path(), e.getCause()));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Starting failed", e);
            StartupFailure.end(CannotStart.unforeseen("The start failed: " + e));
        }
    }

    /**
     * Pages, cookies and the command line assume the root path.
     *
     * @throws CannotStart if the application was deployed elsewhere
     */
    private static void requireRoot(ServletContext application) {
        var path = application.getContextPath();
        if (path.isEmpty()) return;
        throw new CannotStart("The hostel was deployed at " + path
                + " and works only at /, the root of its server: start it with --contextroot /");
    }

    /**
     * When the application is undeployed and the server runs on. Not in {@code @PreDestroy}: the data source is gone by
     * then.
     */
    void onStop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        if (servingCheck != null) servingCheck.end();
        clock.stop();
        StartCheck.release();
    }
}
