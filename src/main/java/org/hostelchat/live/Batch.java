package org.hostelchat.live;

import org.hostelchat.live.transport.Frame;

/**
 * The next frame for a connection in one room.
 *
 * @param to the number that the connection holds once it has the frame
 */
record Batch(Frame frame, long to) {}
