package org.hostelchat.page.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.hostelchat.account.AccessToken;
import org.hostelchat.account.AccessTokens;
import org.hostelchat.page.Answer;
import org.hostelchat.page.Me;
import org.hostelchat.page.Parameters;

/** Makes a token worthless, once that is confirmed. */
@Named
@RequestScoped
public class RevokePage {

    @Inject
    private Me me;

    @Inject
    private AccessTokens accessTokens;

    @Inject
    private Answer answer;

    private AccessToken token;

    public void open() {
        token = answer.orNull(() -> accessTokens.find(me.caller(), Parameters.number("id")));
        answer.needed(token);
    }

    public void revoke() {
        if (answer.attempt(() -> accessTokens.revoke(me.caller(), Parameters.number("id")))) {
            answer.go("/admin/tokens?done=token-revoked");
        }
    }

    public AccessToken getToken() {
        return token;
    }
}
