package org.hostelchat.cli;

/** One thing that can be asked for. */
interface Command {
    Usage usage();

    /** @throws Failure if it was not done, or not wholly */
    void run(Invocation call);
}
