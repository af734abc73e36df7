package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hostelchat.changelog.ChangeTail;
import org.hostelchat.notice.NoticeView;
import org.hostelchat.notice.Notices;
import org.hostelchat.notice.Receipts;
import org.hostelchat.refusal.Refusal;

/**
 * The notice board. Viewing a page of it marks the notices on it as read; this is the only GET with an effect, see
 * SECURITY.md.
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

    @Inject
    private PageFormat format;

    @Inject
    private ChangeTail changeTail;

    private Listed<NoticeView> rest = Listed.none();
    private List<NoticeView> notices = List.of();
    private long changes;

    public void open() {
        var acknowledge = Parameters.isPost() ? Parameters.number("acknowledge") : 0;
        if (acknowledge > 0 && outcome.attempt(() -> acknowledge(acknowledge))) {
            outcome.go("/notices?done=acknowledged" + further() + "#notice-" + acknowledge);
            return;
        }
        // Before the list is read: later changes are pushed, or requested by number.
        changes = changeTail.told();
        rest = Listed.of(board.rest(me.caller(), chosen(), getAfter(), PAGE + 1), PAGE);
        // What is raised is above the newest, and on the first page only.
        notices = new ArrayList<>(getAfter() == 0 ? board.raised(me.caller(), chosen()) : List.of());
        notices.addAll(rest.items());
        if (isFetched()) return;
        var fresh = notices.stream()
                .filter(notice -> !notice.read())
                .map(NoticeView::id)
                .toList();
        if (!fresh.isEmpty() && !Parameters.isHead()) noteAsRead(fresh);
    }

    private void acknowledge(long notice) {
        var version = Parameters.number("version");
        receipts.acknowledge(me.caller(), notice, version == 0 ? null : (Long) version);
    }

    /** The parameters that keep the position in the list. */
    private String further() {
        var after = Parameters.number("after");
        return (after == 0 ? "" : "&after=" + after)
                + (getCategory().isEmpty() ? "" : "&category=" + format.query(getCategory()));
    }

    /** The category of the notices that are shown; empty for all. */
    public String getCategory() {
        return Parameters.get("category");
    }

    private String chosen() {
        return getCategory().isEmpty() ? null : getCategory();
    }

    public List<String> getCategories() {
        return board.categories(me.caller());
    }

    /** Whether it should have been acknowledged by now. */
    public boolean isOverdue(NoticeView notice) {
        return notice.isOverdue(Instant.now());
    }

    /** Whether a script requests the page to update the list. It reports by itself which notices were on the screen. */
    private static boolean isFetched() {
        return !Parameters.get("fetched").isEmpty();
    }

    /** The last change that the page includes. */
    public long getChanges() {
        return changes;
    }

    /** The number after which this page of the list begins; 0 on the first page. */
    public long getAfter() {
        return Parameters.number("after");
    }

    /** Failures are ignored: the board is shown, and the next visit marks the notices. */
    private void noteAsRead(List<Long> notices) {
        try {
            receipts.markRead(me.caller(), notices);
        } catch (Refusal.Unavailable later) {
            LOG.log(System.Logger.Level.DEBUG, "Not noted as read", later);
        }
    }

    public List<NoticeView> getNotices() {
        return notices;
    }

    /** The number after which the next page begins, or null. */
    public Long getNext() {
        return rest.next(NoticeView::id);
    }
}
