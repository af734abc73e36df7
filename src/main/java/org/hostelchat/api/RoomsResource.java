package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hostelchat.language.Phrase;
import org.hostelchat.message.BlockingWriter;
import org.hostelchat.message.MessageDraft;
import org.hostelchat.message.MessageLog;
import org.hostelchat.message.References;
import org.hostelchat.message.RoomEvent;
import org.hostelchat.message.Stored;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.RoomAccess;
import org.hostelchat.room.RoomView;
import org.hostelchat.room.Rooms;
import org.hostelchat.wire.EventForms;
import org.hostelchat.wire.ReferencesReader;
import org.hostelchat.wire.Representation;
import org.hostelchat.wire.RoomForms;

/** The caller's rooms and their events. */
@Path("rooms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RoomsResource {

    private static final Pattern UUID_FORM =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    /** Other words for what was said. */
    public record Words(String body) {}

    /**
     * What somebody says. Among {@code mentions} or by {@code room} everybody may be mentioned: {@link ReferencesReader}. A {@code room} that
     * is anything but true is ignored: clients of the socket send the room's number under this name.
     */
    public record NewPost(
            String body,
            Optional<Long> replyTo,
            Optional<JsonValue> mentions,
            Optional<JsonValue> room,
            Optional<JsonValue> files) {
        References references() {
            return ReferencesReader.read(
                    replyTo.orElse(null),
                    mentions.orElse(null),
                    room.filter(JsonValue.TRUE::equals).isPresent(),
                    files.orElse(null));
        }
    }

    @Inject
    private Caller caller;

    @Inject
    private Rooms rooms;

    @Inject
    private RoomAccess access;

    @Inject
    private MessageLog log;

    @Inject
    private BlockingWriter storing;

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvWriter.TEXT_CSV})
    public Listing<RoomView> list(@BeanParam Paging paging) {
        return Listing.of(RoomForms.ROOM, rooms.of(caller), RoomView::id, paging.after(), paging.limit());
    }

    /** One of them: where the {@code Location} of a room that was made leads. */
    @GET
    @Path("{room: \\d+}")
    public Representation<RoomView> get(@PathParam("room") long room) {
        return RoomForms.ROOM.of(
                rooms.view(caller.id(), access.require(caller, room).room().id()));
    }

    /**
     * {@code next} continues in the direction of the request: forward after {@code after}, else back before {@code
     * before}.
     */
    @GET
    @Path("{room: \\d+}/messages")
    @Produces({MediaType.APPLICATION_JSON, CsvWriter.TEXT_CSV})
    public Listing<RoomEvent> messages(
            @PathParam("room") long room, @QueryParam("before") String before, @BeanParam Paging paging) {
        var end = before == null ? null : (Long) Paging.number("before", before, 0);
        return paging.after == null
                ? backward(room, end, paging.limit())
                : forward(room, end, paging.after(), paging.limit());
    }

    private Listing<RoomEvent> forward(long room, Long before, long after, int limit) {
        var read = events(room, before, after, limit);
        return Listing.of(
                EventForms.EVENT, read, limit, RoomEvent::seq, next -> forward(room, before, (long) next, limit));
    }

    private Listing<RoomEvent> backward(long room, Long before, int limit) {
        var read = events(room, before, null, limit);
        if (read.size() <= limit) return new Listing<>(EventForms.EVENT, read, null, next -> backward(room, 0L, limit));
        var page = read.subList(1, read.size());
        return new Listing<>(EventForms.EVENT, page, page.get(0).seq(), next -> backward(room, (long) next, limit));
    }

    private List<RoomEvent> events(long room, Long before, Long after, int limit) {
        return log.page(caller, room, before, after, limit + 1);
    }

    @PUT
    @Path("{room: \\d+}/messages/{clientId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response post(@PathParam("room") long room, @PathParam("clientId") String clientId, NewPost post) {
        if (!UUID_FORM.matcher(clientId).matches()) {
            throw new Refusal.Unacceptable("client-id", "clientId", Phrase.of("api.client-id"));
        }
        var stored = storing.store(
                new MessageDraft.Post(caller, room, UUID.fromString(clientId), post.body(), post.references()));
        return Response.status(stored.first() ? Response.Status.CREATED : Response.Status.OK)
                .entity(EventForms.STORED.of(stored))
                .build();
    }

    @PATCH
    @Path("{room: \\d+}/messages/by-seq/{seq: \\d+}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Representation<Stored> edit(@PathParam("room") long room, @PathParam("seq") long seq, Words words) {
        return EventForms.STORED.of(storing.store(new MessageDraft.Edit(caller, room, seq, words.body())));
    }

    @DELETE
    @Path("{room: \\d+}/messages/by-seq/{seq: \\d+}")
    public void delete(@PathParam("room") long room, @PathParam("seq") long seq) {
        storing.store(new MessageDraft.Delete(caller, room, seq));
    }
}
