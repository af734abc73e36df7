/**
 * The notice board: announcements of the hostel's officials, who has read and who has acknowledged them.
 *
 * <p>Core: imports {@code room} (a notice's discussion is a room), {@code user}, {@code principal}, {@code audit},
 * {@code changelog}, {@code storage} and {@code refusal} of ours, and of Jakarta only persistence, inject and
 * enterprise. Absent on purpose: the messages of the discussion (see {@code message}), and sending notices to clients:
 * adapters learn of them by {@code changelog}, and {@link org.hostelchat.notice.MissedNotices} has what a client
 * missed.
 */
package org.hostelchat.notice;
