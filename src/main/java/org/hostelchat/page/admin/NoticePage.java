package org.hostelchat.page.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.hostelchat.language.Phrase;
import org.hostelchat.notice.Acknowledgement;
import org.hostelchat.notice.Acknowledgements;
import org.hostelchat.notice.Acknowledgements.Share;
import org.hostelchat.notice.NoticePosting;
import org.hostelchat.notice.NoticeView;
import org.hostelchat.notice.Notices;
import org.hostelchat.notice.Reminders;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Listed;
import org.hostelchat.page.Me;
import org.hostelchat.page.PageFormat;
import org.hostelchat.page.PageSettings;
import org.hostelchat.page.PageWords;
import org.hostelchat.page.Parameters;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.AudienceRooms;
import org.hostelchat.user.RegisterColumn;

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
    private Acknowledgements acknowledgements;

    @Inject
    private NoticePosting posting;

    @Inject
    private Reminders reminders;

    @Inject
    private AudienceRooms rooms;

    @Inject
    private PageSettings settings;

    @Inject
    private FormOutcome outcome;

    @Inject
    private PageWords words;

    @Inject
    private PageFormat format;

    private NoticeView notice;
    private DraftForm draft = new DraftForm();
    private Listed<Acknowledgement> residents = Listed.none();
    private Acknowledgements.Tally tally;
    private List<Share> shares;
    private List<AudienceChoice.Column> columns;

    /**
     * Loads everything at the beginning of the request, because Faces evaluates the page before the action when a form
     * is sent.
     */
    @PostConstruct
    void load() {
        notice = outcome.orNull(() -> board.find(me.caller(), Parameters.number("id")));
        if (notice == null) return;
        draft = DraftForm.of(notice.draft(), settings.zone());
        if (isEdit()) draft.tick(AudienceChoice.sent(""));
        residents = Listed.of(
                acknowledgements.of(
                        me.caller(),
                        notice.id(),
                        AcknowledgedBy.choice(isShowDone(), getBy(), getValue()),
                        Parameters.number("after"),
                        PAGE + 1),
                PAGE);
        tally = acknowledgements.tally(me.caller(), notice.id());
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
        return isStanding() && isEdit() && Parameters.number("version") != notice.version();
    }

    /** Whether the form of the notice was sent. The one of the reminder does not contain the version. */
    private static boolean isEdit() {
        return Parameters.isPost() && Parameters.number("version") != 0;
    }

    /** Whether there is a text that could not be saved because the notice was taken down. */
    public boolean isUnsaved() {
        return isLate() && isEdit();
    }

    /** Whether the receipts are above the form; below it if the form has messages. */
    public boolean isReceiptsFirst() {
        return notice != null && notice.acknowledge() && !isOvertaken() && !isLate();
    }

    /** Whether they are at the end. Neither without a notice: the form by which one signs out does not name it. */
    public boolean isReceiptsLast() {
        return notice != null && !isReceiptsFirst();
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
            var changed = draft.toDraft(settings.zone(), notice.options());
            posting.edit(me.caller(), id, Parameters.number("version"), before -> changed, draft.isAskAgain());
        })) {
            outcome.go(
                    "/admin/notice?done=" + (draft.isAskAgain() ? "notice-asks-again" : "notice-saved") + "&id=" + id);
        }
    }

    /** Reminds those who have not acknowledged it. */
    public void remind() {
        var id = Parameters.number("id");
        if (outcome.attempt(() -> reminders.remind(me.caller(), id))) {
            outcome.go("/admin/notice?done=notice-reminded&id=" + id);
        }
    }

    public boolean isCanRemind() {
        return isStanding()
                && notice.shown()
                && notice.acknowledge()
                && !notice.isOver(LocalDate.now(settings.zone()))
                && tally.acknowledged() < tally.of();
    }

    /** The columns by which they can be counted. */
    public List<String> getGroups() {
        return RegisterColumn.OF_GROUPS.stream().map(RegisterColumn::code).toList();
    }

    public List<AudienceChoice.Column> getColumns() {
        // Faces evaluates this several times for one page.
        if (columns == null) columns = AudienceChoice.columns(rooms.values(me.caller()), draft.ticked());
        return columns;
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

    public Acknowledgements.Tally getTally() {
        return tally;
    }

    public boolean isShowDone() {
        return Parameters.get("show").equals("done");
    }

    public List<Acknowledgement> getResidents() {
        return residents.items();
    }

    /** The column of the register by which they are counted. */
    public String getBy() {
        return AcknowledgedBy.column(Parameters.get("by"), RegisterColumn.WING).code();
    }

    /** The value in this column of those who are listed; empty for all. */
    public String getValue() {
        return Parameters.get("value");
    }

    /** How many have acknowledged, by their values in the column. */
    public List<Share> getShares() {
        if (shares == null) {
            shares = acknowledgements.by(me.caller(), notice.id(), AcknowledgedBy.column(getBy(), RegisterColumn.WING));
        }
        return shares;
    }

    public Long getNext() {
        return residents.next(Acknowledgement::id);
    }
}
