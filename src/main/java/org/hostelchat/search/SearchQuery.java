package org.hostelchat.search;

import java.time.Instant;

/**
 * The criteria of a search. All must match; null matches everything.
 *
 * @param text words, see {@link SearchText}; never null
 * @param room the id of a room of the caller
 * @param author the id of an account, or a name or some words of it
 * @param from the earliest time, inclusive
 * @param to the latest time, exclusive
 */
public record SearchQuery(String text, Long room, String author, Instant from, Instant to) {}
