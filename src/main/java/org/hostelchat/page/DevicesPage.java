package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hostelchat.auth.OpenSession;
import org.hostelchat.auth.RequestSession;

/** Where one is signed in, and the way to end it there. */
@Named
@RequestScoped
public class DevicesPage {

    @Inject
    private RequestSession requestSession;

    @Inject
    private FormOutcome outcome;

    /** By whether the page is being looked at by that session; read once, for the form of a request and for its answer. */
    private Map<Boolean, List<OpenSession>> sessions;

    private Set<String> chosen;
    private String password = "";

    public void signOut() {
        if (outcome.attempt(() -> requestSession.signOutElsewhere(chosen(), password))) {
            outcome.go("/devices?done=signed-out-elsewhere");
        }
    }

    /** The one session, or none where a token opened the page. */
    public List<OpenSession> getHere() {
        return sessions().get(true);
    }

    public List<OpenSession> getOthers() {
        return sessions().get(false);
    }

    /** Whether it was ticked in the form that this request brought. */
    public boolean isChosen(OpenSession session) {
        return chosen().contains(session.id());
    }

    /** Never given back. */
    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password == null ? "" : password;
    }

    private Set<String> chosen() {
        if (chosen == null) chosen = Parameters.all("device");
        return chosen;
    }

    private Map<Boolean, List<OpenSession>> sessions() {
        if (sessions == null) {
            var here = requestSession.who().orElseThrow().session();
            sessions = requestSession.sessions().stream()
                    .collect(Collectors.partitioningBy(session -> session.id().equals(here)));
        }
        return sessions;
    }
}
