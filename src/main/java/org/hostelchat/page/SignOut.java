package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.hostelchat.auth.RequestSession;

/** Signs the user out, from the account menu of every page. */
@Named
@RequestScoped
public class SignOut {

    @Inject
    private RequestSession requestSession;

    @Inject
    private FormOutcome outcome;

    public void here() {
        leave(requestSession::signOut);
    }

    public void everywhere() {
        leave(requestSession::signOutEverywhere);
    }

    private void leave(Runnable way) {
        if (outcome.attempt(way)) outcome.go("/login?done=signed-out");
    }
}
