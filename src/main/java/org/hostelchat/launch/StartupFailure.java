package org.hostelchat.launch;

/** The end of a start that can't succeed: one line that begins with {@code hostel-chat:}, and an exit code other than 0. */
public final class StartupFailure {

    private StartupFailure() {}

    /**
     * Ends the process at once; does not return. The server would otherwise go on without the application, looking healthy to
     * its supervisor. Halts rather than exits, because an orderly exit waits for the deployment that we are in the middle of.
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
