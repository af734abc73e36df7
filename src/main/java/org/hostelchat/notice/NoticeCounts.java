package org.hostelchat.notice;

/**
 * What one person has still to do on the board.
 *
 * @param unread how many notices they have not read
 * @param waiting how many notices they have not acknowledged, or, if a notice does not ask for that, not read
 */
public record NoticeCounts(long unread, long waiting) {}
