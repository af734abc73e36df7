package org.hostelchat.wire;

import static org.hostelchat.wire.FieldType.FLAG;
import static org.hostelchat.wire.FieldType.NUMBER;
import static org.hostelchat.wire.FieldType.TEXT;
import static org.hostelchat.wire.FieldType.TEXTS;
import static org.hostelchat.wire.FieldType.TIME;
import static org.hostelchat.wire.FieldType.object;

import java.util.Map;
import org.hostelchat.audit.AuditEntry;
import org.hostelchat.audit.AuditVerdict;

/** The forms of the audit record. */
public final class AuditForms {

    /**
     * The object of the act: a person or a thing; of a message its room and number. The fields {@code user*} are the
     * person concerned besides, such as a message's author.
     */
    private static final ObjectForm<AuditEntry> ON = ObjectForm.<AuditEntry>empty()
            .with("kind", TEXT, AuditEntry::kind)
            .with("id", NUMBER, entry -> isPerson(entry) ? entry.person().id() : entry.thingId())
            .with("name", TEXT, entry -> isPerson(entry) ? entry.person().name() : entry.thingName())
            .withAny("seq", NUMBER, AuditEntry::seq)
            .withAny(
                    "userId",
                    NUMBER,
                    entry -> isPerson(entry) ? null : entry.person().id())
            .withAny(
                    "userName",
                    TEXT,
                    entry -> isPerson(entry) ? null : entry.person().name())
            .withAny("enrolmentNumber", TEXT, entry -> entry.person().number());

    /**
     * An entry: {@code by} is 0 for the operator and machine tokens, null for automatic acts; {@code byName} is null
     * once the account is erased.
     */
    public static final ObjectForm<AuditEntry> ENTRY = ObjectForm.<AuditEntry>empty()
            .with("id", NUMBER, AuditEntry::id)
            .with("at", TIME, AuditEntry::at)
            .with("by", NUMBER, entry -> entry.by().id())
            .with("byName", TEXT, entry -> entry.by().name())
            .with("token", NUMBER, entry -> entry.by().tokenId())
            .with("tokenName", TEXT, entry -> entry.by().tokenName())
            .with("where", TEXT, entry -> entry.by().address())
            .with("what", TEXT, AuditEntry::act)
            .with("on", object(ON, AuditForms::onInWords), entry -> entry.kind() == null ? null : entry)
            .withAny("before", TEXTS, entry -> orNull(entry.before()))
            .withAny("after", TEXTS, entry -> orNull(entry.after()));

    /** Whether the record is valid: {@code wrong} is the first invalid entry. */
    public static final ObjectForm<AuditVerdict> VERDICT = ObjectForm.<AuditVerdict>empty()
            .with("fits", FLAG, AuditVerdict::fits)
            .with("entries", NUMBER, AuditVerdict::entries)
            .with("head", TEXT, AuditVerdict::head)
            .withAny("wrong", NUMBER, AuditVerdict::wrong)
            .withAny("why", TEXT, AuditVerdict::why);

    private AuditForms() {}

    private static boolean isPerson(AuditEntry entry) {
        return "user".equals(entry.kind());
    }

    private static Map<String, String> orNull(Map<String, String> values) {
        return values.isEmpty() ? null : values;
    }

    /** The text for a CSV cell. */
    private static String onInWords(AuditEntry entry) {
        var text = new StringBuilder(entry.kind());
        var person = entry.person();
        if (entry.seq() != null) text.append(' ').append(entry.seq()).append(" in room");
        add(text, " ", isPerson(entry) ? person.id() : entry.thingId());
        add(text, " ", isPerson(entry) ? person.name() : entry.thingName());
        if (!isPerson(entry)) {
            add(text, ", user ", person.id());
            add(text, " ", person.name());
        }
        if (person.number() != null) text.append(" (").append(person.number()).append(')');
        return text.toString();
    }

    private static void add(StringBuilder text, String before, Object what) {
        if (what != null) text.append(before).append(what);
    }
}
