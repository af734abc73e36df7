/**
 * The WebSocket endpoint, {@code /live}: delivers events from the commit to every client.
 *
 * <p>{@link org.hostelchat.live.ChatSocket} decodes frames. {@link org.hostelchat.live.RoomHubs} has a {@link
 * org.hostelchat.live.RoomHub} for each room with listeners: those, and the latest events in encoded form ({@link
 * org.hostelchat.live.RoomBroadcast}). {@link org.hostelchat.live.Dispatcher} writes everything that is pending for a
 * {@link org.hostelchat.live.Connection} at once. {@link org.hostelchat.live.Greeting} and {@link
 * org.hostelchat.live.MembershipRelay} decide which rooms a connection listens to, by {@code room.RoomAccess}; {@link
 * org.hostelchat.live.Notifier} sends what is not an event of a room. {@link org.hostelchat.live.ChangeRelay} is called
 * for each change in {@code changelog} and tells the connections concerned.
 *
 * <p>An event costs what its room's listeners cost: neither other rooms nor other connections are visited. A room
 * without listeners has neither hub nor ring.
 *
 * <p>Imports the core, {@code wire}, {@code refusal}, and {@link org.hostelchat.live.transport}, which holds everything
 * that depends on the container beyond the standard API; no other adapter. Absent on purpose: a queue of messages per
 * connection; a connection is an offset in each of its rooms.
 */
package org.hostelchat.live;
