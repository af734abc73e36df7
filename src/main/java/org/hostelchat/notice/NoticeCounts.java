package org.hostelchat.notice;

/**
 * What of the board one person has still to do.
 *
 * @param unread how many notices this person has not read
 * @param waiting how many wait for this person: to be acknowledged where they ask for that, else to be read
 */
public record NoticeCounts(long unread, long waiting) {}
