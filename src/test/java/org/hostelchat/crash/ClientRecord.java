package org.hostelchat.crash;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.hostelchat.crash.History.Step;

/**
 * What one client knows: what it has posted and not heard of, what was acknowledged, and what it has seen, in the order of
 * the room. Notes at once whatever may never be. Thread-safe.
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

    /** @param base the last number before it came */
    ClientRecord(String owner, long base) {
        this.owner = owner;
        this.base = base;
        this.history = new History(owner, base);
    }

    /** The same in the order in which it happened, for {@link HistoryChecker}. */
    History history() {
        return history;
    }

    /** A new post's id, which stays in the outbox until it is acknowledged. */
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

    /** The number of something that it said; 0 if it has said nothing yet. */
    synchronized long anyOwn(Random random) {
        return own.isEmpty() ? 0 : own.get(random.nextInt(own.size()));
    }

    /** It was told that what it said at {@code target} reads otherwise since {@code seq}. */
    synchronized void edited(long seq, long target) {
        edits.put(seq, target);
    }

    /** It was told that what it said at {@code target} is gone. */
    synchronized void deleted(long target) {
        deletions.add(target);
    }

    /** By the number of the edit, the number that was edited. */
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

    /** A post was not taken, and stays in the outbox. */
    synchronized void refused(String clientId) {
        history.add(new Step.Refused(clientId));
    }

    /** Takes in an event, which must be the next one. */
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

    /** What was seen, by its client id or its kind, the first of it having the number {@code base() + 1}. */
    synchronized List<String> seen() {
        return List.copyOf(seen);
    }

    long base() {
        return base;
    }
}
