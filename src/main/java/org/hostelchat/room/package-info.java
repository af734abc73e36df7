/**
 * The rooms in which people talk, who is in them, and how far each has read.
 *
 * <p>Core: imports {@code user}, {@code principal}, {@code audit}, {@code storage} and {@code refusal} of ours.
 * A room owns its last sequence number and its count of posts; what stands behind a number is {@code message}'s. Every resident
 * is in every open room so far. How far somebody has read is a {@link org.hostelchat.room.ReadMark}.
 */
package org.hostelchat.room;
