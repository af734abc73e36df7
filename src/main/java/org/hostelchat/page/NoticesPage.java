package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.hostelchat.notice.NoticeView;
import org.hostelchat.notice.Notices;
import org.hostelchat.notice.Receipts;
import org.hostelchat.refusal.Refusal;

/**
 * The board. Who has looked at a page of it has read what stands on that page: the one thing that a GET changes, see SECURITY.md.
 */
@Named
@RequestScoped
public class NoticesPage {

    private static final System.Logger LOG = System.getLogger(NoticesPage.class.getName());
    private static final int PAGE = 20;

    @Inject
    private Me me;

    @Inject
    private Notices board;

    @Inject
    private Receipts receipts;

    @Inject
    private FormOutcome outcome;

    private Listed<NoticeView> notices = Listed.none();

    public void open() {
        var acknowledge = Parameters.isPost() ? Parameters.number("acknowledge") : 0;
        if (acknowledge > 0 && outcome.attempt(() -> receipts.acknowledge(me.caller(), acknowledge))) {
            outcome.go("/notices?done=acknowledged");
            return;
        }
        notices = Listed.of(board.list(me.caller(), Parameters.number("after"), PAGE + 1), PAGE);
        var fresh = notices.items().stream()
                .filter(notice -> !notice.read())
                .map(NoticeView::id)
                .toList();
        if (!fresh.isEmpty() && !Parameters.isHead()) noteAsRead(fresh);
    }

    /** What can't be noted now is noted the next time: the board is read all the same. */
    private void noteAsRead(List<Long> notices) {
        try {
            receipts.markRead(me.caller(), notices);
        } catch (Refusal.Unavailable later) {
            LOG.log(System.Logger.Level.DEBUG, "Not noted as read", later);
        }
    }

    public List<NoticeView> getNotices() {
        return notices.items();
    }

    /** What the next page begins after, or null. */
    public Long getNext() {
        return notices.next(NoticeView::id);
    }
}
