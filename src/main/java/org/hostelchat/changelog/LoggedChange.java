package org.hostelchat.changelog;

/**
 * A change with its place in the log.
 *
 * @param seq its number, from 1 on, without holes
 * @param change null for a kind that this program does not know: a newer one has written it
 */
public record LoggedChange(long seq, Change change) {}
