package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hostelchat.cluster.HintSender;
import org.hostelchat.meter.Meter;

/**
 * Looks regularly for events of which nobody told this node: the correctness of several nodes rests on it, hints only
 * make them fast. Each second for a minute after hints may have been missed or were found missing, else every few
 * seconds. One query for all rooms that somebody listens to.
 *
 * <p>{@link #tick} is to be called by one thread; {@link #hasten} by any.
 */
@ApplicationScoped
public class RoomSweep {

    /** In seconds. */
    private static final int HASTENED = 60;

    /** Pauses in seconds. Alone, this node misses nothing but what its own failures hide. */
    static final int PAUSE_ALONE = 10;

    static final int PAUSE_AMONG_OTHERS = 3;

    private final RoomHubs hubs;
    private final HintSender nodes;
    private volatile int hastened;
    private int waited;

    @Inject
    RoomSweep(RoomHubs hubs, HintSender nodes) {
        this.hubs = hubs;
        this.nodes = nodes;
    }

    /** For the CDI proxy. */
    protected RoomSweep() {
        this(null, null);
    }

    /** Looks each second for the next minute. */
    public void hasten() {
        hastened = HASTENED;
    }

    /** To be called once a second. */
    public void tick() {
        var hurry = hastened;
        hastened = Math.max(0, hurry - 1);
        if (hurry == 0 && ++waited < (nodes.isAlone() ? PAUSE_ALONE : PAUSE_AMONG_OTHERS)) return;
        waited = 0;
        var found = hubs.sweep();
        if (found == 0) return;
        Meter.SWEPT.add(found);
        if (!nodes.isAlone()) hasten();
    }
}
