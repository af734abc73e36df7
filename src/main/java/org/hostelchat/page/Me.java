package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.hostelchat.auth.RequestSession;
import org.hostelchat.principal.Caller;

/** The current user. Only for pages that require a sign-in. */
@Named
@RequestScoped
public class Me {

    @Inject
    private RequestSession session;

    /** The caller for the core. Read anew at each call, because a form may verify the password again. */
    public Caller caller() {
        return session.who().orElseThrow().caller();
    }

    public long getId() {
        return caller().id();
    }

    public String getName() {
        return caller().name();
    }

    public String getRole() {
        return caller().role().name();
    }

    public boolean isAdmin() {
        return caller().isAdmin();
    }

    public boolean isMustChangePassword() {
        return caller().mustChangePassword();
    }
}
