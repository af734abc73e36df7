package org.hostelchat.page.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditEntry;
import org.hostelchat.page.PageFormat;
import org.hostelchat.page.PageWords;
import org.hostelchat.principal.Role;

/** What people call the acts of the record, and what they were done to. Of what this program does not know, the code. */
final class RecordWords {

    /** Fields whose value is yes or no. */
    private static final Set<String> QUESTIONS = Set.of("active", "acknowledge", "askAgain", "machine");

    /** Fields whose value is one of some codes; of names, titles and texts it is what people wrote, whatever that is. */
    private static final Set<String> CODED = Set.of("scope", "kind", "posting");

    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::name).toList();

    private final PageWords words;
    private final PageFormat format;

    RecordWords(PageWords words, PageFormat format) {
        this.words = words;
        this.format = format;
    }

    String act(String code) {
        return words.or("record.act." + code, code);
    }

    String field(String field) {
        return words.or("record.field." + hyphened(field), field);
    }

    String value(String field, String value) {
        if (field.equals("role") && ROLES.contains(value)) return format.role(Role.valueOf(value));
        if (QUESTIONS.contains(field)) return words.or("record.value." + value, value);
        if (CODED.contains(field)) return words.or("record.value." + field + '.' + hyphened(value), value);
        return value;
    }

    /** Who did something, by the name that they have. */
    String person(Long id, String name) {
        return words.person(id, name);
    }

    /** Somebody whose name went with their account. */
    String deleted(long id) {
        return words.of("record.deleted", "number", id);
    }

    /** What did something that nobody did. */
    String byItself() {
        return words.get("record.by-itself");
    }

    String token(long id, String name) {
        return name == null
                ? words.of("record.token", "number", id)
                : words.of("record.token-named", "number", id, "name", name);
    }

    /** On what something was done that is no person. */
    String thing(AuditEntry entry) {
        var name = "room".equals(entry.kind()) && entry.thingId() != null
                ? words.room(entry.thingId(), entry.thingName())
                : entry.thingName();
        if (entry.seq() != null) {
            var key = "record.message-in-room" + (name == null ? "" : "-named");
            return words.of(key, "seq", entry.seq(), "room", entry.thingId(), "name", name);
        }
        var kind = words.or("record.kind." + entry.kind(), entry.kind());
        return kind + (entry.thingId() == null ? "" : " " + entry.thingId()) + (name == null ? "" : ": " + name);
    }

    private static String hyphened(String code) {
        return code.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** Every act with its code. */
    static List<String> codes() {
        return Arrays.stream(AuditAct.values()).map(AuditAct::code).toList();
    }
}
