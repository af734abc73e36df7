package org.hostelchat.message;

import java.util.List;

/**
 * A page of messages of a room in their present form, ascending.
 *
 * @param from the first number that the page covers
 * @param to the last number that the page covers, {@code from - 1} if none. A number in between is that of an item, or
 *     of an event that changed a message
 * @param before the cursor of the previous page; null at the beginning
 * @param after the cursor of the next page; null at the end
 * @param asOf the last number that is included in the items' reactions and pins
 */
public record HistoryPage(long from, long to, List<HistoryItem> items, Long before, Long after, long asOf) {}
