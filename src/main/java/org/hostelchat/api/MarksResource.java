package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.hostelchat.message.BlockingWriter;
import org.hostelchat.message.HistoryItem;
import org.hostelchat.message.MessageDraft;
import org.hostelchat.message.MessageHistory;
import org.hostelchat.principal.Caller;
import org.hostelchat.wire.EventForms;
import org.hostelchat.wire.Representation;

/** Reactions to what was said, and pins. */
@Path("rooms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MarksResource {

    private static final String MESSAGE = "{room: \\d+}/messages/by-seq/{seq: \\d+}";

    @Inject
    private Caller caller;

    @Inject
    private MessageHistory history;

    @Inject
    private BlockingWriter storing;

    @PUT
    @Path(MESSAGE + "/reactions/{emoji}")
    public void react(@PathParam("room") long room, @PathParam("seq") long seq, @PathParam("emoji") String emoji) {
        storing.store(new MessageDraft.React(caller, room, seq, emoji, true));
    }

    @DELETE
    @Path(MESSAGE + "/reactions/{emoji}")
    public void takeBack(@PathParam("room") long room, @PathParam("seq") long seq, @PathParam("emoji") String emoji) {
        storing.store(new MessageDraft.React(caller, room, seq, emoji, false));
    }

    @PUT
    @Path(MESSAGE + "/pin")
    public void pin(@PathParam("room") long room, @PathParam("seq") long seq) {
        storing.store(new MessageDraft.Pin(caller, room, seq, true));
    }

    @DELETE
    @Path(MESSAGE + "/pin")
    public void unpin(@PathParam("room") long room, @PathParam("seq") long seq) {
        storing.store(new MessageDraft.Pin(caller, room, seq, false));
    }

    /** All of them: there are few. */
    @GET
    @Path("{room: \\d+}/pins")
    public Representation<List<HistoryItem>> pins(@PathParam("room") long room) {
        return EventForms.PINS.of(history.pins(caller, room));
    }
}
