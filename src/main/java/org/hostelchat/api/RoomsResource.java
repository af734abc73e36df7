package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hostelchat.message.BlockingWriter;
import org.hostelchat.message.MessageDraft;
import org.hostelchat.message.MessageLog;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Rooms;

/** The rooms one is in, and what is said there. */
@Path("rooms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RoomsResource {

    private static final Pattern UUID_FORM =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    /** What somebody says. */
    public record Words(String body) {}

    /** Where it stands. */
    public record PostReceipt(long seq, Instant at) {}

    @Inject
    private Caller caller;

    @Inject
    private Rooms rooms;

    @Inject
    private MessageLog log;

    @Inject
    private BlockingWriter storing;

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvWriter.TEXT_CSV})
    public Listing<RoomBody> list(@BeanParam Paging paging) {
        var own = rooms.of(caller).stream().map(RoomBody::of).toList();
        return Listing.of(RoomBody.class, own, RoomBody::id, paging.after(), paging.limit());
    }

    /** {@code next} goes on in the direction of the request: forward after {@code after}, else back before {@code before}. */
    @GET
    @Path("{room: \\d+}/messages")
    @Produces({MediaType.APPLICATION_JSON, CsvWriter.TEXT_CSV})
    public Listing<EventBody> messages(
            @PathParam("room") long room, @QueryParam("before") String before, @BeanParam Paging paging) {
        var end = before == null ? null : (Long) Paging.number("before", before, 0);
        return paging.after == null
                ? backward(room, end, paging.limit())
                : forward(room, end, paging.after(), paging.limit());
    }

    private Listing<EventBody> forward(long room, Long before, long after, int limit) {
        var read = events(room, before, after, limit);
        return Listing.of(
                EventBody.class, read, limit, EventBody::seq, next -> forward(room, before, (long) next, limit));
    }

    private Listing<EventBody> backward(long room, Long before, int limit) {
        var read = events(room, before, null, limit);
        if (read.size() <= limit) return new Listing<>(EventBody.class, read, null, next -> backward(room, 0L, limit));
        var page = read.subList(1, read.size());
        return new Listing<>(EventBody.class, page, page.get(0).seq(), next -> backward(room, (long) next, limit));
    }

    private List<EventBody> events(long room, Long before, Long after, int limit) {
        return log.page(caller, room, before, after, limit + 1).stream()
                .map(EventBody::of)
                .toList();
    }

    @PUT
    @Path("{room: \\d+}/messages/{clientId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response post(@PathParam("room") long room, @PathParam("clientId") String clientId, Words words) {
        if (!UUID_FORM.matcher(clientId).matches()) {
            throw new Refusal.Unacceptable("client-id", "clientId", "The last part of the path has to be a UUID.");
        }
        var stored = storing.store(new MessageDraft.Post(caller, room, UUID.fromString(clientId), words.body()));
        return Response.status(stored.first() ? Response.Status.CREATED : Response.Status.OK)
                .entity(new PostReceipt(stored.seq(), stored.at()))
                .build();
    }

    @PATCH
    @Path("{room: \\d+}/messages/by-seq/{seq: \\d+}")
    @Consumes(MediaType.APPLICATION_JSON)
    public PostReceipt edit(@PathParam("room") long room, @PathParam("seq") long seq, Words words) {
        var stored = storing.store(new MessageDraft.Edit(caller, room, seq, words.body()));
        return new PostReceipt(stored.seq(), stored.at());
    }

    @DELETE
    @Path("{room: \\d+}/messages/by-seq/{seq: \\d+}")
    public void delete(@PathParam("room") long room, @PathParam("seq") long seq) {
        storing.store(new MessageDraft.Delete(caller, room, seq));
    }
}
