package org.hostelchat.changelog;

/**
 * A change with its number in the log.
 *
 * @param seq beginning with 1, without gaps
 * @param change null for a kind that was stored by a newer version of the program
 */
public record LoggedChange(long seq, Change change) {}
