package org.hostelchat.room;

/**
 * CDI event: a person is not in a room any more, because they left, were removed, or the room was closed. Fired within the
 * transaction, to be observed after its success; see {@link Joined} about the order.
 */
public record Left(long userId, long roomId) {}
