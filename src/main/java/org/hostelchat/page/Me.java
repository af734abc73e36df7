package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.hostelchat.auth.RequestSession;
import org.hostelchat.principal.Caller;

/** Who looks at the page. Only for pages that nobody sees without having signed in. */
@Named
@RequestScoped
public class Me {

    @Inject
    private RequestSession session;

    /** On whose behalf the pages call the core: as of now, since a form may prove anew who sends it. */
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
