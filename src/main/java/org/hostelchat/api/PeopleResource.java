package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.user.People;

/** Whom one can write to. */
@Path("people")
@RequestScoped
@Produces({MediaType.APPLICATION_JSON, CsvWriter.TEXT_CSV})
public class PeopleResource {

    /** Somebody who lives here, as everybody may know them. */
    public record ResidentBody(long id, String name, Role role) {}

    @Inject
    private Caller caller;

    @Inject
    private People people;

    /** So few, and no more pages: whoever looks for one gives more of the name. */
    @GET
    public Listing<ResidentBody> list(@QueryParam("text") String text) {
        var found = people.named(caller, Texts.query("text", text)).stream()
                .map(user -> new ResidentBody(user.id(), user.name(), user.role()))
                .toList();
        return new Listing<>(ResidentBody.class, found, null, next -> list(text));
    }
}
