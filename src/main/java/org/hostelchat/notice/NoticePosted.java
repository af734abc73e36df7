package org.hostelchat.notice;

/**
 * CDI event: a notice stands on the board. Observed after the transaction's success; the room of its discussion has been
 * announced by {@link org.hostelchat.room.RoomOpened}.
 *
 * @param notice {@code read} and {@code acknowledged} are false, and to be told to nobody: they are each one's own
 */
public record NoticePosted(NoticeView notice) {}
