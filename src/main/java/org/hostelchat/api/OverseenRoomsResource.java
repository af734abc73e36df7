package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.OverseenRooms;
import org.hostelchat.room.OverseenRooms.Overseen;
import org.hostelchat.room.RoomKind;
import org.hostelchat.wire.RoomForms;

/** All rooms that officials may see, whether they are in them or not. */
@Path("rooms/all")
@RequestScoped
@AdminsOnly
@Produces({MediaType.APPLICATION_JSON, CsvWriter.TEXT_CSV})
public class OverseenRoomsResource {

    @Inject
    private Caller caller;

    @Inject
    private OverseenRooms rooms;

    @GET
    public Listing<Overseen> list(
            @QueryParam("kind") String kind, @QueryParam("q") String text, @BeanParam Paging paging) {
        return list(kind(kind), text, paging.after(), paging.limit());
    }

    private Listing<Overseen> list(RoomKind kind, String text, long after, int limit) {
        return Listing.of(
                RoomForms.OVERSEEN,
                rooms.list(caller, kind, text, after, limit + 1),
                limit,
                overseen -> overseen.room().id(),
                next -> list(kind, text, (long) next, limit));
    }

    /** Of those that are listed; null for all. */
    private static RoomKind kind(String asked) {
        if (asked == null || asked.isEmpty()) return null;
        for (var kind : RoomKind.values()) {
            if (kind == kind.shown() && !kind.isPrivate() && kind.name().equals(asked)) return kind;
        }
        throw new Refusal.Unacceptable(
                "wrong-parameter", "kind", Phrase.of("api.field-choice", "choices", "COMMON, NOTICE, OPEN, AUDIENCE"));
    }
}
