package org.hostelchat.page.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.hostelchat.auth.AccessToken;
import org.hostelchat.auth.AccessTokens;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Me;
import org.hostelchat.page.Parameters;

/** Revokes a token, after confirmation. */
@Named
@RequestScoped
public class RevokePage {

    @Inject
    private Me me;

    @Inject
    private AccessTokens accessTokens;

    @Inject
    private FormOutcome outcome;

    private AccessToken token;

    public void open() {
        token = outcome.orNull(() -> accessTokens.find(me.caller(), Parameters.number("id")));
        outcome.needed(token);
    }

    public void revoke() {
        if (outcome.attempt(() -> accessTokens.revoke(me.caller(), Parameters.number("id")))) {
            outcome.go("/admin/tokens?done=token-revoked");
        }
    }

    public AccessToken getToken() {
        return token;
    }
}
