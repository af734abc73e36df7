package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.stream.Stream;
import org.hostelchat.presence.Presence;
import org.hostelchat.presence.PresenceBoard;
import org.hostelchat.principal.Caller;
import org.hostelchat.wire.UserForms;

/** Who is present. The caller is included, with or without a WebSocket. */
@Path("online")
@RequestScoped
@Produces({MediaType.APPLICATION_JSON, CsvWriter.TEXT_CSV})
public class OnlineResource {

    @Inject
    private Caller caller;

    @Inject
    private PresenceBoard board;

    @GET
    public Listing<Presence> list(@BeanParam Paging paging) {
        var here = board.here();
        var withMe = caller.isOperator() || here.stream().anyMatch(person -> person.id() == caller.id())
                ? here
                : Stream.concat(here.stream(), Stream.of(Presence.of(caller)))
                        .sorted(Comparator.comparingLong(Presence::id))
                        .toList();
        return Listing.of(UserForms.PRESENCE, withMe, Presence::id, paging.after(), paging.limit());
    }
}
