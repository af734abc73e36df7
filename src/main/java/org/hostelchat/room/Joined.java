package org.hostelchat.room;

/**
 * CDI event: a person has come into a room, by themselves, by being taken in, or because it was made with them in it. Fired
 * within the transaction, to be observed after its success.
 *
 * <p>Says that there is something to look at, and not what holds now: observers of two transactions may run in either order,
 * so that this may come after the {@link Left} which followed it. {@link RoomAccess#mayRead(long, long)} tells what holds.
 */
public record Joined(long userId, long roomId) {}
