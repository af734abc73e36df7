package org.hostelchat.page.admin;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.hostelchat.audit.AuditEntry;

/**
 * An entry of the record as the console shows it.
 *
 * @param words of the language in which it is shown
 */
public record RecordRow(AuditEntry entry, RecordWords words) {

    /** Longer ones are folded. */
    private static final int SHORT = 120;

    /**
     * What is different about one thing.
     *
     * @param before empty if there was nothing
     * @param after empty if there is nothing
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

    /** By which token; empty for none. */
    public String token() {
        var by = entry.by();
        if (by.tokenId() == null) return "";
        return words.token(by.tokenId(), by.tokenName());
    }

    /** From which address; empty where it is not known. */
    public String from() {
        var address = entry.by().address();
        return address == null ? "" : address;
    }

    /** On whom or what; empty for nothing. */
    public String on() {
        var kind = entry.kind();
        if (kind == null) return "";
        if (kind.equals("user")) return person();
        return words.thing(entry);
    }

    /** Whom it concerned beside the thing; empty for nobody. */
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

    /** The same on one line, for paper and files. */
    String changesInWords() {
        return changes().stream()
                .map(change -> change.label() + ": "
                        + (change.before().isEmpty() ? "" : change.before() + " → ")
                        + (change.after().isEmpty() ? "–" : change.after()))
                .collect(Collectors.joining("; "));
    }
}
