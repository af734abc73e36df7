package org.hostelchat.audit;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hostelchat.storage.Columns;

/**
 * The last entry of the record at some time.
 *
 * @param last its number; 0 if there was none
 * @param hash its hash
 */
public record AuditHead(long last, String hash) {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,17}):([0-9a-fA-F]{64})");

    static AuditHead read(EntityManager em) {
        var row = (Object[]) em.createNativeQuery("select last, hash from audit_head where id = 1")
                .getSingleResult();
        return new AuditHead(Columns.number(row[0]), (String) row[1]);
    }

    /** Parses {@code number:hash}; empty if the text is malformed. */
    public static Optional<AuditHead> parse(String text) {
        var form = FORM.matcher(text.strip());
        return form.matches()
                ? Optional.of(new AuditHead(Long.parseLong(form.group(1)), form.group(2)))
                : Optional.empty();
    }
}
