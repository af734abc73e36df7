package org.hostelchat.launch;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Ends the process if the application does not answer requests in time, or if the server ends by itself before that:
 * Payara Micro keeps running when a deployment fails, and exits with 0 when it cannot boot. The time for migrating the
 * database is not counted.
 */
public final class StartWatch {

    /** Also a setting of the application, which validates it. */
    private static final String SETTING = "hostel.start.seconds";

    public static final int USUAL_SECONDS = 300;

    private StartWatch() {}

    /** Starts watching, unless this process is being watched already. */
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
     * To be called when the server has booted and deployed.
     *
     * @throws CannotStart if the application was not loaded
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

    /**
     * Turns an exit of the server before it has served into a failure, whatever its exit code; a process that was told
     * to end by a signal exits as usual.
     */
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
