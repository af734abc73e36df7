package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.hostelchat.auth.RequestSession;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/** The caller's password, for forms that ask for it again whenever it was last given. */
@Named
@RequestScoped
public class Confirmation {

    @Inject
    private Me me;

    @Inject
    private RequestSession requestSession;

    private String password = "";

    /** Whether the form must show the password field. */
    public boolean isNeeded() {
        var caller = me.caller();
        return caller.authenticatedAt() != null && !caller.isRecentlyAuthenticated(Instant.now());
    }

    /**
     * Verifies the password if it is needed. To be called first by the form's action.
     *
     * @throws Refusal.Unacceptable if the password is needed and missing
     * @throws Refusal.NotAllowed if it is wrong
     * @throws Refusal.TooFast after too many wrong passwords
     */
    public void confirm() {
        if (!isNeeded()) return;
        if (password.isEmpty()) {
            throw new Refusal.Unacceptable("confirm-password", "password", Phrase.of("page.own-password-missing"));
        }
        requestSession.confirm(password);
    }

    /** Always null: passwords are never sent back. */
    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password == null ? "" : password;
    }
}
