/**
 * Several servers ("nodes") over one database: what they tell each other, and who of them is there.
 *
 * <p>Nodes share nothing but the database. A {@link org.hostelchat.cluster.Hint} says where another node may look in it
 * and carries no content; {@link org.hostelchat.cluster.HintSender} collects and {@link
 * org.hostelchat.cluster.RoomHints}, a port, carries them. Any hint may be lost, repeated or late: whoever needs an event
 * also looks for it regularly, and more often after hints may have been missed ({@link
 * org.hostelchat.cluster.HintListener}). {@link org.hostelchat.cluster.Upkeep} says which node does the work that only one may do.
 *
 * <p>Core: imports nothing of ours. The implementations are in {@code platform.cluster}. Absent on purpose: locks, ids,
 * leaders, caches and sessions in the data grid.
 */
package org.hostelchat.cluster;
