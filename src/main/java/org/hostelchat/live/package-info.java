/**
 * The WebSocket door, {@code /live}: the last part of a message's way, from the commit to every screen.
 *
 * <p>{@link org.hostelchat.live.ChatSocket} decodes frames, {@link org.hostelchat.live.RoomBroadcast} keeps each room's latest
 * events ready-made, {@link org.hostelchat.live.Dispatcher} hands every {@link org.hostelchat.live.Connection} in one write
 * all that it has not got yet.
 *
 * <p>Imports the core and {@code refusal}; no other door. The container's internals are touched where frames leave ({@link
 * org.hostelchat.live.TyrusLine}, {@link org.hostelchat.live.GrizzlyLine}) and where a socket begins and ends ({@link
 * org.hostelchat.live.LiveUpgrade} and what it puts around the container's handler). Absent on purpose: a queue of messages per
 * connection; a connection is an offset.
 */
package org.hostelchat.live;
