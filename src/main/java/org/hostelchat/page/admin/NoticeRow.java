package org.hostelchat.page.admin;

import java.util.List;
import org.hostelchat.notice.Acknowledgements;
import org.hostelchat.notice.Acknowledgements.Tally;
import org.hostelchat.notice.NoticeView;
import org.hostelchat.page.PageFormat;
import org.hostelchat.page.PageWords;
import org.hostelchat.principal.Caller;

/**
 * A notice with the number of acknowledgements.
 *
 * @param tally null if no acknowledgement was requested
 * @param share the tally for people; null likewise
 * @param state the notice's state for people
 */
public record NoticeRow(NoticeView notice, Tally tally, String share, String state) {

    static List<NoticeRow> of(
            List<NoticeView> notices,
            Acknowledgements acknowledgements,
            Caller caller,
            PageWords words,
            PageFormat format) {
        var asking = notices.stream()
                .filter(NoticeView::acknowledge)
                .map(NoticeView::id)
                .toList();
        var tallies = acknowledgements.tallies(caller, asking);
        return notices.stream()
                .map(notice -> {
                    var tally = tallies.get(notice.id());
                    return new NoticeRow(notice, tally, share(tally, words), state(notice, words, format));
                })
                .toList();
    }

    private static String share(Tally tally, PageWords words) {
        return tally == null ? null : words.of("board.share", "done", tally.acknowledged(), "of", tally.of());
    }

    static String state(NoticeView notice, PageWords words, PageFormat format) {
        if (notice.withdrawnAt() != null) return words.get("board.state.taken-down");
        if (!notice.shown())
            return words.of(
                    "board.state.later", "time", format.time(notice.options().from()));
        var changed = notice.editedAt() == null ? "" : "-changed";
        if (notice.until() == null) return words.get("board.state.standing" + changed);
        return words.of("board.state.until" + changed, "day", format.day(notice.until()));
    }
}
