package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.hostelchat.principal.Caller;
import org.hostelchat.room.AudienceRooms;
import org.hostelchat.room.DirectoryEntry;
import org.hostelchat.room.Posting;
import org.hostelchat.room.RoomChange;
import org.hostelchat.room.RoomDirectory;
import org.hostelchat.room.RoomDraft;
import org.hostelchat.room.RoomKind;
import org.hostelchat.room.RoomMaking;
import org.hostelchat.room.RoomUpkeep;
import org.hostelchat.room.RoomView;
import org.hostelchat.room.Rooms;
import org.hostelchat.wire.Representation;
import org.hostelchat.wire.RoomForms;

/** Finds, creates, changes and closes rooms. */
@Path("rooms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RoomMakingResource {

    /** The kinds that this call can create. */
    public enum NewRoomKind {
        OPEN,
        GROUP,
        AUDIENCE
    }

    /**
     * @param past whether people who are added to a group later may read earlier messages
     * @param audience whom a room that follows the register is for
     */
    public record NewRoomBody(
            String name,
            NewRoomKind kind,
            Optional<String> topic,
            Optional<Posting> posting,
            Optional<List<Long>> people,
            boolean past,
            Optional<JsonValue> audience) {}

    /** The people in the room besides the caller. */
    public record PeopleBody(List<Long> people) {}

    /** What is to change; what is left out stays. */
    public record RoomChangeBody(
            Optional<String> name,
            Field<String> topic,
            Optional<Posting> posting,
            Optional<Long> slow,
            Field<Long> retention,
            Optional<JsonValue> audience) {}

    @Inject
    private Caller caller;

    @Inject
    private Rooms rooms;

    @Inject
    private RoomDirectory directory;

    @Inject
    private RoomMaking making;

    @Inject
    private RoomUpkeep upkeep;

    @Inject
    private AudienceRooms audiences;

    @GET
    @Path("directory")
    @Produces({MediaType.APPLICATION_JSON, CsvWriter.TEXT_CSV})
    public Listing<DirectoryEntry> directory(@QueryParam("text") String text, @BeanParam Paging paging) {
        return directory(Texts.query("text", text), paging.after(), paging.limit());
    }

    private Listing<DirectoryEntry> directory(String text, long after, int limit) {
        return Listing.of(
                RoomForms.DIRECTORY_ENTRY,
                directory.find(caller, text, after, limit + 1),
                limit,
                DirectoryEntry::id,
                next -> directory(text, (long) next, limit));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(NewRoomBody body) {
        var draft = new RoomDraft(
                RoomKind.valueOf(body.kind().name()),
                body.name(),
                body.topic().orElse(null),
                body.posting().orElse(Posting.ALL),
                body.past(),
                body.people().orElse(List.of()),
                body.audience().map(AudienceReader::read).orElse(null));
        var made = draft.kind() == RoomKind.AUDIENCE ? audiences.make(caller, draft) : making.make(caller, draft);
        return answer(Response.Status.CREATED, made);
    }

    /** There is exactly one direct room for the same people, whoever requests it first. */
    @POST
    @Path("direct")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response direct(PeopleBody body) {
        var direct = making.direct(caller, body.people());
        return answer(direct.created() ? Response.Status.CREATED : Response.Status.OK, direct.roomId());
    }

    private Response answer(Response.Status status, long room) {
        return Response.status(status)
                .location(URI.create("/api/rooms/" + room))
                .entity(RoomForms.ROOM.of(rooms.view(caller.id(), room)))
                .build();
    }

    @PATCH
    @Path("{room: \\d+}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Representation<RoomView> change(@PathParam("room") long room, RoomChangeBody body) {
        return RoomForms.ROOM.of(upkeep.change(
                caller,
                room,
                new RoomChange(
                        body.name().orElse(null),
                        body.topic().given(),
                        body.topic().value(),
                        body.posting().orElse(null),
                        body.slow().map(RoomMakingResource::number).orElse(null),
                        body.retention().given(),
                        body.retention().value() == null
                                ? null
                                : number(body.retention().value()),
                        body.audience().map(AudienceReader::read).orElse(null))));
    }

    /** Whom a room that follows the register is for. */
    @AdminsOnly
    @GET
    @Path("{room: \\d+}/audience")
    public Representation<AudienceRooms.Listed> audience(@PathParam("room") long room) {
        return RoomForms.AUDIENCE.of(audiences.find(caller, room));
    }

    /** What is too large is refused as such, and not taken for something else. */
    private static Integer number(long number) {
        return (int) Math.max(-1, Math.min(number, Integer.MAX_VALUE));
    }

    @DELETE
    @Path("{room: \\d+}")
    public void close(@PathParam("room") long room) {
        upkeep.close(caller, room);
    }
}
