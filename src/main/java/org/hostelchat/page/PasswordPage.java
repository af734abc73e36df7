package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.hostelchat.auth.RequestSession;

/** Changes one's password. New users must do this before anything else. */
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

    /** Whether the present password must be given too. */
    public boolean isCurrentNeeded() {
        return requestSession.needsCurrentPassword();
    }

    /**
     * The page to which a new user is redirected afterwards. Named differently from the sign-in page's {@code next},
     * which here is the new password.
     */
    public String getThen() {
        return Parameters.get("then");
    }

    /** Always null: passwords are never sent back. */
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
