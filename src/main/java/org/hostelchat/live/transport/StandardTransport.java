package org.hostelchat.live.transport;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;

/** Uses the standard API only, with one send per frame; the fallback in an unknown container. */
final class StandardTransport implements FrameTransport {

    private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

    private final Session session;

    StandardTransport(Session session) {
        this.session = session;
    }

    @Override
    public void write(List<Frame> frames, Done done) {
        next(frames.iterator(), done);
    }

    private void next(Iterator<Frame> frames, Done done) {
        if (!frames.hasNext()) {
            done.written(null);
            return;
        }
        try {
            session.getAsyncRemote().sendText(frames.next().text(), sent -> goOn(sent, frames, done));
        } catch (RuntimeException e) {
            done.written(e);
        }
    }

    private void goOn(SendResult sent, Iterator<Frame> frames, Done done) {
        if (sent.isOK()) next(frames, done);
        else done.written(sent.getException());
    }

    @Override
    public void ping() {
        try {
            session.getAsyncRemote().sendPing(EMPTY.duplicate());
        } catch (IOException | RuntimeException e) {
            // The heartbeat will find that no pong comes.
        }
    }

    @Override
    public void close(CloseReason.CloseCode code, String reason) {
        try {
            session.close(new CloseReason(code, reason));
        } catch (IOException | RuntimeException e) {
            // The connection is closed already.
        }
    }

    @Override
    public void cut() {
        close(CloseReason.CloseCodes.GOING_AWAY, "");
    }
}
