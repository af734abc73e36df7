package org.hostelchat.api;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hostelchat.audit.AuditEntry;

/**
 * An entry of the record.
 *
 * @param by who did it: 0 for the operator and the office's own tokens, null for what happened by itself
 * @param byName null once the account is erased
 * @param token the number of the token by which it was done; null for none
 * @param where the address from which it was done; null where that is not known
 * @param on null for nothing
 */
public record AuditRow(
        long id,
        Instant at,
        Long by,
        String byName,
        Long token,
        String tokenName,
        String where,
        String what,
        On on,
        Optional<Map<String, String>> before,
        Optional<Map<String, String>> after) {

    /**
     * On whom or what.
     *
     * @param id of a person or thing; of a message that of its room
     * @param name null for what has none, and once the account is erased
     * @param seq a message's number in its room
     * @param userId whom it concerns besides, as whoever wrote the message
     * @param enrolmentNumber of the person, at that time
     */
    public record On(
            String kind,
            Long id,
            String name,
            Optional<Long> seq,
            Optional<Long> userId,
            Optional<String> userName,
            Optional<String> enrolmentNumber) {

        static On of(AuditEntry entry) {
            if (entry.kind() == null) return null;
            var person = entry.person();
            var isPerson = entry.kind().equals("user");
            return new On(
                    entry.kind(),
                    isPerson ? person.id() : entry.thingId(),
                    isPerson ? person.name() : entry.thingName(),
                    Optional.ofNullable(entry.seq()),
                    isPerson ? Optional.empty() : Optional.ofNullable(person.id()),
                    isPerson ? Optional.empty() : Optional.ofNullable(person.name()),
                    Optional.ofNullable(person.number()));
        }

        /** In a cell of CSV. */
        @Override
        public String toString() {
            var text = new StringBuilder(kind);
            seq.ifPresent(number -> text.append(' ').append(number).append(" in room"));
            if (id != null) text.append(' ').append(id);
            if (name != null) text.append(' ').append(name);
            userId.ifPresent(number -> text.append(", user ").append(number));
            userName.ifPresent(other -> text.append(' ').append(other));
            enrolmentNumber.ifPresent(number -> text.append(" (").append(number).append(')'));
            return text.toString();
        }
    }

    static AuditRow of(AuditEntry entry) {
        var by = entry.by();
        return new AuditRow(
                entry.id(),
                entry.at(),
                by.id(),
                by.name(),
                by.tokenId(),
                by.tokenName(),
                by.address(),
                entry.act(),
                On.of(entry),
                values(entry.before()),
                values(entry.after()));
    }

    private static Optional<Map<String, String>> values(Map<String, String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }
}
