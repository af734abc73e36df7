package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
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

    /** Whose passwords are made anew: these, by their numbers; or those whom columns of the register name, who have never signed in, or both. */
    public record OrderBody(Optional<List<String>> people, Optional<Boolean> neverSignedIn, Optional<JsonValue> where) {

        boolean isByColumns() {
            return neverSignedIn.orElse(false) || where.isPresent();
        }
    }

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
        if (body.isByColumns() == body.people().isPresent()) {
            throw new Refusal.Unacceptable("wrong-fields", "people", Phrase.of("api.people-or-never"));
        }
        var id = body.isByColumns()
                ? slips.order(
                        caller,
                        body.where()
                                .map(columns -> AudienceReader.read(columns).columns())
                                .orElse(Map.of()),
                        body.neverSignedIn().orElse(false))
                : slips.order(caller, body.people().orElseThrow());
        return Response.accepted(ImportForms.look(language.ofProgram()).of(imports.find(caller, id)))
                .location(URI.create("/api/register/imports/" + id))
                .build();
    }
}
