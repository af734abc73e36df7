package org.hostelchat.search;

import java.util.List;

/**
 * A page of results, newest first.
 *
 * @param items may be fewer than asked for, even none, although there is more: a request looks at a limited number of
 *     messages
 * @param next the cursor of the next page; null if there is none
 */
public record SearchPage(List<Hit> items, Long next) {}
