package org.hostelchat.notice;

import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditDraft;
import org.hostelchat.principal.Caller;

/** What the record says of notices: what they said, before and after. */
final class NoticeRecord {

    private NoticeRecord() {}

    static AuditDraft posted(Caller by, Notice notice) {
        var draft = of(AuditAct.NOTICE_POSTED, by, notice);
        var said = notice.draft();
        return draft.change("title", null, said.title())
                .change("text", null, said.text())
                .change("acknowledge", null, said.acknowledge())
                .change("until", null, said.until());
    }

    /** @param askAgain whether everybody has to acknowledge it anew */
    static AuditDraft edited(Caller by, Notice notice, NoticeDraft before, boolean askAgain) {
        var after = notice.draft();
        return of(AuditAct.NOTICE_EDITED, by, notice)
                .change("title", before.title(), after.title())
                .change("text", before.text(), after.text())
                .change("acknowledge", before.acknowledge(), after.acknowledge())
                .change("until", before.until(), after.until())
                .change("askAgain", null, askAgain ? true : null);
    }

    static AuditDraft withdrawn(Caller by, Notice notice) {
        return of(AuditAct.NOTICE_WITHDRAWN, by, notice);
    }

    private static AuditDraft of(AuditAct act, Caller by, Notice notice) {
        return AuditDraft.of(act, by).on("notice", notice.id(), notice.title());
    }
}
