/**
 * The notice board: what the hostel's officials announce, who has read it and who has acknowledged it.
 *
 * <p>Core: imports {@code room} (a notice's discussion is a room), {@code user}, {@code principal}, {@code audit}, {@code storage} and {@code refusal} of ours, and of
 * Jakarta only persistence, inject and enterprise. Absent on purpose: what is said in the discussion (see
 * {@code message}) and how a notice reaches a screen (the doors observe {@link org.hostelchat.notice.NoticePosted},
 * {@link org.hostelchat.notice.NoticeEdited}, {@link org.hostelchat.notice.ReceiptChanged} and, where one is withdrawn, {@link org.hostelchat.room.RoomClosed}).
 */
package org.hostelchat.notice;
