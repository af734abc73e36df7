package org.hostelchat.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.hostelchat.auth.SignedIn;

/**
 * Identifies the caller of a request to the container, in the same way for pages, API and WebSocket. Never refuses a
 * request: that is for the {@link Gate} and the core.
 */
@ApplicationScoped
public class HostelMechanism implements HttpAuthenticationMechanism {

    @Inject
    private Identification identification;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (RequestArea.of(request) == RequestArea.OPEN) return context.doNothing();
        return who(request)
                .map(who -> context.notifyContainerAboutLogin(
                        new CallerPrincipal(Long.toString(who.caller().id())),
                        Set.of(who.caller().role().name())))
                .orElseGet(context::doNothing);
    }

    /**
     * Returns nobody if the database cannot be read, because an exception here becomes a bare 500. The gate meets the
     * same failure and answers it properly.
     */
    private Optional<SignedIn> who(HttpServletRequest request) {
        try {
            return identification.of(request).who();
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
