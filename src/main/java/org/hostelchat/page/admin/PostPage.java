package org.hostelchat.page.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.hostelchat.notice.Notices;
import org.hostelchat.page.Answer;
import org.hostelchat.page.Me;

/** Puts a notice on the board. */
@Named
@RequestScoped
public class PostPage {

    @Inject
    private Me me;

    @Inject
    private Notices board;

    @Inject
    private Answer answer;

    private final DraftForm draft = new DraftForm();

    public void post() {
        if (answer.attempt(() -> board.post(me.caller(), draft.toDraft()))) {
            answer.go("/admin/notices?done=notice-posted");
        }
    }

    public DraftForm getDraft() {
        return draft;
    }
}
