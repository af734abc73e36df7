package org.hostelchat.page.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.hostelchat.message.BlockingWriter;
import org.hostelchat.message.MessageDraft;
import org.hostelchat.message.MessageSearch;
import org.hostelchat.message.MessageSearch.Found;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Me;
import org.hostelchat.page.Parameters;

/** Deletes a message in any room, after confirmation. */
@Named
@RequestScoped
public class MessagePage {

    @Inject
    private Me me;

    @Inject
    private MessageSearch search;

    @Inject
    private BlockingWriter storing;

    @Inject
    private FormOutcome outcome;

    private Found found;

    public void open() {
        found = search.find(me.caller(), Parameters.number("room"), Parameters.number("seq"))
                .orElse(null);
        outcome.needed(found);
    }

    public void delete() {
        var draft = new MessageDraft.Delete(me.caller(), Parameters.number("room"), Parameters.number("seq"));
        if (outcome.attempt(() -> storing.store(draft))) outcome.go("/admin/messages?done=message-deleted");
    }

    public Found getFound() {
        return found;
    }
}
