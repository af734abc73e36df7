package org.hostelchat.page.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.hostelchat.notice.NoticeView;
import org.hostelchat.notice.Notices;
import org.hostelchat.page.Answer;
import org.hostelchat.page.Me;
import org.hostelchat.page.Parameters;

/** Takes a notice off the board, once that is confirmed. */
@Named
@RequestScoped
public class WithdrawPage {

    @Inject
    private Me me;

    @Inject
    private Notices board;

    @Inject
    private Answer answer;

    private NoticeView notice;

    public void open() {
        notice = answer.orNull(() -> board.find(me.caller(), Parameters.number("id")));
        answer.needed(notice);
    }

    public void withdraw() {
        if (answer.attempt(() -> board.withdraw(me.caller(), Parameters.number("id")))) {
            answer.go("/admin/notices?done=notice-withdrawn");
        }
    }

    public NoticeView getNotice() {
        return notice;
    }
}
