package org.hostelchat.page.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.hostelchat.notice.NoticePosting;
import org.hostelchat.notice.NoticeView;
import org.hostelchat.notice.Notices;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Me;
import org.hostelchat.page.Parameters;

/** Withdraws a notice, after confirmation. */
@Named
@RequestScoped
public class WithdrawPage {

    @Inject
    private Me me;

    @Inject
    private Notices board;

    @Inject
    private NoticePosting posting;

    @Inject
    private FormOutcome outcome;

    private NoticeView notice;

    public void open() {
        notice = outcome.orNull(() -> board.find(me.caller(), Parameters.number("id")));
        outcome.needed(notice);
    }

    public void withdraw() {
        if (outcome.attempt(() -> posting.withdraw(me.caller(), Parameters.number("id")))) {
            outcome.go("/admin/notices?done=notice-withdrawn");
        }
    }

    public NoticeView getNotice() {
        return notice;
    }
}
