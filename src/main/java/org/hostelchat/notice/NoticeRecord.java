package org.hostelchat.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditDraft;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.principal.Caller;

/**
 * Records changes of notices and writes them to the audit log; the record has the texts before and after. To be called
 * within the caller's transaction, as its last step. Thread-safe.
 */
@ApplicationScoped
class NoticeRecord {

    private final AuditLog log;
    private final AuditTrail trail;

    @Inject
    NoticeRecord(AuditLog log, AuditTrail trail) {
        this.log = log;
        this.trail = trail;
    }

    /** For the CDI proxy. */
    protected NoticeRecord() {
        this(null, null);
    }

    void posted(EntityManager em, Caller by, Notice notice) {
        var said = notice.draft();
        record(
                em,
                of(AuditAct.NOTICE_POSTED, by, notice)
                        .change("title", null, said.title())
                        .change("text", null, said.text())
                        .change("acknowledge", null, said.acknowledge())
                        .change("until", null, said.until()),
                by,
                notice);
    }

    /** @param askAgain whether everybody must acknowledge it again */
    void edited(EntityManager em, Caller by, Notice notice, NoticeDraft before, boolean askAgain) {
        var after = notice.draft();
        record(
                em,
                of(AuditAct.NOTICE_EDITED, by, notice)
                        .change("title", before.title(), after.title())
                        .change("text", before.text(), after.text())
                        .change("acknowledge", before.acknowledge(), after.acknowledge())
                        .change("until", before.until(), after.until())
                        .change("askAgain", null, askAgain ? true : null),
                by,
                notice);
    }

    void withdrawn(EntityManager em, Caller by, Notice notice) {
        record(em, of(AuditAct.NOTICE_WITHDRAWN, by, notice), by, notice);
    }

    private static AuditDraft of(AuditAct act, Caller by, Notice notice) {
        return AuditDraft.of(act, by).on("notice", notice.id(), notice.title());
    }

    private void record(EntityManager em, AuditDraft act, Caller by, Notice notice) {
        log.recordOnSuccess(act.code(), by, "notice", notice.id());
        trail.record(em, act);
    }
}
