package org.hostelchat.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Checks the record's entries in ascending order, up to the first invalid one. Not thread-safe. */
final class ChainCheck {

    private final AuditHead head;
    private final AuditHead noted;

    /** The people whose names were erased, each with the first entry concerned. */
    private final Map<Long, Long> removed = new HashMap<>();

    private long count;
    private String hash = AuditEntry.GENESIS;
    private boolean notedSeen;
    private Long wrong;
    private String why;

    /** @param noted null for none */
    ChainCheck(AuditHead head, AuditHead noted) {
        this.head = head;
        this.noted = noted;
    }

    /** Whether no invalid entry has been found. */
    boolean goesOn() {
        return wrong == null;
    }

    void next(AuditEntry entry) {
        if (wrong != null) return;
        if (entry.id() < 1) wrong(entry.id(), "It does not belong to the record: numbers begin with 1.");
        else if (entry.id() != count + 1) wrong(count + 1, "It is missing.");
        else if (!entry.namesFit()) wrong(entry.id(), "Its names were changed.");
        else if (!entry.hashAfter(hash).equals(entry.hash())) {
            wrong(entry.id(), "It was changed, or an entry was taken out before it.");
        } else {
            take(entry);
        }
    }

    private void take(AuditEntry entry) {
        count = entry.id();
        hash = entry.hash();
        if (entry.by().isNameRemoved()) removed.putIfAbsent(entry.by().id(), count);
        if (entry.person().isNameRemoved()) removed.putIfAbsent(entry.person().id(), count);
        if (noted == null || noted.last() != count) return;
        notedSeen = true;
        if (!noted.hash().equalsIgnoreCase(hash)) {
            wrong(count, "It is not the one that was noted: the record was made anew, up to here at least.");
        }
    }

    /** The people whose names were erased. */
    Set<Long> unnamed() {
        return Set.copyOf(removed.keySet());
    }

    /**
     * To be called after the last entry.
     *
     * @param top the highest number of all entries, read before the head
     * @param erased those of {@link #unnamed} whose erasure is in the record
     */
    void end(long top, Set<Long> erased) {
        if (wrong == null) checkEnd(top);
        removed.keySet().removeAll(erased);
        var first = removed.values().stream().min(Long::compare).orElse(null);
        if (first != null && (wrong == null || first < wrong)) {
            wrong(first, "A name was removed from it, although nobody of that number was erased.");
        }
    }

    private void checkEnd(long top) {
        if (count < head.last()) {
            wrong(count + 1, "It is missing, and all after it: the record had " + head.last() + " entries.");
        } else if (!hash.equals(head.hash())) {
            wrong(head.last(), "It is not the entry with which the record ended.");
        } else if (top > head.last()) {
            wrong(head.last() + 1, "It was added past the record.");
        } else if (noted != null && !notedSeen) {
            wrong(noted.last(), "It was noted, and is missing: the end of the record was cut off.");
        }
    }

    AuditVerdict verdict() {
        return new AuditVerdict(head.last(), head.hash(), wrong, why);
    }

    private void wrong(long entry, String reason) {
        wrong = entry;
        why = reason;
    }
}
