package org.hostelchat.page.admin;

import org.hostelchat.notice.NoticeView;
import org.hostelchat.notice.Receipts.Tally;
import org.hostelchat.page.House;

/** A notice with how many have acknowledged it. */
public record NoticeRow(NoticeView notice, Tally tally) {

    public String share() {
        return tally.acknowledged() + " of " + tally.of();
    }

    public String state() {
        return state(notice);
    }

    static String state(NoticeView notice) {
        if (notice.withdrawnAt() != null) return "withdrawn";
        if (notice.until() != null) return "until " + House.day(notice.until());
        return notice.editedAt() == null ? "on the board" : "on the board, changed";
    }
}
