package org.hostelchat.talk;

import java.util.ArrayList;
import java.util.List;

/** What one client was told of a room from its coming in, or from the first greeting, until its leaving. */
final class Stay {

    /** The number after which the events begin is not known: the client came in while it was not connected. */
    static final long UNKNOWN = -1;

    private final long base;
    private final long openedAt = System.nanoTime();
    private final List<Event> events = new ArrayList<>();
    private boolean ended;

    Stay(long base) {
        this.base = base;
    }

    long base() {
        return base;
    }

    /** By {@link System#nanoTime()}. */
    long openedAt() {
        return openedAt;
    }

    List<Event> events() {
        return events;
    }

    void add(Event event) {
        events.add(event);
    }

    /** The last number held; {@link #UNKNOWN} as long as there is none. */
    long held() {
        return events.isEmpty() ? base : events.get(events.size() - 1).seq();
    }

    boolean isEnded() {
        return ended;
    }

    void end() {
        ended = true;
    }
}
