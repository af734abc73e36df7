package org.hostelchat.room;

/**
 * CDI event: a room has another name or topic, or other people may post in it. Fired within the transaction, to be observed after
 * its success. Says that there is something to look at, and not what holds now; see {@link Joined} about the order.
 */
public record RoomChanged(long roomId) {}
