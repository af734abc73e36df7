package org.hostelchat.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.junit.jupiter.api.Test;

class AuditLogTest {

    @Test
    void aLineSaysWhatHappenedByWhomAndToWhat() {
        var warden = new Caller(7, "Warden", Role.ADMIN, false);
        assertEquals(
                "user-registered by=7 byName=\"Warden\" user=8 role=STUDENT name=\"आशा राव\" note=null",
                AuditLog.line(
                        "user-registered", warden, "user", 8, "role", Role.STUDENT, "name", "आशा राव", "note", null));
    }

    @Test
    void nobodyForgesALineByWayOfAName() {
        assertEquals(
                "sign-in-failed login=\"x\\u{22} by=1\\u{a}INFO: \\u{5c}\\u{1b}[2J\\u{2028}\\u{202e}\\u{d800}\"",
                AuditLog.line("sign-in-failed", null, "login", "x\" by=1\nINFO: \\\u001b[2J\u2028\u202e\ud800"));
    }
}
