package org.hostelchat.message;

import java.util.List;

/**
 * A message in its present form, as one reader sees it.
 *
 * @param event {@link RoomEvent.Posted}, or {@link RoomEvent.Tombstone} if it was deleted
 * @param quote the post that it replies to; null if none
 * @param reactions in the order in which each emoji was first used
 */
public record HistoryItem(RoomEvent event, Quote quote, List<Reaction> reactions, boolean pinned) {}
