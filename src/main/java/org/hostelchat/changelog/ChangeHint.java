package org.hostelchat.changelog;

/**
 * That the log of changes goes at least up to this number now. Says nothing of what has changed, and may be lost, repeated, or late:
 * {@link ChangeTail} reads the log, and looks by itself when no hint comes.
 *
 * <p>Fired as a CDI event within the transaction that appends, to be observed after its success by the tail of this process.
 */
public record ChangeHint(long last) {}
