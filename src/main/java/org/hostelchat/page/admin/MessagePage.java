package org.hostelchat.page.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.hostelchat.message.MessageDraft;
import org.hostelchat.message.MessageSearch;
import org.hostelchat.message.MessageSearch.Found;
import org.hostelchat.message.Storing;
import org.hostelchat.page.Answer;
import org.hostelchat.page.Me;
import org.hostelchat.page.Parameters;

/** Deletes somebody's message, in any room, once that is confirmed. */
@Named
@RequestScoped
public class MessagePage {

    @Inject
    private Me me;

    @Inject
    private MessageSearch search;

    @Inject
    private Storing storing;

    @Inject
    private Answer answer;

    private Found found;

    public void open() {
        found = search.find(me.caller(), Parameters.number("room"), Parameters.number("seq"))
                .orElse(null);
        answer.needed(found);
    }

    public void delete() {
        var draft = new MessageDraft.Delete(me.caller(), Parameters.number("room"), Parameters.number("seq"));
        if (answer.attempt(() -> storing.store(draft))) answer.go("/admin/messages?done=message-deleted");
    }

    public Found getFound() {
        return found;
    }
}
