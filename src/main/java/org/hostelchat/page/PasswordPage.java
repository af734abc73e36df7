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
        if (outcome.attempt(() -> requestSession.changePassword(current, next))) {
            var landing = requestSession.landing(getThen());
            outcome.goDone(landing.equals("/") ? "/chat" : landing, "password-saved");
        }
    }

    /** Whether the present password has to be typed too. */
    public boolean isCurrentNeeded() {
        return requestSession.needsCurrentPassword();
    }

    /** Where the newcomer wanted to go, from the outside. Not called next, as on the sign-in page: that is the new password here. */
    public String getThen() {
        return Parameters.get("then");
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
