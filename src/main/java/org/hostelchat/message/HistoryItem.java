package org.hostelchat.message;

import java.util.List;

/**
 * A message in its present form, as one reader sees it.
 *
 * @param event {@link RoomEvent.Posted}, or {@link RoomEvent.Tombstone} for what was taken back
 * @param quote what it answers; null if nothing
 * @param reactions in the order in which each emoji first came
 */
public record HistoryItem(RoomEvent event, Quote quote, List<Reaction> reactions, boolean pinned) {}
