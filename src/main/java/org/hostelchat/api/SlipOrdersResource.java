package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.hostelchat.language.Phrase;
import org.hostelchat.language.RequestLanguage;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.user.PasswordSlips;
import org.hostelchat.user.RegisterImports;
import org.hostelchat.wire.ImportForms;

/** New initial passwords for many people together, for officials. Their slips are at the import that is returned. */
@Path("register/slips")
@RequestScoped
@AdminsOnly
@Produces(MediaType.APPLICATION_JSON)
public class SlipOrdersResource {

    /** Whose passwords are made anew: these, by their numbers, or all active students who have never signed in. */
    public record OrderBody(Optional<List<String>> people, Optional<Boolean> neverSignedIn) {}

    @Inject
    private Caller caller;

    @Inject
    private PasswordSlips slips;

    @Inject
    private RegisterImports imports;

    @Inject
    private RequestLanguage language;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response order(OrderBody body) {
        var everybody = body.neverSignedIn().orElse(false);
        if (everybody == body.people().isPresent()) {
            throw new Refusal.Unacceptable("wrong-fields", "people", Phrase.of("api.people-or-never"));
        }
        var id = everybody
                ? slips.orderForNeverSignedIn(caller)
                : slips.order(caller, body.people().orElseThrow());
        return Response.accepted(ImportForms.look(language.ofProgram()).of(imports.find(caller, id)))
                .location(URI.create("/api/register/imports/" + id))
                .build();
    }
}
