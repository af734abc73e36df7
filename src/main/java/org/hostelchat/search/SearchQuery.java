package org.hostelchat.search;

import java.time.Instant;

/**
 * What somebody looks for; null does not narrow.
 *
 * @param text words, see {@link SearchText}; never null
 * @param room one of the caller's
 * @param author the number of an account, a name, or words of one
 * @param from not earlier than
 * @param to earlier than
 */
public record SearchQuery(String text, Long room, String author, Instant from, Instant to) {}
