package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.hostelchat.principal.Caller;
import org.hostelchat.room.Blocks;
import org.hostelchat.room.RoomPerson;
import org.hostelchat.wire.RoomForms;

/** The people whom the caller has blocked. */
@Path("blocks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BlocksResource {

    @Inject
    private Caller caller;

    @Inject
    private Blocks blocks;

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvWriter.TEXT_CSV})
    public Listing<RoomPerson> list() {
        return new Listing<>(RoomForms.PERSON, blocks.of(caller), null, next -> list());
    }
}
