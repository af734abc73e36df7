package org.hostelchat.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hostelchat.cli.text.CliWords;

/**
 * Lets a command finish its current step before the process ends because of Ctrl-C, SIGTERM or SIGHUP. A command that
 * does not call {@link #delay} is ended at once, as usual.
 */
class Interruption {
    /** Longer than a call to the server may take. Limited, because a second Ctrl-C has no effect. */
    private static final long PATIENCE_SECONDS = 90;

    private final Terminal terminal;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean wanted;
    private boolean isDelayed;
    private volatile int exitCode = Exit.INTERRUPTED.code();

    Interruption(Terminal terminal) {
        this.terminal = terminal;
    }

    /** From now on the end of the process waits for {@link #end}, for at most 90 seconds. Does nothing if it waits already. */
    void delay() {
        if (isDelayed) return;
        isDelayed = true;
        Runtime.getRuntime().addShutdownHook(new Thread(this::awaitEnd, "interruption"));
    }

    /** Whether the command should stop as soon as nothing gets lost by it. */
    boolean isWanted() {
        return wanted;
    }

    /** Ends the process. */
    void end(Exit exit) {
        exitCode = exit.code();
        ended.countDown();
        // Never returns if a signal is already ending the process: the shutdown hook, which waits for this call, then
        // ends it.
        System.exit(exit.code());
    }

    private void awaitEnd() {
        if (ended.getCount() == 0) {
            return;
        }
        wanted = true;
        terminal.complain(CliWords.text("interruption.finishing"));
        try {
            if (ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(exitCode);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
