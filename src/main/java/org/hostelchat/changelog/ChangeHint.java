package org.hostelchat.changelog;

/**
 * Reports that the log of changes has entries up to this number. Says nothing about their content, and may be lost,
 * repeated or late: {@link ChangeTail} reads the log, and polls it in case no hint comes.
 *
 * <p>Fired as a CDI event within the transaction that appends, and observed after its success by the tail in this
 * process.
 */
public record ChangeHint(long last) {}
