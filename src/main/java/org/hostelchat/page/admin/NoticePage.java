package org.hostelchat.page.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.hostelchat.language.Phrase;
import org.hostelchat.notice.Acknowledgement;
import org.hostelchat.notice.NoticeDraft;
import org.hostelchat.notice.NoticeView;
import org.hostelchat.notice.Notices;
import org.hostelchat.notice.Receipts;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Listed;
import org.hostelchat.page.Me;
import org.hostelchat.page.PageFormat;
import org.hostelchat.page.PageWords;
import org.hostelchat.page.Parameters;
import org.hostelchat.refusal.Refusal;

/** Shows a notice and who has acknowledged it. */
@Named
@RequestScoped
public class NoticePage {

    private static final int PAGE = 100;

    @Inject
    private Me me;

    @Inject
    private Notices board;

    @Inject
    private Receipts receipts;

    @Inject
    private FormOutcome outcome;

    @Inject
    private PageWords words;

    @Inject
    private PageFormat format;

    private NoticeView notice;
    private DraftForm draft = new DraftForm();
    private Listed<Acknowledgement> residents = Listed.none();
    private Receipts.Tally tally;

    /**
     * Loads everything at the beginning of the request, because Faces evaluates the page before the action when a form
     * is sent.
     */
    @PostConstruct
    void load() {
        notice = outcome.orNull(() -> board.find(me.caller(), Parameters.number("id")));
        if (notice == null) return;
        draft = DraftForm.of(new NoticeDraft(notice.title(), notice.text(), notice.acknowledge(), notice.until()));
        residents = Listed.of(
                receipts.of(me.caller(), notice.id(), isShowDone(), Parameters.number("after"), PAGE + 1), PAGE);
        tally = receipts.tally(me.caller(), notice.id());
    }

    /**
     * Reports a form that was sent after the notice was withdrawn: the page then has no form that would show the
     * refusal.
     */
    public void open() {
        outcome.needed(notice);
        if (!isLate()) return;
        outcome.attempt(() -> {
            throw new Refusal.Conflict("conflict", Phrase.of("page.notice-taken-down"));
        });
    }

    /** Whether a change was sent after the notice was taken down. */
    public boolean isLate() {
        return notice != null && !isStanding() && Parameters.isPost();
    }

    /** Whether the change was made to an older version: the present text is then shown beside the form. */
    public boolean isOvertaken() {
        return isStanding() && Parameters.isPost() && Parameters.number("version") != notice.version();
    }

    /** Whether the receipts are above the form; below it if the form has messages. */
    public boolean isReceiptsFirst() {
        return notice != null && notice.acknowledge() && !isOvertaken() && !isLate();
    }

    public String getSentTitle() {
        return Parameters.get("title");
    }

    public String getSentText() {
        return Parameters.get("text");
    }

    public void save() {
        var id = Parameters.number("id");
        if (outcome.attempt(() -> {
            var changed = draft.toDraft();
            board.edit(me.caller(), id, Parameters.number("version"), before -> changed, draft.isAskAgain());
        })) {
            outcome.go(
                    "/admin/notice?done=" + (draft.isAskAgain() ? "notice-asks-again" : "notice-saved") + "&id=" + id);
        }
    }

    public NoticeView getNotice() {
        return notice;
    }

    public DraftForm getDraft() {
        return draft;
    }

    public boolean isStanding() {
        return notice != null && notice.withdrawnAt() == null;
    }

    public String getState() {
        return NoticeRow.state(notice, words, format);
    }

    public Receipts.Tally getTally() {
        return tally;
    }

    public boolean isShowDone() {
        return Parameters.get("show").equals("done");
    }

    public List<Acknowledgement> getResidents() {
        return residents.items();
    }

    public Long getNext() {
        return residents.next(Acknowledgement::id);
    }
}
