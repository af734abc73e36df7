package org.hostelchat.notice;

/**
 * CDI event: a notice stands on the board. Observed after the transaction's success; the room of its discussion has been
 * announced by {@link org.hostelchat.room.RoomOpened}.
 *
 * @param notice as somebody sees it who has neither read nor acknowledged it
 */
public record NoticePosted(NoticeView notice) {}
