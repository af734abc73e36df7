/**
 * The WebSocket door, {@code /live}: the last part of a message's way, from the commit to every screen.
 *
 * <p>{@link org.hostelchat.live.ChatSocket} decodes frames, {@link org.hostelchat.live.RoomBroadcast} keeps each room's latest
 * events ready-made, {@link org.hostelchat.live.Dispatcher} hands every {@link org.hostelchat.live.Connection} in one write
 * all that it has not got yet.
 *
 * <p>Imports the core, {@code refusal}, and {@link org.hostelchat.live.transport}, in which everything stands that knows the container
 * below the standard API; no other door. Absent on purpose: a queue of messages per connection; a connection is an offset.
 */
package org.hostelchat.live;
