package org.hostelchat.message;

import java.time.Instant;

/**
 * The answer to a stored draft.
 *
 * @param seq its number in the room; for a repeated post that of the first
 * @param at when it was stored; for a repeated post the time of the first
 * @param first false for a repeated post
 */
public record Stored(long seq, Instant at, boolean first) {}
