package org.hostelchat.search;

import java.util.List;

/**
 * Some of what was found, the newest first.
 *
 * @param items may be fewer than were asked for, even none, where there may still be more: a search looks at so many messages at a time
 * @param next what to ask on with, null if that was all
 */
public record SearchPage(List<Hit> items, Long next) {}
