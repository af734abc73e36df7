package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.hostelchat.auth.RequestSession;

/** Replaces one's password; for a newcomer this comes before everything else. */
@Named
@RequestScoped
public class PasswordPage {

    @Inject
    private RequestSession requestSession;

    @Inject
    private FormOutcome outcome;

    private String current = "";
    private String next = "";

    public void change() {
        if (outcome.attempt(() -> requestSession.changePassword(current, next))) outcome.go("/chat");
    }

    /** Never given back, as the other. */
    public String getCurrent() {
        return null;
    }

    public void setCurrent(String current) {
        this.current = current == null ? "" : current;
    }

    public String getNext() {
        return null;
    }

    public void setNext(String next) {
        this.next = next == null ? "" : next;
    }
}
