package org.hostelchat.live.transport;

import jakarta.websocket.CloseReason;
import java.util.List;
import java.util.function.Consumer;

/**
 * The wire to one client, as thin as can be. Used by one thread at a time; a write is only begun when the one before is done,
 * because the container's own queue has no bound.
 */
public interface Line {

    /**
     * Writes these frames, in one write where the line can.
     *
     * @param done told once, when the line is ready for the next write; with null if all is well; on any thread, possibly
     *     before this method returns
     */
    void write(List<Frame> frames, Done done);

    /**
     * Looks at what comes in, as far as this line can see it before the container does.
     *
     * @param told called once, with the first violation of the protocol; has to close the line
     */
    default void guard(Consumer<ProtocolViolation> told) {}

    /** Asks the other end for a sign of life. */
    void ping();

    /** Says good-bye in order, after what was written. The line is over when the other end has answered, or is cut. */
    void close(CloseReason.CloseCode code, String reason);

    /** Cuts the line without waiting for anybody. To be repeated until it is over. */
    void cut();

    /** Whether a line that was closed need not be cut any more. */
    default boolean isOver() {
        return true;
    }

    /** What {@link #write} calls when it is done. */
    @FunctionalInterface
    interface Done {
        void written(Throwable failure);
    }
}
