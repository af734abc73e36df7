package org.hostelchat.page.admin;

import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hostelchat.audit.AuditFilter;

/** What the address of the console's record asks for, by the names of its fields. */
final class RecordQuery {

    static final List<String> FIELDS = List.of("who", "what", "on", "from", "to");

    private RecordQuery() {}

    /**
     * @param field gives what was filled in, empty for nothing
     * @param zone in which a day begins
     * @throws org.hostelchat.refusal.Refusal.Unacceptable if a day is none
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
