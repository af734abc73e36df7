package org.hostelchat.platform;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.servlet.ServletContext;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.hostelchat.launch.CannotStart;
import org.hostelchat.launch.DataFolderCheck;
import org.hostelchat.launch.StartProgress;
import org.hostelchat.launch.StartupFailure;
import org.hostelchat.platform.db.HostelDataSource;
import org.hostelchat.platform.db.Migrations;
import org.hostelchat.platform.db.StartCheck;
import org.hostelchat.platform.settings.HostelSettings;

/**
 * Before any other bean of the application runs: brings the database, which {@link StartCheck} has found to be sound, up to date,
 * and starts what {@link BackgroundTasks} keeps going. Before anything of it is taken away: stops that.
 */
@ApplicationScoped
@DataSourceDefinition(
        name = "java:app/jdbc/hostel",
        className = "org.hostelchat.platform.db.HostelDataSource",
        minPoolSize = 2,
        initialPoolSize = 2,
        maxPoolSize = HostelDataSource.MOST_CONNECTIONS,
        maxStatements = 64,
        // A database that was restarted has hung up on the whole pool, which would go on handing out dead connections.
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=1"
        })
public class Startup {

    private static final System.Logger LOG = System.getLogger(Startup.class.getName());

    @Resource(lookup = "java:app/jdbc/hostel")
    private DataSource dataSource;

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
            Migrations.run(dataSource);
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
     * Pages, cookies and the command line know one place only.
     *
     * @throws CannotStart if the application was deployed elsewhere than at the root of its server
     */
    private static void requireRoot(ServletContext application) {
        var path = application.getContextPath();
        if (path.isEmpty()) return;
        throw new CannotStart("The hostel was deployed at " + path
                + " and works only at /, the root of its server: start it with --contextroot /");
    }

    /** Where the application ends and the server stays. Not a bean's own end: by then the database is gone. */
    void onStop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        if (servingCheck != null) servingCheck.end();
        clock.stop();
        StartCheck.release();
    }
}
