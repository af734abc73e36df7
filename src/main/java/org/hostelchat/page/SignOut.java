package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.hostelchat.account.Entrance;

/** The way out, from the account menu of every page. */
@Named
@RequestScoped
public class SignOut {

    @Inject
    private Entrance entrance;

    @Inject
    private Answer answer;

    public void here() {
        leave(entrance::signOut);
    }

    public void everywhere() {
        leave(entrance::signOutEverywhere);
    }

    private void leave(Runnable way) {
        if (answer.attempt(way)) answer.go("/login?done=signed-out");
    }
}
