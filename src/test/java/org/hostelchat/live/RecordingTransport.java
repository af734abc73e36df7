package org.hostelchat.live;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.websocket.CloseReason;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hostelchat.live.transport.Frame;
import org.hostelchat.live.transport.FrameTransport;

/** A simulated transport: records what was written, and lets the test decide when a write is complete. Thread-safe. */
final class RecordingTransport implements FrameTransport {

    final List<JsonObject> frames = Collections.synchronizedList(new ArrayList<>());
    volatile CloseReason.CloseCode closed;
    volatile int writes;
    int pings;
    private boolean slow;
    private Done pending;

    /** From now on a write takes until {@link #finish()}. */
    synchronized void beSlow() {
        slow = true;
    }

    synchronized boolean isWriting() {
        return pending != null;
    }

    /** The write under way is done, and later ones are done at once. */
    void finish() {
        Done done;
        synchronized (this) {
            slow = false;
            done = pending;
            pending = null;
        }
        if (done != null) done.written(null);
    }

    @Override
    public void write(List<Frame> batch, Done done) {
        if (!take(batch, done)) done.written(null);
    }

    /** @return whether the write is still under way */
    private synchronized boolean take(List<Frame> batch, Done done) {
        if (pending != null) throw new AssertionError("a write was begun while another was under way");
        writes++;
        for (var frame : batch) {
            try (var reader = Json.createReader(new StringReader(frame.text()))) {
                frames.add(reader.readObject());
            }
        }
        if (slow) pending = done;
        return slow;
    }

    @Override
    public void ping() {
        pings++;
    }

    @Override
    public void close(CloseReason.CloseCode code, String reason) {
        closed = code;
    }

    @Override
    public void cut() {
        closed = CloseReason.CloseCodes.CLOSED_ABNORMALLY;
    }
}
