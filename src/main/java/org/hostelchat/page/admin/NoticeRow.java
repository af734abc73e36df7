package org.hostelchat.page.admin;

import java.util.List;
import org.hostelchat.notice.NoticeView;
import org.hostelchat.notice.Receipts;
import org.hostelchat.notice.Receipts.Tally;
import org.hostelchat.page.PageFormat;
import org.hostelchat.principal.Caller;

/**
 * A notice with how many have acknowledged it.
 *
 * @param tally null where nobody was asked to
 */
public record NoticeRow(NoticeView notice, Tally tally) {

    static List<NoticeRow> of(List<NoticeView> notices, Receipts receipts, Caller caller) {
        var asking = notices.stream()
                .filter(NoticeView::acknowledge)
                .map(NoticeView::id)
                .toList();
        var tallies = receipts.tallies(caller, asking);
        return notices.stream()
                .map(notice -> new NoticeRow(notice, tallies.get(notice.id())))
                .toList();
    }

    public String share() {
        return tally.acknowledged() + " of " + tally.of();
    }

    public String state() {
        return state(notice);
    }

    static String state(NoticeView notice) {
        if (notice.withdrawnAt() != null) return "taken down";
        var state = notice.until() == null ? "on the board" : "until " + PageFormat.day(notice.until());
        return notice.editedAt() == null ? state : state + ", changed";
    }
}
