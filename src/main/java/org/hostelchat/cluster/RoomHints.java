package org.hostelchat.cluster;

/**
 * A port: carries hints to all other nodes. What arrives is given to {@link HintReceiver#receive} by the
 * implementation, never to the node that sent it. Provided by {@code platform.cluster}.
 */
public interface RoomHints {

    /** The most numbers that are sent at once. */
    int MOST_NUMBERS = 200 * HintCodec.WIDTH;

    /**
     * Sends encoded hints. Called by one thread. May take as long as a database statement; what cannot be sent is lost.
     *
     * @param numbers of {@link HintCodec}, at most {@link #MOST_NUMBERS}
     * @return whether it was handed over: false if it is known to be lost
     */
    boolean send(long[] numbers);
}
