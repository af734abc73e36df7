package org.hostelchat.page.admin;

import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hostelchat.audit.AuditFilter;

/** Parses the query of the console's record page. */
final class RecordQuery {

    static final List<String> FIELDS = List.of("who", "what", "on", "from", "to");

    private RecordQuery() {}

    /**
     * @param field returns a field's value, empty for none
     * @param zone in which days begin
     * @throws org.hostelchat.refusal.Refusal.Unacceptable if a day is not a date
     */
    static AuditFilter filter(UnaryOperator<String> field, ZoneId zone) {
        return new AuditFilter(
                MessageQuery.orNull(field.apply("who")),
                MessageQuery.orNull(field.apply("what")),
                MessageQuery.orNull(field.apply("on")),
                MessageQuery.start(field, "from", 0, zone),
                MessageQuery.start(field, "to", 1, zone));
    }
}
