package org.hostelchat.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.hostelchat.text.TextKey;

/**
 * One act in the record. Its hash takes in the one before, and everything of it but names, of which it takes in a digest: see
 * {@link NameDigest}. Nothing but the removal of names ever changes an entry.
 */
@Entity
@Table(name = "audit_entries")
public class AuditEntry {

    /** Changes with the form of what is hashed. */
    private static final String FORM = "hostel-audit-1";

    /** What the first entry takes in. */
    static final String GENESIS = "0".repeat(64);

    @Id
    private long id;

    private Instant at;
    private String act;

    @Embedded
    private AuditActor actor;

    private String kind;

    @Column(name = "thing_id")
    private Long thingId;

    private Long seq;

    @Column(name = "thing_name")
    private String thingName;

    /** What {@link AuditSearch} looks in; not hashed, since it follows from the name. */
    @Column(name = "thing_key")
    private String thingKey;

    @Embedded
    private AuditPerson person;

    @Column(name = "values_before")
    private String before;

    @Column(name = "values_after")
    private String after;

    private String hash;

    protected AuditEntry() {}

    /** @param previous the hash of the entry with the number before */
    AuditEntry(long id, Instant at, AuditDraft draft, String previous) {
        this.id = id;
        this.at = at;
        this.act = draft.act.code();
        this.actor = AuditActor.of(draft.by);
        this.kind = draft.kind;
        this.thingId = draft.thingId;
        this.seq = draft.seq;
        this.thingName = draft.thingName;
        this.thingKey = thingName == null ? null : TextKey.searching(thingName);
        this.person = AuditPerson.of(draft);
        this.before = AuditValues.encode(draft.before);
        this.after = AuditValues.encode(draft.after);
        this.hash = hashAfter(previous);
    }

    /** The hash that it must have if this is the one of the entry before. */
    final String hashAfter(String previous) {
        var sum = new CanonicalHash().text(FORM).text(previous).number(id).number(at.toEpochMilli());
        sum.text(act);
        by().addTo(sum);
        sum.text(kind).number(thingId).number(seq).text(thingName);
        person().addTo(sum);
        return sum.text(before).text(after).hex();
    }

    /** Removes the names of people who are erased, before it is stored. */
    void forget(Set<Long> erased) {
        if (actor != null && erased.contains(actor.id())) actor.removeName();
        if (person != null && erased.contains(person.id())) person.removeName();
    }

    /** Whether the names are those that were digested when it was made, or were removed. */
    boolean namesFit() {
        return by().namesFit() && person().namesFit();
    }

    String hash() {
        return hash;
    }

    /** Dense, from 1 on. */
    public long id() {
        return id;
    }

    public Instant at() {
        return at;
    }

    /** The code of an {@link AuditAct}; after going back to an older program perhaps of one that this does not know. */
    public String act() {
        return act;
    }

    /** Never null, see {@link AuditActor#id}. */
    public final AuditActor by() {
        // Where all its columns are null there is none after reading.
        return actor == null ? AuditActor.NOBODY : actor;
    }

    /** What it was done to, such as {@code user} or {@code room}; null for nothing. */
    public String kind() {
        return kind;
    }

    /** The number of the thing that it was done to, of a message that of its room; null for people. */
    public Long thingId() {
        return thingId;
    }

    /** A message's number in its room; null for other things. */
    public Long seq() {
        return seq;
    }

    /** Null for people, for what has no name, and for rooms that officials don't read. */
    public String thingName() {
        return thingName;
    }

    /** Whom it concerned; never null, see {@link AuditPerson#id}. */
    public final AuditPerson person() {
        return person == null ? AuditPerson.NOBODY : person;
    }

    /** What was different before, by the names of fields. */
    public Map<String, String> before() {
        return merged(person().before(), before);
    }

    /** What is different since. */
    public Map<String, String> after() {
        return merged(person().after(), after);
    }

    private static Map<String, String> merged(Map<String, String> names, String values) {
        var all = new LinkedHashMap<>(names);
        all.putAll(AuditValues.decode(values));
        return all;
    }
}
