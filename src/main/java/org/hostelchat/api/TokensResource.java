package org.hostelchat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.hostelchat.auth.AccessTokens;
import org.hostelchat.auth.ListedToken;
import org.hostelchat.auth.RequestSession;
import org.hostelchat.auth.TokenDraft;
import org.hostelchat.auth.TokenScope;
import org.hostelchat.principal.Caller;
import org.hostelchat.wire.TokenForms;

/** Access tokens for scripts. */
@Path("tokens")
@RequestScoped
@AdminsOnly
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {

    /**
     * A token to make.
     *
     * @param password the caller's; not required of the operator
     */
    public record NewTokenBody(
            String name, Optional<String> password, Optional<TokenScope> scope, boolean machine, Optional<Long> days) {}

    @Inject
    private Caller caller;

    @Inject
    private AccessTokens tokens;

    @Inject
    private RequestSession requestSession;

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvWriter.TEXT_CSV})
    public Listing<ListedToken> list(@BeanParam Paging paging) {
        return list(paging.after(), paging.limit());
    }

    private Listing<ListedToken> list(long after, int limit) {
        var read = tokens.list(caller, after, limit + 1);
        return Listing.of(TokenForms.TOKEN, read, limit, one -> one.token().id(), next -> list((long) next, limit));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(NewTokenBody body) {
        var draft = new TokenDraft(
                body.name(),
                body.scope().orElse(null),
                body.machine(),
                body.days().orElse(null));
        var made = requestSession.makeToken(draft, body.password().orElse(null));
        return Response.created(URI.create("/api/tokens/" + made.entry().id()))
                .entity(TokenForms.NEW_TOKEN.of(made))
                .build();
    }

    @DELETE
    @Path("{id: \\d+}")
    public void revoke(@PathParam("id") long id) {
        tokens.revoke(caller, id);
    }
}
