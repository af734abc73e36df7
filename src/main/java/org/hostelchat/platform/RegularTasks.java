package org.hostelchat.platform;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hostelchat.refusal.Refusal;

/** Runs work again and again, whether it fails or not. */
final class RegularTasks {

    private static final System.Logger LOG = System.getLogger(RegularTasks.class.getName());

    private static final Duration SECOND = Duration.ofSeconds(1);

    private RegularTasks() {}

    static void every(Duration pause, Runnable work, ScheduledExecutorService on) {
        on.scheduleWithFixedDelay(() -> runLogged(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Logs exceptions: a scheduled task that throws is never run again.
     *
     * @return false if it failed
     */
    static boolean runLogged(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Refusal.Unavailable later) {
            // The cause has been logged.
            return false;
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.WARNING, "A regular task failed and will be tried again", e);
            return false;
        }
    }

    /**
     * Waits for the running task, which would otherwise fail on a partly stopped application and fill the log.
     *
     * @return whether it ended in time
     */
    static boolean end(ScheduledExecutorService regular) {
        if (regular == null) return true;
        regular.shutdownNow();
        try {
            if (regular.awaitTermination(SECOND.toMillis(), TimeUnit.MILLISECONDS)) return true;
            LOG.log(System.Logger.Level.WARNING, "A regular task hangs");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
