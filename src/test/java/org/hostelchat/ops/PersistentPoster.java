package org.hostelchat.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.hostelchat.support.Api;
import org.hostelchat.support.Pause;

/** A member of a room who posts there one message after the other, also after being removed, until refused for good. */
final class PersistentPoster {

    private static final int AFTERWARDS = 5;

    /** @param begun when it was sent, of {@link System#nanoTime()} */
    private record Attempt(long begun, int status) {}

    private final Api api;
    private final String room;
    private final List<Attempt> attempts = new ArrayList<>();
    private final Thread thread = new Thread(this::post, "persistent-poster");
    private final AtomicInteger stored = new AtomicInteger();
    private volatile long removedAt;

    /** Starts at once. */
    PersistentPoster(Api api, long room) {
        this.api = api;
        this.room = "/api/rooms/" + room + "/messages/";
        thread.setDaemon(true);
        thread.start();
    }

    private void post() {
        for (var left = AFTERWARDS; left > 0; ) {
            var begun = System.nanoTime();
            var status = api.put(room + UUID.randomUUID(), Api.json("body", "still here"))
                    .status();
            attempts.add(new Attempt(begun, status));
            if (status == 201) stored.incrementAndGet();
            if (removedAt != 0) left--;
        }
    }

    void awaitStored(int count) {
        Pause.until(count + " are stored", TwoNodes.PATIENCE, () -> stored.get() >= count || !thread.isAlive());
    }

    /** It has been answered that the person is removed. */
    void wasRemoved() {
        removedAt = System.nanoTime();
    }

    /** Waits for its end. Returns what is wrong: stored although it was sent after the removal, or refused before. */
    List<String> end() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        var wrong = new ArrayList<String>();
        for (var attempt : attempts) {
            var isAfter = attempt.begun() > removedAt;
            if (isAfter && attempt.status() != 404) wrong.add("after the removal: " + attempt.status());
            if (attempt.status() != 201 && attempt.status() != 404) wrong.add("refused: " + attempt.status());
        }
        return wrong;
    }

    int stored() {
        return stored.get();
    }
}
