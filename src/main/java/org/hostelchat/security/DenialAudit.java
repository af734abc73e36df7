package org.hostelchat.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.refusal.Refusal;

/**
 * Leaves a trace in the audit log of who was refused what they may not do, and of tokens and keys that open nothing. The same
 * again is one line a minute.
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

    /** A stranger leaves none: nothing is theirs, and they are sent to the front door. */
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
