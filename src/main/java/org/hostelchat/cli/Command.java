package org.hostelchat.cli;

/** A command of the command line. */
interface Command {
    Usage usage();

    /**
     * Runs the command.
     *
     * @throws Failure if it failed, wholly or in part
     */
    void run(Invocation call);
}
