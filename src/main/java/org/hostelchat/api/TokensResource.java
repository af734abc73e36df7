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
import java.util.Optional;
import org.hostelchat.auth.AccessTokens;
import org.hostelchat.auth.ListedToken;
import org.hostelchat.auth.RequestSession;
import org.hostelchat.auth.TokenDraft;
import org.hostelchat.auth.TokenScope;
import org.hostelchat.principal.Caller;

/** Named keys for scripts. */
@Path("tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {

    /**
     * A token to make.
     *
     * @param password of whoever makes it; not asked of the operator
     */
    public record NewTokenBody(
            String name, Optional<String> password, Optional<TokenScope> scope, boolean machine, Optional<Long> days) {}

    /** A token that was made, with the secret, given out this once. */
    public record MadeToken(long id, String name, TokenScope scope, boolean machine, Instant expiresAt, String token) {}

    /**
     * @param by whose rights it carries; null for the office's
     * @param maker the name of whoever made it; null for the operator and for an account that is gone
     */
    public record TokenRow(
            long id,
            String name,
            Long by,
            String maker,
            TokenScope scope,
            boolean machine,
            Instant createdAt,
            Instant lastUsedAt,
            Instant expiresAt) {

        static TokenRow of(ListedToken listed) {
            var token = listed.token();
            return new TokenRow(
                    token.id(),
                    token.name(),
                    token.userId(),
                    listed.maker(),
                    token.scope(),
                    token.isMachines(),
                    token.createdAt(),
                    token.lastUsedAt(),
                    token.expiresAt());
        }
    }

    @Inject
    private Caller caller;

    @Inject
    private AccessTokens tokens;

    @Inject
    private RequestSession requestSession;

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
        var draft = new TokenDraft(
                body.name(),
                body.scope().orElse(null),
                body.machine(),
                body.days().orElse(null));
        var made = requestSession.makeToken(draft, body.password().orElse(null));
        var entry = made.entry();
        return Response.created(URI.create("/api/tokens/" + entry.id()))
                .entity(new MadeToken(
                        entry.id(), entry.name(), entry.scope(), entry.isMachines(), entry.expiresAt(), made.token()))
                .build();
    }

    @DELETE
    @Path("{id: \\d+}")
    public void revoke(@PathParam("id") long id) {
        tokens.revoke(caller, id);
    }
}
