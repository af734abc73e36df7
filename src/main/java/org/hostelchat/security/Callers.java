package org.hostelchat.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import org.hostelchat.auth.RequestSession;
import org.hostelchat.auth.SignedIn;
import org.hostelchat.principal.Caller;

/**
 * Lets adapters inject the caller of the current request: null if nobody has signed in, which behind the {@link Gate}
 * is possible only in public areas.
 */
@ApplicationScoped
public class Callers {

    @Inject
    private RequestSession requestSession;

    @Produces
    @Dependent
    Caller caller(InjectionPoint point) {
        var who = signedIn(point);
        return who == null ? null : who.caller();
    }

    @Produces
    @Dependent
    SignedIn signedIn(InjectionPoint point) {
        refuseLongerScopes(point);
        return requestSession.who().orElse(null);
    }

    /** Rejects injection into beans that outlive the request: they would keep acting for the first caller. */
    private static void refuseLongerScopes(InjectionPoint point) {
        var bean = point.getBean();
        if (bean == null) return;
        var scope = bean.getScope();
        if (scope != RequestScoped.class && scope != Dependent.class) {
            throw new IllegalStateException("a caller can't be injected into " + bean.getBeanClass() + ": " + scope);
        }
    }
}
