package org.hostelchat.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hostelchat.principal.Caller;

/**
 * An act to be recorded. Must not contain passwords, keys, tokens, or anything from rooms that officials cannot read.
 * Names of people must be given to {@link #person} and {@link #name}, which are cleared when the person is erased;
 * everything else is kept forever.
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
    /** The person with their names, without an id, and who did it; null if {@link #prepare} was not called. */
    AuditPerson prepared;

    AuditActor preparedActor;

    final Map<String, String> before = new LinkedHashMap<>();
    final Map<String, String> after = new LinkedHashMap<>();
    final Map<String, String> nameBefore = new LinkedHashMap<>();
    final Map<String, String> nameAfter = new LinkedHashMap<>();

    private AuditDraft(AuditAct act, Caller by) {
        this.act = act;
        this.by = by;
    }

    /** @param by null for automatic acts */
    public static AuditDraft of(AuditAct act, Caller by) {
        return new AuditDraft(act, by);
    }

    /** The code of the act. */
    public String code() {
        return act.code();
    }

    /**
     * Sets the object of the act.
     *
     * @param kind such as {@code room}
     * @param id null if it has none
     * @param name null if it has none, or officials must not know it
     */
    public AuditDraft on(String kind, Long id, String name) {
        this.kind = kind;
        this.thingId = id;
        this.thingName = name;
        return this;
    }

    /** Sets a message as the object of the act. */
    public AuditDraft onMessage(long room, String roomName, long seq) {
        this.seq = seq;
        return on("message", room, roomName);
    }

    /**
     * Sets the person whom the act concerns; if there is no other object, the person is the object.
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

    /**
     * Does now what recording the names will need, because it takes time; for many acts before the transaction that records them. No name may be given
     * afterwards.
     */
    public AuditDraft prepare() {
        prepared = AuditPerson.named(this);
        preparedActor = AuditActor.of(by);
        return this;
    }

    /** Sets the account's id, which was not known before the person was stored. */
    public AuditDraft personId(long id) {
        personId = id;
        return this;
    }

    /** Adds a field's old and new value, unless they are equal. Null values are omitted. */
    public AuditDraft change(String field, Object from, Object to) {
        put(before, after, field, from, to);
        return this;
    }

    /** As {@link #change}, for values that name the person concerned. */
    public AuditDraft name(String field, String from, String to) {
        put(nameBefore, nameAfter, field, from, to);
        return this;
    }

    /** Adds the ids of the accounts that the act names, the operator excepted. */
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
