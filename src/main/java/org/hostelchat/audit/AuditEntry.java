package org.hostelchat.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hostelchat.text.TextKey;

/**
 * One act in the record. Its hash covers the previous entry's hash and all of its own fields; of names it covers a
 * digest only: see {@link NameDigest}. An entry is never changed, except that names are erased.
 */
@Entity
@Table(name = "audit_entries")
public class AuditEntry {

    /** Identifies the format of the hashed fields; must be changed with it. */
    private static final String FORM = "hostel-audit-1";

    /** The previous hash of the first entry. */
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

    /**
     * The form of the object's name that {@link AuditSearch} searches in; not hashed, because it is derived from the
     * name.
     */
    @Column(name = "thing_key")
    private String thingKey;

    @Embedded
    private AuditPerson person;

    @Column(name = "values_before")
    private String before;

    @Column(name = "values_after")
    private String after;

    private String hash;

    /** The columns beside those of {@link AuditActor} and {@link AuditPerson}. */
    private static final List<String> OWN = List.of(
            "id",
            "at",
            "act",
            "kind",
            "thing_id",
            "seq",
            "thing_name",
            "thing_key",
            "values_before",
            "values_after",
            "hash");

    static final List<String> COLUMNS = Stream.of(OWN, AuditActor.COLUMNS, AuditPerson.COLUMNS)
            .flatMap(List::stream)
            .toList();

    protected AuditEntry() {}

    /** @param previous the hash of the entry before */
    AuditEntry(long id, Instant at, AuditDraft draft, String previous) {
        this.id = id;
        this.at = at;
        this.act = draft.act.code();
        this.actor = draft.prepared == null ? AuditActor.of(draft.by) : draft.preparedActor;
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

    /** The values of {@link #COLUMNS}. */
    List<Object> row() {
        var row = new ArrayList<Object>(Arrays.asList(
                id, at.toEpochMilli(), act, kind, thingId, seq, thingName, thingKey, before, after, hash));
        row.addAll(by().row());
        row.addAll(person().row());
        return row;
    }

    /** The hash that this entry must have if the entry before has the given one. */
    final String hashAfter(String previous) {
        var sum = new CanonicalHash().text(FORM).text(previous).number(id).number(at.toEpochMilli());
        sum.text(act);
        by().addTo(sum);
        sum.text(kind).number(thingId).number(seq).text(thingName);
        person().addTo(sum);
        return sum.text(before).text(after).hex();
    }

    /** Clears the names of people who have been erased, before the entry is stored. */
    void forget(Set<Long> erased) {
        if (actor != null && erased.contains(actor.id())) actor.removeName();
        if (person != null && erased.contains(person.id())) person.removeName();
    }

    /** Whether the names match the digest made when the entry was stored, or have been erased. */
    boolean namesFit() {
        return by().namesFit() && person().namesFit();
    }

    String hash() {
        return hash;
    }

    /** Consecutive, beginning with 1. */
    public long id() {
        return id;
    }

    public Instant at() {
        return at;
    }

    /** The code of an {@link AuditAct}; may be unknown if a newer version of the program has stored the entry. */
    public String act() {
        return act;
    }

    /** Never null, see {@link AuditActor#id}. */
    public final AuditActor by() {
        // JPA sets an embedded object to null if all its columns are null.
        return actor == null ? AuditActor.NOBODY : actor;
    }

    /** The kind of object, such as {@code user} or {@code room}; null for none. */
    public String kind() {
        return kind;
    }

    /** The id of the object, of a message the id of its room; null for people. */
    public Long thingId() {
        return thingId;
    }

    /** A message's number in its room; null for other objects. */
    public Long seq() {
        return seq;
    }

    /** Null for people, for objects without a name, and for rooms that officials cannot read. */
    public String thingName() {
        return thingName;
    }

    /** The person concerned; never null, see {@link AuditPerson#id}. */
    public final AuditPerson person() {
        return person == null ? AuditPerson.NOBODY : person;
    }

    /** Old values by field. */
    public Map<String, String> before() {
        return merged(person().before(), before);
    }

    /** New values by field. */
    public Map<String, String> after() {
        return merged(person().after(), after);
    }

    private static Map<String, String> merged(Map<String, String> names, String values) {
        var all = new LinkedHashMap<>(names);
        all.putAll(AuditValues.decode(values));
        return all;
    }
}
