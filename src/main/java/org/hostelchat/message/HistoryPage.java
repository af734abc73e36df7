package org.hostelchat.message;

import java.util.List;

/**
 * A page of messages of a room in their present form, ascending.
 *
 * @param from the first number that this covers
 * @param to the last number that this covers, {@code from - 1} if it covers none: every number between stands for one of the
 *     items, or only changed a message
 * @param before what to ask on with towards the beginning; null at the beginning
 * @param after what to ask on with towards the end; null at the end
 * @param asOf the last number that is already in the items' reactions and pins
 * @param pins how many pinned messages the room has, as far as the reader may read
 */
public record HistoryPage(long from, long to, List<HistoryItem> items, Long before, Long after, long asOf, long pins) {}
