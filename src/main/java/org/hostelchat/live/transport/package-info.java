/**
 * Writes encoded {@link org.hostelchat.live.transport.Frame}s to clients, and corrects faults of the container's
 * WebSocket implementation.
 *
 * <p>{@link org.hostelchat.live.transport.FrameTransports} gives a session the fastest {@link org.hostelchat.live.transport.FrameTransport}
 * that the container allows. {@link org.hostelchat.live.transport.TyrusTransport} and {@link
 * org.hostelchat.live.transport.GrizzlyTransport} use private fields of Tyrus and Grizzly; where those are not as expected,
 * {@link org.hostelchat.live.transport.StandardTransport} does the same through the standard API. {@link
 * org.hostelchat.live.transport.LiveUpgrade} and the wrappers that it puts around the container's handler correct how a
 * connection begins and ends.
 *
 * <p>Imports no other package of ours: it knows neither people nor rooms. Absent on purpose: queues; a connection has
 * one write in progress, and its user waits for that.
 */
package org.hostelchat.live.transport;
