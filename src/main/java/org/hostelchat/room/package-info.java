/**
 * The rooms in which people talk, who is in them, and how far each has read.
 *
 * <p>Core: imports {@code user}, {@code principal}, {@code audit}, {@code changelog}, {@code storage} and {@code refusal} of ours.
 * A room owns its last sequence number and its count of posts; what stands behind a number is {@code message}'s. Who may be
 * where {@link org.hostelchat.room.RoomAccess} answers: everybody, or whoever has a {@link org.hostelchat.room.Membership}. How far
 * somebody has read is a {@link org.hostelchat.room.ReadMark}, and outlives their leaving.
 */
package org.hostelchat.room;
