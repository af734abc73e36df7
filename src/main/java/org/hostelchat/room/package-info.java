/**
 * Rooms, who is in them, and how far each person has read.
 *
 * <p>Core: imports {@code user}, {@code principal}, {@code audit}, {@code changelog}, {@code storage} and {@code
 * refusal} of ours. A room holds its last sequence number and its count of posts; the events themselves are in {@code
 * message}. {@link org.hostelchat.room.RoomAccess} decides who may read a room: everybody, or people with a {@link
 * org.hostelchat.room.Membership}. A {@link org.hostelchat.room.ReadMark} says how far a person has read, and is kept
 * when they leave. Rooms that follow the register have memberships, too: {@link org.hostelchat.room.AudienceFollower}
 * keeps them in step within the transaction that changes the register.
 */
package org.hostelchat.room;
