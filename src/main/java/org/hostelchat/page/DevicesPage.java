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

/** Lists the devices on which one is signed in, and ends sessions. */
@Named
@RequestScoped
public class DevicesPage {

    @Inject
    private RequestSession requestSession;

    @Inject
    private FormOutcome outcome;

    /** The sessions, keyed by whether they are the current one; read once for the form and for the response. */
    private Map<Boolean, List<OpenSession>> sessions;

    private Set<String> chosen;
    private String password = "";

    public void signOut() {
        if (outcome.attempt(() -> requestSession.signOutElsewhere(chosen(), password))) {
            outcome.go("/devices?done=signed-out-elsewhere");
        }
    }

    /** The current session; empty if the page was opened with a token. */
    public List<OpenSession> getHere() {
        return sessions().get(true);
    }

    public List<OpenSession> getOthers() {
        return sessions().get(false);
    }

    /** Whether the session was ticked in the form of this request. */
    public boolean isChosen(OpenSession session) {
        return chosen().contains(session.id());
    }

    /** Always null: passwords are never sent back. */
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
