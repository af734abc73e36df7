package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.hostelchat.auth.RequestSession;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/** One's password, asked for once more on the very form of what asks for it: that it was given a while ago is not enough there. */
@Named
@RequestScoped
public class Confirmation {

    @Inject
    private Me me;

    @Inject
    private RequestSession requestSession;

    private String password = "";

    /** Whether the form is to have the field. */
    public boolean isNeeded() {
        var caller = me.caller();
        return caller.authenticatedAt() != null && !caller.isRecentlyAuthenticated(Instant.now());
    }

    /**
     * To be called first by what asks for it.
     *
     * @throws Refusal.Unacceptable if the password is needed and missing
     * @throws Refusal.NotAllowed if it is wrong
     * @throws Refusal.TooFast after too many wrong tries
     */
    public void confirm() {
        if (!isNeeded()) return;
        if (password.isEmpty()) {
            throw new Refusal.Unacceptable("confirm-password", "password", Phrase.of("page.own-password-missing"));
        }
        requestSession.confirm(password);
    }

    /** Never given back. */
    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password == null ? "" : password;
    }
}
