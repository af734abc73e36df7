package org.hostelchat.page.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.hostelchat.auth.AccessTokens;
import org.hostelchat.auth.ListedToken;
import org.hostelchat.auth.NewToken;
import org.hostelchat.auth.RequestSession;
import org.hostelchat.auth.TokenDraft;
import org.hostelchat.auth.TokenScope;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Me;
import org.hostelchat.page.PageWords;

/** Creates tokens for scripts, each shown once, and lists the valid ones. */
@Named
@RequestScoped
public class TokensPage {

    private static final int MOST = 500;
    private static final long USUAL_DAYS = 90;

    @Inject
    private Me me;

    @Inject
    private AccessTokens accessTokens;

    @Inject
    private RequestSession requestSession;

    @Inject
    private FormOutcome outcome;

    @Inject
    private PageWords words;

    private List<ListedToken> tokens = List.of();
    private String name = "";
    private TokenScope scope = TokenScope.READ;
    private boolean machine;
    private String days = Long.toString(USUAL_DAYS);
    private String password = "";
    private NewToken made;

    public void open() {
        tokens = accessTokens.list(me.caller(), 0, MOST);
    }

    /** The response itself shows the token, without a redirect, because it is not stored anywhere. */
    public void make() {
        if (outcome.attempt(() -> made = requestSession.makeToken(draft(), password))) name = "";
    }

    private TokenDraft draft() {
        return new TokenDraft(name, scope, machine, days());
    }

    /** Null for an empty field; 0, which is refused, if it is not a number. */
    private Long days() {
        var typed = days.strip();
        if (typed.isEmpty()) return null;
        return typed.matches("\\d{1,9}") ? Long.valueOf(typed) : Long.valueOf(0);
    }

    public List<ListedToken> getTokens() {
        return tokens;
    }

    /** The token that this request created, or null. */
    public NewToken getMade() {
        return made;
    }

    /** A token's scope, for people. */
    public String may(TokenScope what) {
        return switch (what) {
            case ALL -> words.get("tokens.may-all");
            case READ -> words.get("tokens.scope-read");
            case METRICS -> words.get("tokens.scope-metrics");
        };
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }

    public TokenScope getScope() {
        return scope;
    }

    public void setScope(TokenScope scope) {
        this.scope = scope;
    }

    public boolean isMachine() {
        return machine;
    }

    public void setMachine(boolean machine) {
        this.machine = machine;
    }

    public String getDays() {
        return days;
    }

    public void setDays(String days) {
        this.days = days == null ? "" : days;
    }

    /** Always null: passwords are never sent back. */
    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password == null ? "" : password;
    }
}
