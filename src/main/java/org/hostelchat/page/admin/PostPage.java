package org.hostelchat.page.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.hostelchat.notice.Notices;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Me;

/** Posts a notice. */
@Named
@RequestScoped
public class PostPage {

    @Inject
    private Me me;

    @Inject
    private Notices board;

    @Inject
    private FormOutcome outcome;

    private final DraftForm draft = new DraftForm();

    public void post() {
        if (outcome.attempt(() -> board.post(me.caller(), draft.toDraft()))) {
            outcome.go("/admin/notices?done=notice-posted");
        }
    }

    public DraftForm getDraft() {
        return draft;
    }
}
