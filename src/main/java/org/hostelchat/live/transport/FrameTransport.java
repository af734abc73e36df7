package org.hostelchat.live.transport;

import jakarta.websocket.CloseReason;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes frames to one client. Used by one thread at a time; a write may only begin when the one before has completed,
 * because the container's own queue is unbounded.
 */
public interface FrameTransport {

    /**
     * Writes the frames, in a single write where the implementation can.
     *
     * @param done called once, when the next write may begin; with null on success; on any thread, possibly before this
     * method returns
     */
    void write(List<Frame> frames, Done done);

    /**
     * Inspects received data before the container does, where the implementation can.
     *
     * @param told called once, with the first violation of the protocol; must close the connection
     */
    default void guard(Consumer<ProtocolViolation> told) {}

    /** Sends a ping, which the client must answer with a pong. */
    void ping();

    /**
     * Sends a close frame after all data written before. The connection ends when the client has answered it, or is
     * cut.
     */
    void close(CloseReason.CloseCode code, String reason);

    /** Ends the connection without waiting for the client. To be repeated until {@link #isOver}. */
    void cut();

    /** Whether a closed connection has ended, so that it need not be cut. */
    default boolean isOver() {
        return true;
    }

    /** Called when a {@link #write} has completed or failed. */
    @FunctionalInterface
    interface Done {
        void written(Throwable failure);
    }
}
