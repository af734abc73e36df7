package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.hostelchat.principal.Caller;
import org.hostelchat.room.Blocks;
import org.hostelchat.user.People;
import org.hostelchat.user.User;
import org.hostelchat.wire.UserForms;

/** The people to whom the caller can write. */
@Path("people")
@RequestScoped
@Produces({MediaType.APPLICATION_JSON, CsvWriter.TEXT_CSV})
public class PeopleResource {

    private static final String BLOCK = "{userId: \\d+}/block";

    @Inject
    private Caller caller;

    @Inject
    private People people;

    @Inject
    private Blocks blocks;

    /** Short and without pages: a longer part of the name narrows the search. */
    @GET
    public Listing<User> list(@QueryParam("text") String text) {
        var found = people.named(caller, Texts.query("text", text));
        return new Listing<>(UserForms.RESIDENT, found, null, next -> list(text));
    }

    /** One does not want to be written to by them. */
    @PUT
    @Path(BLOCK)
    public void block(@PathParam("userId") long userId) {
        blocks.block(caller, userId);
    }

    @DELETE
    @Path(BLOCK)
    public void unblock(@PathParam("userId") long userId) {
        blocks.unblock(caller, userId);
    }
}
