package org.hostelchat.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hostelchat.principal.Caller;

/**
 * An act that is to be recorded. Never hand a password, key or token to it, nor what stands in rooms that officials don't read.
 * What names a person goes into {@link #person} and {@link #name}, which are removed when that person is erased; all else stays for
 * ever.
 */
public final class AuditDraft {

    final AuditAct act;
    final Caller by;
    String kind;
    Long thingId;
    Long seq;
    String thingName;
    Long personId;
    String personName;
    String personNumber;
    final Map<String, String> before = new LinkedHashMap<>();
    final Map<String, String> after = new LinkedHashMap<>();
    final Map<String, String> nameBefore = new LinkedHashMap<>();
    final Map<String, String> nameAfter = new LinkedHashMap<>();

    private AuditDraft(AuditAct act, Caller by) {
        this.act = act;
        this.by = by;
    }

    /** @param by null for what happens by itself */
    public static AuditDraft of(AuditAct act, Caller by) {
        return new AuditDraft(act, by);
    }

    /** Of the act. */
    public String code() {
        return act.code();
    }

    /**
     * On a thing.
     *
     * @param kind such as {@code room}
     * @param id its number; null for what has none
     * @param name null for what has none, or none that officials may know
     */
    public AuditDraft on(String kind, Long id, String name) {
        this.kind = kind;
        this.thingId = id;
        this.thingName = name;
        return this;
    }

    /** On a message. */
    public AuditDraft onMessage(long room, String roomName, long seq) {
        this.seq = seq;
        return on("message", room, roomName);
    }

    /**
     * Concerning somebody, who is what it is done to if no thing is.
     *
     * @param number the enrolment number; null if it is not known
     */
    public AuditDraft person(long id, String name, String number) {
        if (kind == null) kind = "user";
        personId = id;
        personName = name;
        personNumber = number;
        return this;
    }

    /** What is different about it; nothing if it is not. Null is left out. */
    public AuditDraft change(String field, Object from, Object to) {
        put(before, after, field, from, to);
        return this;
    }

    /** As {@link #change}, where the values name the person whom it concerns. */
    public AuditDraft name(String field, String from, String to) {
        put(nameBefore, nameAfter, field, from, to);
        return this;
    }

    /** Adds the accounts that it names; the operator is none. */
    void addPeople(Set<Long> people) {
        if (by != null && by.id() > 0) people.add(by.id());
        if (personId != null) people.add(personId);
    }

    private static void put(
            Map<String, String> before, Map<String, String> after, String field, Object from, Object to) {
        if (Objects.equals(from, to)) return;
        if (from != null) before.put(field, from.toString());
        if (to != null) after.put(field, to.toString());
    }
}
