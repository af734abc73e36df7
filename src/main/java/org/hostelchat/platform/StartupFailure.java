package org.hostelchat.platform;

/** The end of a start that can't succeed. */
final class StartupFailure {

    private static final System.Logger LOG = System.getLogger(StartupFailure.class.getName());

    private StartupFailure() {}

    /**
     * Ends the process: the server would otherwise go on without the application, looking healthy to its supervisor. Halts
     * rather than exits, because an orderly exit waits for the deployment that we are in the middle of.
     */
    static void end(RuntimeException cause) {
        var why = cause instanceof CannotStart wrong ? wrong : new CannotStart(cause.getMessage());
        if (why != cause) LOG.log(System.Logger.Level.ERROR, "Starting failed", cause);
        System.err.println("hostel-chat: "
                + String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.toString()));
        System.err.flush();
        Runtime.getRuntime().halt(why.exitCode());
    }
}
