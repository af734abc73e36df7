package org.hostelchat.message;

import java.time.Instant;

/**
 * The answer to a draft: committed.
 *
 * @param seq the number that stands for it in its room; of a repeated post the first one's
 * @param at when it was stored; of a repeated post the first one's
 * @param first false if this repeats what was stored before
 */
public record Stored(long seq, Instant at, boolean first) {}
