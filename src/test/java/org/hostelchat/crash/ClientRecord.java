package org.hostelchat.crash;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.hostelchat.crash.History.Step;

/**
 * What one client knows: its unanswered posts, the acknowledged ones, and the events that it has seen, in the room's
 * order. Immediately records whatever no correct server does. Thread-safe.
 */
final class ClientRecord {

    private final String owner;
    private final Map<String, String> outbox = new LinkedHashMap<>();
    private final Map<String, Long> acknowledged = new LinkedHashMap<>();
    private final List<Long> own = new ArrayList<>();
    private final Map<Long, Long> edits = new LinkedHashMap<>();
    private final List<Long> deletions = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final long base;
    private final History history;

    /** @param base the room's last number before the client connected */
    ClientRecord(String owner, long base) {
        this.owner = owner;
        this.base = base;
        this.history = new History(owner, base);
    }

    /** The same in order of time, for {@link HistoryChecker}. */
    History history() {
        return history;
    }

    /** The id of a new post, which stays in the outbox until it is acknowledged. */
    synchronized String write(String body) {
        String clientId = UUID.randomUUID().toString();
        outbox.put(clientId, body);
        history.add(new Step.Sent(clientId));
        return clientId;
    }

    synchronized Map<String, String> outbox() {
        return new LinkedHashMap<>(outbox);
    }

    synchronized int unanswered() {
        return outbox.size();
    }

    synchronized void acknowledge(String clientId, long seq) {
        outbox.remove(clientId);
        history.add(new Step.Acknowledged(clientId, seq));
        Long before = acknowledged.putIfAbsent(clientId, seq);
        if (before == null) {
            own.add(seq);
        }
        if (before != null && before != seq) {
            fault("acknowledged as " + before + " and as " + seq + ": " + clientId);
        }
    }

    /** The number of one of its own posts; 0 if it has none. */
    synchronized long anyOwn(Random random) {
        return own.isEmpty() ? 0 : own.get(random.nextInt(own.size()));
    }

    /** The server confirmed that event {@code seq} edited the post {@code target}. */
    synchronized void edited(long seq, long target) {
        edits.put(seq, target);
    }

    /** The server confirmed that the post {@code target} is deleted. */
    synchronized void deleted(long target) {
        deletions.add(target);
    }

    /** The edited post's number, by the number of the edit. */
    synchronized Map<Long, Long> edits() {
        return Map.copyOf(edits);
    }

    synchronized List<Long> deletions() {
        return List.copyOf(deletions);
    }

    /** The last number that it has. */
    synchronized long held() {
        return base + seen.size();
    }

    /** A post was refused, and stays in the outbox. */
    synchronized void refused(String clientId) {
        history.add(new Step.Refused(clientId));
    }

    /**
     * Of everything in the outbox it is not known whether it was refused, since answers were not read; it is sent again,
     * and may come in another order.
     */
    synchronized void refusedPerhaps() {
        outbox.keySet().forEach(clientId -> history.add(new Step.Refused(clientId)));
    }

    /** Adds an event, which must be the next one. */
    synchronized void see(long seq, String what) {
        history.add(new Step.Read(seq, what));
        if (seq != held() + 1) {
            fault("was given " + seq + " while it held " + held());
        } else {
            seen.add(what);
        }
    }

    synchronized void fault(String what) {
        if (faults.size() < 20) {
            faults.add(owner + " " + what);
        }
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    synchronized Map<String, Long> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /** The events seen, by client id or kind; the first has the number {@code base() + 1}. */
    synchronized List<String> seen() {
        return List.copyOf(seen);
    }

    long base() {
        return base;
    }
}
