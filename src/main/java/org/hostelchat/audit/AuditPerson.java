package org.hostelchat.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hostelchat.text.TextKey;

/** The person whom an act concerned. */
@Embeddable
public class AuditPerson {

    static final AuditPerson NOBODY = new AuditPerson();

    @Column(name = "person_id")
    private Long id;

    @Column(name = "person_name")
    private String name;

    @Column(name = "person_number")
    private String number;

    @Column(name = "person_before")
    private String before;

    @Column(name = "person_after")
    private String after;

    /** The form of the names that {@link AuditSearch} searches in; not hashed, because it is derived from the names. */
    @Column(name = "person_key")
    private String key;

    @Column(name = "person_salt")
    private String salt;

    @Column(name = "person_digest")
    private String digest;

    static final List<String> COLUMNS = List.of(
            "person_id",
            "person_name",
            "person_number",
            "person_before",
            "person_after",
            "person_key",
            "person_salt",
            "person_digest");

    protected AuditPerson() {}

    /** The values of {@link #COLUMNS}. */
    List<Object> row() {
        return Arrays.asList(id, name, number, before, after, key, salt, digest);
    }

    /** @return null if the act concerns nobody */
    static AuditPerson of(AuditDraft draft) {
        if (draft.personId == null) return null;
        var person = draft.prepared == null ? named(draft) : draft.prepared;
        person.id = draft.personId;
        return person;
    }

    /** The person of an act with all but the id. */
    static AuditPerson named(AuditDraft draft) {
        var person = new AuditPerson();
        if (draft.personName != null) person.name(draft);
        return person;
    }

    private void name(AuditDraft draft) {
        name = draft.personName;
        number = draft.personNumber;
        before = AuditValues.encode(draft.nameBefore);
        after = AuditValues.encode(draft.nameAfter);
        key = TextKey.searching(name) + '\n' + TextKey.searching(number) + '\n' + TextKey.undivided(number);
        // So that a renamed person is found by the old name too.
        for (var former : draft.nameBefore.values()) key += '\n' + TextKey.searching(former);
        salt = NameDigest.newSalt();
        digest = NameDigest.of(salt, name, number, before, after);
    }

    void addTo(CanonicalHash hash) {
        hash.number(id).text(digest);
    }

    boolean namesFit() {
        return NameDigest.fits(digest, salt, name, number, before, after);
    }

    void removeName() {
        name = null;
        number = null;
        before = null;
        after = null;
        key = null;
        salt = null;
    }

    /** Whether there was a name, which has been erased. */
    boolean isNameRemoved() {
        return digest != null && salt == null;
    }

    /** The id of the account; null for nobody. */
    public Long id() {
        return id;
    }

    /** The name at that time; null once the account is erased. */
    public String name() {
        return name;
    }

    /** The enrolment number at that time; null once the account is erased, or if it is not known. */
    public String number() {
        return number;
    }

    Map<String, String> before() {
        return AuditValues.decode(before);
    }

    Map<String, String> after() {
        return AuditValues.decode(after);
    }
}
