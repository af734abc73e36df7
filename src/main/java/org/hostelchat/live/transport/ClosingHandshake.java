package org.hostelchat.live.transport;

/**
 * The closing handshake of a connection, complete when both ends have sent a close frame. The container would end the
 * upgraded request as soon as it has sent its own; the client's close frame would then be read through a request object
 * that is gone or reused for another request. So the request is ended when the client's frame has come, or when the
 * server stops waiting for it.
 *
 * <p>Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-7.1">RFC 6455, 7.1</a>
 */
final class ClosingHandshake {

    private final Runnable end;
    private boolean said;
    private boolean heard;
    private boolean over;

    /** @param end ends the request; called once, by the thread that completes the handshake */
    ClosingHandshake(Runnable end) {
        this.end = end;
    }

    /** The server has sent its close frame. */
    void said() {
        if (complete(true, false)) end.run();
    }

    /** The client has sent its close frame, or nothing more is expected of it. */
    void heard() {
        if (complete(false, true)) end.run();
    }

    synchronized boolean isSaid() {
        return said;
    }

    synchronized boolean isOver() {
        return over;
    }

    /** @return true exactly once, when both have been sent */
    private synchronized boolean complete(boolean saidNow, boolean heardNow) {
        said |= saidNow;
        heard |= heardNow;
        if (over || !said || !heard) return false;
        over = true;
        return true;
    }
}
