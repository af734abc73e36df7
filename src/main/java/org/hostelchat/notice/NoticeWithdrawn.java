package org.hostelchat.notice;

/**
 * CDI event: a notice is gone from the board. Observed after the transaction's success; that its room is closed has been
 * announced by {@link org.hostelchat.room.RoomClosed}.
 *
 * @param room the number of the room in which it was discussed
 */
public record NoticeWithdrawn(long id, long room) {}
