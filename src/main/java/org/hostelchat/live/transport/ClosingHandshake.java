package org.hostelchat.live.transport;

/**
 * The end of a line, which is over when both ends have said good-bye. The container ends the request below a socket as soon as
 * it has said it; the other's answer then comes in on a request that is gone, or is another's by now. So the end waits for
 * the answer, or for somebody who gives up waiting.
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

    /** @param end ends the request; called once, by the thread on which the handshake becomes complete */
    ClosingHandshake(Runnable end) {
        this.end = end;
    }

    /** This end has said good-bye. */
    void said() {
        if (complete(true, false)) end.run();
    }

    /** The other end has, or nothing more is to be expected of it. */
    void heard() {
        if (complete(false, true)) end.run();
    }

    synchronized boolean isSaid() {
        return said;
    }

    synchronized boolean isOver() {
        return over;
    }

    /** @return true once: when both ends have said it */
    private synchronized boolean complete(boolean saidNow, boolean heardNow) {
        said |= saidNow;
        heard |= heardNow;
        if (over || !said || !heard) return false;
        over = true;
        return true;
    }
}
