/**
 * The WebSocket door, {@code /live}: the last part of a message's way, from the commit to every screen.
 *
 * <p>{@link org.hostelchat.live.ChatSocket} decodes frames. {@link org.hostelchat.live.RoomHubs} keeps a {@link
 * org.hostelchat.live.RoomHub} for each room to which somebody listens: its listeners, and its latest events, ready-made ({@link
 * org.hostelchat.live.RoomBroadcast}). {@link org.hostelchat.live.Dispatcher} hands every {@link org.hostelchat.live.Connection} that has
 * something to get all of it in one write. {@link org.hostelchat.live.Greeting} and {@link org.hostelchat.live.MembershipRelay} decide
 * which rooms a line listens to, and ask {@code room.RoomAccess} for it; {@link org.hostelchat.live.Notifier} sends what is not an event
 * of a room. {@link org.hostelchat.live.ChangeRelay} is told what changes in the hostel, by {@code changelog}, and does what follows for lines.
 *
 * <p>What an event costs is what its room's listeners cost: neither other rooms nor other lines are looked at. A room without
 * listeners has neither hub nor ring.
 *
 * <p>Imports the core, {@code wire}, {@code refusal}, and {@link org.hostelchat.live.transport}, in which everything stands that knows the container
 * below the standard API; no other door. Absent on purpose: a queue of messages per connection; a connection is an offset in each of
 * its rooms.
 */
package org.hostelchat.live;
