package org.hostelchat.page.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.hostelchat.auth.AccessToken;
import org.hostelchat.auth.AccessTokens;
import org.hostelchat.auth.NewToken;
import org.hostelchat.page.Confirmation;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Me;

/** Keys for scripts: makes one, shown once, and lists those in force. */
@Named
@RequestScoped
public class TokensPage {

    private static final int MOST = 500;

    @Inject
    private Me me;

    @Inject
    private AccessTokens accessTokens;

    @Inject
    private FormOutcome outcome;

    @Inject
    private Confirmation confirmation;

    private List<AccessToken> tokens = List.of();
    private String name = "";
    private NewToken made;

    public void open() {
        tokens = accessTokens.list(me.caller(), 0, MOST);
    }

    /** The token is shown in the very answer: it is kept nowhere else. */
    public void make() {
        if (outcome.attempt(() -> {
            confirmation.confirm();
            made = accessTokens.create(me.caller(), name);
        })) name = "";
    }

    public List<AccessToken> getTokens() {
        return tokens;
    }

    /** The one that this very request made, or null. */
    public NewToken getMade() {
        return made;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }
}
