/**
 * The rooms in which people talk, who is in them, and how far each has read.
 *
 * <p>Core: imports {@code user}, {@code principal}, {@code audit}, {@code storage} and {@code refusal} of ours. A room owns its last sequence number; what stands behind a
 * number is {@code message}'s. Absent on purpose: rows that say who is in a room. All residents are, so that a
 * {@link org.hostelchat.room.Membership} only says how far somebody has read.
 */
package org.hostelchat.room;
