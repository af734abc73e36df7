package org.hostelchat.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.hostelchat.auth.RequestSession;
import org.hostelchat.refusal.Refusal;

/** Refuses calls that are {@link AdminsOnly} to everybody else. Lives longer than a request, so it asks for each one who calls. */
@Provider
@AdminsOnly
public class AdminsOnlyFilter implements ContainerRequestFilter {

    @Inject
    private RequestSession requestSession;

    @Override
    public void filter(ContainerRequestContext request) {
        requestSession.who().orElseThrow(Refusal.NotSignedIn::new).caller().requireAdmin();
    }
}
