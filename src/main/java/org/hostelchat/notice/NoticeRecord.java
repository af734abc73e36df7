package org.hostelchat.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.function.Function;
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

    /** @param said what was posted */
    void posted(EntityManager em, Caller by, Notice notice, NoticeDraft said) {
        var act = of(AuditAct.NOTICE_POSTED, by, notice);
        changes(act, null, said);
        record(em, act, by, notice);
    }

    /** @param askAgain whether everybody must acknowledge it again */
    void edited(EntityManager em, Caller by, Notice notice, NoticeDraft before, NoticeDraft after, boolean askAgain) {
        var act = of(AuditAct.NOTICE_EDITED, by, notice);
        changes(act, before, after);
        record(em, act.change("askAgain", null, askAgain ? true : null), by, notice);
    }

    /** @param before null for none */
    private static void changes(AuditDraft act, NoticeDraft before, NoticeDraft after) {
        change(act, "title", before, after, NoticeDraft::title);
        change(act, "text", before, after, NoticeDraft::text);
        change(act, "acknowledge", before, after, NoticeDraft::acknowledge);
        change(act, "until", before, after, NoticeDraft::until);
        change(act, "audience", before, after, draft -> draft.options().audience());
        change(act, "category", before, after, draft -> draft.options().category());
        change(act, "pinned", before, after, draft -> draft.options().pinned() ? true : null);
        change(act, "from", before, after, draft -> draft.options().from());
        change(act, "acknowledgeBy", before, after, draft -> draft.options().acknowledgeBy());
    }

    private static void change(
            AuditDraft act, String field, NoticeDraft before, NoticeDraft after, Function<NoticeDraft, Object> value) {
        act.change(field, before == null ? null : value.apply(before), value.apply(after));
    }

    /** @param people how many were reminded */
    void reminded(EntityManager em, Caller by, Notice notice, long people) {
        record(em, of(AuditAct.NOTICE_REMINDED, by, notice).change("people", null, people), by, notice);
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
