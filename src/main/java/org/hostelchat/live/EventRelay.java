package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCodes;
import org.hostelchat.auth.SessionsEnded;
import org.hostelchat.notice.NoticeEdited;
import org.hostelchat.notice.NoticePosted;
import org.hostelchat.notice.ReceiptChanged;
import org.hostelchat.user.UserChanged;
import org.hostelchat.user.UserErased;

/** Brings what the core did, once it is committed, to the lines that it concerns. */
@ApplicationScoped
public class EventRelay {

    @Inject
    private OpenLines lines;

    @Inject
    private Notifier notifier;

    void sessionsEnded(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionsEnded ended) {
        notifier.dismiss(
                ended.userId(),
                connection -> ended.ends(connection.sessionId()),
                CloseReasons.SIGNED_OUT,
                CloseCodes.VIOLATED_POLICY);
    }

    void userErased(@Observes(during = TransactionPhase.AFTER_SUCCESS) UserErased erased) {
        notifier.dismiss(erased.userId(), connection -> true, CloseReasons.SIGNED_OUT, CloseCodes.VIOLATED_POLICY);
    }

    void userChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) UserChanged changed) {
        for (var connection : lines.of(changed.userId())) {
            var before = connection.caller();
            connection.become(before.as(changed.name(), changed.role()));
        }
    }

    void noticePosted(@Observes(during = TransactionPhase.AFTER_SUCCESS) NoticePosted posted) {
        notifier.tellEverybody(OutboundFrames.notice(posted.notice()));
    }

    void noticeEdited(@Observes(during = TransactionPhase.AFTER_SUCCESS) NoticeEdited edited) {
        notifier.tellEverybody(OutboundFrames.notice(edited.notice()));
    }

    void receiptChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReceiptChanged changed) {
        notifier.tellOwn(changed.userId(), OutboundFrames.receipt(changed));
    }
}
