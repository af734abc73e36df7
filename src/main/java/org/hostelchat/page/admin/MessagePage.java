package org.hostelchat.page.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.hostelchat.message.MessageDraft;
import org.hostelchat.message.MessageSearch;
import org.hostelchat.message.MessageSearch.Cursor;
import org.hostelchat.message.MessageSearch.Filter;
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
        var room = Parameters.number("room");
        var seq = Parameters.number("seq");
        var before = new Cursor(Instant.ofEpochMilli(Parameters.number("at")), room, seq - 1);
        found = search.find(me.caller(), new Filter(room, null, null, null, null), before, 1).stream()
                .filter(next -> next.event().seq() == seq)
                .findFirst()
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
