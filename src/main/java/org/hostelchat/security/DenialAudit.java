package org.hostelchat.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.refusal.Refusal;

/**
 * Records in the audit log who was refused what they may not do, and tokens and keys that are not valid. Repetitions
 * are logged once a minute.
 */
@ApplicationScoped
public class DenialAudit {

    private static final Duration ONE_LINE_IN = Duration.ofMinutes(1);

    private AuditLog audit;

    protected DenialAudit() {}

    @Inject
    DenialAudit(AuditLog audit) {
        this.audit = audit;
    }

    /** Nothing is logged for callers who are not signed in: they are sent to the sign-in page. */
    void refused(HttpServletRequest request, Identity identity, Refusal.NotAllowed refusal) {
        identity.who()
                .ifPresent(who -> audit.recordOnce(
                        ONE_LINE_IN,
                        "not-allowed",
                        who.caller(),
                        "reason",
                        refusal.slug(),
                        "place",
                        RequestArea.of(request),
                        "address",
                        identity.origin().address()));
    }

    void wrongToken(Origin origin) {
        audit.recordOnce(ONE_LINE_IN, "token-wrong", null, "address", origin.address());
    }
}
