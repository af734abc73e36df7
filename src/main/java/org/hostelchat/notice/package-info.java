/**
 * The notice board: what the hostel's officials announce, who has read it and who has acknowledged it.
 *
 * <p>Core: imports {@code room} (a notice's discussion is a room), {@code user}, {@code principal}, {@code audit}, {@code changelog}, {@code storage} and {@code refusal} of ours, and of
 * Jakarta only persistence, inject and enterprise. Absent on purpose: what is said in the discussion (see
 * {@code message}) and how a notice reaches a screen: the doors learn of it from {@code changelog}, and
 * {@link org.hostelchat.notice.MissedNotices} answers what somebody missed.
 */
package org.hostelchat.notice;
