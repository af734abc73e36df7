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
 * Lets the doors inject who makes the present request: null where nobody has signed in, which behind the {@link Gate} only
 * happens in its open places.
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
        refuseLongerLives(point);
        return requestSession.who().orElse(null);
    }

    /** A bean that outlives the request would go on acting for whoever came first. */
    private static void refuseLongerLives(InjectionPoint point) {
        var bean = point.getBean();
        if (bean == null) return;
        var scope = bean.getScope();
        if (scope != RequestScoped.class && scope != Dependent.class) {
            throw new IllegalStateException("a caller can't be injected into " + bean.getBeanClass() + ": " + scope);
        }
    }
}
