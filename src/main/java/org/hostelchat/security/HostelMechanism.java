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
 * Tells the container who makes a request, the same for pages, API and socket. What they may do with it, the {@link Gate} and
 * the core decide; no answer is ever refused here.
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

    /** Nobody, where the register can't be read: a fault here would be a bare 500. The gate meets it too, and has words for it. */
    private Optional<SignedIn> who(HttpServletRequest request) {
        try {
            return identification.of(request).who();
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
