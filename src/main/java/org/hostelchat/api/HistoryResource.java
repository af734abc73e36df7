package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.stream.Stream;
import org.hostelchat.language.Phrase;
import org.hostelchat.message.HistoryPage;
import org.hostelchat.message.MessageHistory;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.wire.EventForms;
import org.hostelchat.wire.Representation;

/** The messages of a room in their present state. */
@Path("rooms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HistoryResource {

    private static final int USUAL = 50;

    @Inject
    private Caller caller;

    @Inject
    private MessageHistory history;

    @GET
    @Path("{room: \\d+}/history")
    public Representation<HistoryPage> page(
            @PathParam("room") long room,
            @QueryParam("before") String before,
            @QueryParam("after") String after,
            @QueryParam("around") String around,
            @QueryParam("limit") String limit) {
        if (Stream.of(before, after, around).filter(Objects::nonNull).count() > 1) {
            throw new Refusal.Unacceptable("wrong-parameter", "before", Phrase.of("api.one-position"));
        }
        return EventForms.HISTORY.of(
                page(room, before, after, around, Paging.limit(limit, USUAL, MessageHistory.LARGEST_PAGE)));
    }

    private HistoryPage page(long room, String before, String after, String around, int limit) {
        if (after != null) return history.after(caller, room, Paging.number("after", after, 0), limit);
        if (around != null) return history.around(caller, room, Paging.number("around", around, 0), limit);
        return history.before(
                caller, room, before == null ? null : Long.valueOf(Paging.number("before", before, 0)), limit);
    }
}
