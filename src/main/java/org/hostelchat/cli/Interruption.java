package org.hostelchat.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hostelchat.cli.text.CliWords;

/**
 * Lets a command that must not stop anywhere finish what is at hand when somebody presses Ctrl-C, closes the terminal, or ends the
 * process by SIGTERM. A command that never calls {@link #delay} ends at once, as usual.
 */
class Interruption {
    /** Longer than the server may take for an answer; a second Ctrl-C does nothing, so this must not be for ever. */
    private static final long PATIENCE_SECONDS = 90;

    private final Terminal terminal;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean wanted;
    private volatile int exitCode = Exit.INTERRUPTED.code();

    Interruption(Terminal terminal) {
        this.terminal = terminal;
    }

    /** From now on the end of the process waits for {@link #end}, for a minute and a half at most. To be called once. */
    void delay() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::awaitEnd, "interruption"));
    }

    /** Whether the command should stop at the next place where nothing gets lost. */
    boolean isWanted() {
        return wanted;
    }

    /** Ends the process. */
    void end(Exit exit) {
        exitCode = exit.code();
        ended.countDown();
        // Waits for ever if the process is ending already: then awaitEnd ends it.
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
