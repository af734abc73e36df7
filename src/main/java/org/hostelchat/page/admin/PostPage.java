package org.hostelchat.page.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.hostelchat.notice.NoticePosting;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Me;
import org.hostelchat.page.PageSettings;

/** Posts a notice. */
@Named
@RequestScoped
public class PostPage {

    @Inject
    private Me me;

    @Inject
    private NoticePosting posting;

    @Inject
    private PageSettings settings;

    @Inject
    private FormOutcome outcome;

    private final DraftForm draft = new DraftForm();

    public void post() {
        if (outcome.attempt(() -> posting.post(me.caller(), draft.toDraft(settings.zone())))) {
            outcome.go("/admin/notices?done=notice-posted");
        }
    }

    public DraftForm getDraft() {
        return draft;
    }
}
