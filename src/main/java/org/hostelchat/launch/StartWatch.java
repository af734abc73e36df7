package org.hostelchat.launch;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Ends the process if the hostel is not served in time, or if the server ends by itself before that: Payara Micro goes on when
 * a deployment fails, and ends with 0 when it can't boot. The time in which the database is migrated does not count.
 */
public final class StartWatch {

    /** Also a setting of the application, which checks it. */
    private static final String SETTING = "hostel.start.seconds";

    public static final int USUAL_SECONDS = 300;

    private StartWatch() {}

    /** Begins to watch, unless this process is being watched already. */
    public static synchronized void begin(StartProgress now) {
        var watched = StartProgress.current() != null;
        now.reached();
        if (watched) return;
        Runtime.getRuntime().addShutdownHook(new Thread(StartWatch::refuseEarlyEnd, "hostel-start-end"));
        var thread = new Thread(() -> watch(limit()), "hostel-start-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * To be called when the server has done all that it was told to.
     *
     * @throws CannotStart if the application is not there
     */
    static void requireLoaded() {
        if (StartProgress.current().compareTo(StartProgress.LOADED) >= 0) return;
        throw CannotStart.unforeseen("The server has started without the hostel; the lines above say why.");
    }

    private static void watch(Duration limit) {
        var left = limit;
        while (StartProgress.current() != StartProgress.SERVING) {
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException e) {
                return;
            }
            if (StartProgress.current() != StartProgress.MIGRATING) left = left.minusSeconds(1);
            if (left.isNegative()) {
                StartupFailure.end(
                        CannotStart.unforeseen("The hostel was not open after " + limit.toSeconds() + " seconds ("
                                + SETTING + "): " + StartProgress.current().words() + "."));
            }
        }
    }

    /** Whoever was told to end by a signal, ends as usual; a server that ends by itself now has failed, whatever it answers. */
    private static void refuseEarlyEnd() {
        if (StartProgress.current() == StartProgress.SERVING || isEndedBySignal()) return;
        StartupFailure.end(
                CannotStart.unforeseen("The server ended before the hostel was open; the lines above say why."));
    }

    private static boolean isEndedBySignal() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith("SIG"));
    }

    private static Duration limit() {
        var variable = System.getenv("HOSTEL_START_SECONDS");
        var told = System.getProperty(SETTING, variable == null ? "" : variable.strip());
        return Duration.ofSeconds(told.matches("[0-9]{1,6}") ? Long.parseLong(told) : USUAL_SECONDS);
    }
}
