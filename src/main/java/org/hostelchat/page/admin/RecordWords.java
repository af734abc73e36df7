package org.hostelchat.page.admin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditEntry;
import org.hostelchat.page.PageFormat;
import org.hostelchat.page.PageWords;
import org.hostelchat.principal.Role;
import org.hostelchat.room.Audience;

/** Names for the record's acts and subjects, for people. What this version does not know is shown as its code. */
final class RecordWords {

    /** Fields whose value is yes or no. */
    private static final Set<String> QUESTIONS = Set.of("active", "acknowledge", "askAgain", "machine");

    /** Fields whose value is a code. Other values, such as names and texts, are shown as people wrote them. */
    private static final Set<String> CODED = Set.of("scope", "kind", "posting", "as");

    /** Fields whose value is a time or a day. */
    private static final Set<String> TIMES = Set.of("until", "from", "acknowledgeBy", "expires");

    /** A column in front of its values, see {@link Audience#toString}. */
    private static final Pattern COLUMN = Pattern.compile("(?<=^|; )[a-z]+(?=: )");

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
        if (TIMES.contains(field)) return time(value);
        if (field.equals("audience"))
            return COLUMN.matcher(value).replaceAll(found -> Matcher.quoteReplacement(field(found.group())));
        return value;
    }

    /** In the hostel's zone, as the other times of the record's lists; what is neither a time nor a day stays. */
    private String time(String value) {
        try {
            return value.contains("T") ? format.time(Instant.parse(value)) : format.day(LocalDate.parse(value));
        } catch (DateTimeParseException other) {
            return value;
        }
    }

    /** The name of a person. */
    String person(Long id, String name) {
        return words.person(id, name);
    }

    /** A person whose name was erased with the account. */
    String deleted(long id) {
        return words.of("record.deleted", "number", id);
    }

    /** The actor of acts that the program did by itself. */
    String byItself() {
        return words.get("record.by-itself");
    }

    String token(long id, String name) {
        return name == null
                ? words.of("record.token", "number", id)
                : words.of("record.token-named", "number", id, "name", name);
    }

    /** The subject of an entry if it is not a person. */
    String thing(AuditEntry entry) {
        var isInRoom = entry.seq() != null || "room".equals(entry.kind());
        var name = isInRoom && entry.thingId() != null
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

    /** The codes of all acts. */
    static List<String> codes() {
        return Arrays.stream(AuditAct.values()).map(AuditAct::code).toList();
    }
}
