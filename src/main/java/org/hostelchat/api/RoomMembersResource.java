package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;
import org.hostelchat.presence.Presence;
import org.hostelchat.presence.PresenceBoard;
import org.hostelchat.principal.Caller;
import org.hostelchat.room.Involvement;
import org.hostelchat.room.Memberships;
import org.hostelchat.wire.RoomForms;
import org.hostelchat.wire.RoomForms.MemberHere;

/** The members of a room, and the caller's notification level. */
@Path("rooms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RoomMembersResource {

    private static final String MEMBER = "{room: \\d+}/members/{userId: \\d+}";

    /** Of what the caller wants to be notified. */
    public record InvolvementBody(Involvement level) {}

    @Inject
    private Caller caller;

    @Inject
    private Memberships memberships;

    @Inject
    private PresenceBoard board;

    @GET
    @Path("{room: \\d+}/members")
    @Produces({MediaType.APPLICATION_JSON, CsvWriter.TEXT_CSV})
    public Listing<MemberHere> members(@PathParam("room") long room, @BeanParam Paging paging) {
        return members(room, paging.after(), paging.limit());
    }

    private Listing<MemberHere> members(long room, long after, int limit) {
        var here = board.here().stream().map(Presence::id).collect(Collectors.toSet());
        var read = memberships.list(caller, room, after, limit + 1).stream()
                .map(member -> new MemberHere(member, here.contains(member.id())))
                .toList();
        return Listing.of(
                RoomForms.MEMBER, read, limit, one -> one.member().id(), next -> members(room, (long) next, limit));
    }

    @PUT
    @Path(MEMBER)
    public void add(@PathParam("room") long room, @PathParam("userId") long userId) {
        memberships.add(caller, room, userId);
    }

    @DELETE
    @Path(MEMBER)
    public void remove(@PathParam("room") long room, @PathParam("userId") long userId) {
        memberships.remove(caller, room, userId);
    }

    @PUT
    @Path("{room: \\d+}/involvement")
    @Consumes(MediaType.APPLICATION_JSON)
    public void involve(@PathParam("room") long room, InvolvementBody body) {
        memberships.involve(caller, room, body.level());
    }
}
