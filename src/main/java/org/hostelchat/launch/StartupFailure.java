package org.hostelchat.launch;

/** Ends a process that cannot start: one line that begins with {@code hostel-chat:}, and an exit code other than 0. */
public final class StartupFailure {

    private StartupFailure() {}

    /**
     * Ends the process at once; does not return. The server would otherwise run on without the application and look
     * healthy to its supervisor. Halts instead of exiting, because an orderly exit would wait for the deployment during
     * which this is called.
     */
    public static void end(CannotStart why) {
        System.err.println("hostel-chat: " + firstLine(why));
        System.err.flush();
        Runtime.getRuntime().halt(why.exitCode());
    }

    private static String firstLine(Throwable why) {
        return String.valueOf(why.getMessage()).lines().findFirst().orElse(why.toString());
    }
}
