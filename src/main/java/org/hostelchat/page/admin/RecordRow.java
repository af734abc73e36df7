package org.hostelchat.page.admin;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.hostelchat.audit.AuditEntry;

/**
 * A record entry as the console shows it.
 *
 * @param words in the language of the page
 */
public record RecordRow(AuditEntry entry, RecordWords words) {

    /** Longer values are collapsed. */
    private static final int SHORT = 120;

    /**
     * The change of one field.
     *
     * @param before empty if there was no value
     * @param after empty if there is no value
     */
    public record Change(String label, String before, String after) {

        public boolean isFolded() {
            return before.length() + after.length() > SHORT;
        }
    }

    public long number() {
        return entry.id();
    }

    public Instant at() {
        return entry.at();
    }

    public String act() {
        return words.act(entry.act());
    }

    public String who() {
        var by = entry.by();
        if (by.id() == null) return words.byItself();
        return by.name() == null ? words.deleted(by.id()) : words.person(by.id(), by.name());
    }

    /** The token that was used; empty for none. */
    public String token() {
        var by = entry.by();
        if (by.tokenId() == null) return "";
        return words.token(by.tokenId(), by.tokenName());
    }

    /** The client's address; empty if unknown. */
    public String from() {
        var address = entry.by().address();
        return address == null ? "" : address;
    }

    /** The subject of the act; empty for none. */
    public String on() {
        var kind = entry.kind();
        if (kind == null) return "";
        if (kind.equals("user")) return person();
        return words.thing(entry);
    }

    /** The person that the act concerned, besides its subject; empty for none. */
    public String concerned() {
        return "user".equals(entry.kind()) || entry.person().id() == null ? "" : person();
    }

    private String person() {
        var person = entry.person();
        if (person.name() == null) return words.deleted(person.id());
        return person.number() == null ? person.name() : person.name() + " (" + person.number() + ")";
    }

    public List<Change> changes() {
        var before = entry.before();
        var after = entry.after();
        var fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        return fields.stream()
                .map(field -> new Change(
                        words.field(field),
                        words.value(field, before.getOrDefault(field, "")),
                        words.value(field, after.getOrDefault(field, ""))))
                .toList();
    }

    /** The changes on one line, for print and files. */
    String changesInWords() {
        return changes().stream()
                .map(change -> change.label() + ": "
                        + (change.before().isEmpty() ? "" : change.before() + " → ")
                        + (change.after().isEmpty() ? "–" : change.after()))
                .collect(Collectors.joining("; "));
    }
}
