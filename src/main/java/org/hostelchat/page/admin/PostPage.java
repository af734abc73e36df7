package org.hostelchat.page.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.hostelchat.notice.NoticeDrafts;
import org.hostelchat.notice.NoticePosting;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Me;
import org.hostelchat.page.PageSettings;
import org.hostelchat.page.Parameters;
import org.hostelchat.room.AudienceRooms;
import org.hostelchat.user.Register;

/** Posts a notice, keeps it as a draft, or takes a draft up again. */
@Named
@RequestScoped
public class PostPage {

    @Inject
    private Me me;

    @Inject
    private NoticePosting posting;

    @Inject
    private NoticeDrafts drafts;

    @Inject
    private AudienceRooms rooms;

    @Inject
    private Register register;

    @Inject
    private PageSettings settings;

    @Inject
    private FormOutcome outcome;

    private DraftForm draft = new DraftForm();
    private Long concerned;
    private List<AudienceChoice.Column> columns;

    /** A form that is sent back reads the page before it is shown, so everything is there from the beginning. */
    @PostConstruct
    void load() {
        if (Parameters.isPost()) {
            draft.tick(AudienceChoice.sent(""));
        } else if (getKept() != 0) {
            var kept = outcome.orNull(() -> drafts.find(me.caller(), getKept()));
            if (kept != null) draft = DraftForm.of(kept.draft(), settings.zone());
        }
    }

    public void post() {
        var kept = getKept() == 0 ? null : (Long) getKept();
        if (outcome.attempt(() -> posting.post(me.caller(), draft.toDraft(settings.zone()), kept))) {
            outcome.go("/admin/notices?done=" + (draft.getFrom().isBlank() ? "notice-posted" : "notice-later"));
        }
    }

    /** Counts whom it would concern; nothing is stored. */
    public void count() {
        outcome.attempt(() -> {
            var audience = draft.toAudience();
            concerned = audience == null
                    ? register.count(me.caller())
                    : rooms.preview(me.caller(), audience, 1).count();
        });
        // Nothing was done yet: the same form may be sent again.
        FormOutcome.question();
    }

    public void keep() {
        if (outcome.attempt(() -> {
            var written = draft.toDraft(settings.zone());
            if (getKept() == 0) drafts.keep(me.caller(), written);
            else drafts.change(me.caller(), getKept(), written);
        })) outcome.go("/admin/notices?done=draft-kept");
    }

    public DraftForm getDraft() {
        return draft;
    }

    /** The number of the draft that is taken up; 0 for none. */
    public long getKept() {
        return Parameters.number("draft");
    }

    /** How many it would concern; null if nobody has asked. */
    public Long getConcerned() {
        return concerned;
    }

    public List<AudienceChoice.Column> getColumns() {
        // Faces evaluates this several times for one page.
        if (columns == null) columns = AudienceChoice.columns(rooms.values(me.caller()), draft.ticked());
        return columns;
    }
}
