/**
 * What is below the frames: the ways from a ready-made {@link org.hostelchat.live.transport.Frame} to the wire, and the repairs of
 * the container's WebSocket implementation.
 *
 * <p>{@link org.hostelchat.live.transport.Lines} gives a session the fastest {@link org.hostelchat.live.transport.Line} that the container
 * allows. {@link org.hostelchat.live.transport.TyrusLine} and {@link org.hostelchat.live.transport.GrizzlyLine} use private fields of
 * Tyrus and Grizzly; where those are not as expected, {@link org.hostelchat.live.transport.StandardLine} does the same through the
 * standard API. {@link org.hostelchat.live.transport.LiveUpgrade} and what it puts around the container's handler mend how a socket
 * begins and ends.
 *
 * <p>Imports nothing of ours: it knows bytes, and neither people nor rooms. Absent on purpose: queues; a line has one write under
 * way, and whoever uses it waits for that.
 */
package org.hostelchat.live.transport;
