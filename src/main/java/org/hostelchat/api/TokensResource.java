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
import java.time.Instant;
import org.hostelchat.auth.AccessToken;
import org.hostelchat.auth.AccessTokens;
import org.hostelchat.principal.Caller;

/** Named keys for scripts. */
@Path("tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {

    /** A token to make. */
    public record NewTokenBody(String name) {}

    /** A token that was made, with the secret, given out this once. */
    public record MadeToken(long id, String name, String token) {}

    /** @param by whose rights it carries; null for the operator's */
    public record TokenRow(long id, String name, Long by, Instant createdAt, Instant lastUsedAt) {

        static TokenRow of(AccessToken token) {
            return new TokenRow(token.id(), token.name(), token.userId(), token.createdAt(), token.lastUsedAt());
        }
    }

    @Inject
    private Caller caller;

    @Inject
    private AccessTokens tokens;

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvWriter.TEXT_CSV})
    public Listing<TokenRow> list(@BeanParam Paging paging) {
        return list(paging.after(), paging.limit());
    }

    private Listing<TokenRow> list(long after, int limit) {
        var read =
                tokens.list(caller, after, limit + 1).stream().map(TokenRow::of).toList();
        return Listing.of(TokenRow.class, read, limit, TokenRow::id, next -> list((long) next, limit));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(NewTokenBody body) {
        var made = tokens.create(caller, body.name());
        var entry = made.entry();
        return Response.created(URI.create("/api/tokens/" + entry.id()))
                .entity(new MadeToken(entry.id(), entry.name(), made.token()))
                .build();
    }

    @DELETE
    @Path("{id: \\d+}")
    public void revoke(@PathParam("id") long id) {
        tokens.revoke(caller, id);
    }
}
