package org.hostelchat.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.hostelchat.refusal.Refusal;

/**
 * Keeps other sites from acting through a visitor's browser, which sends the cookie along whoever asks. A call that changes
 * something has to show that one of our own pages made it; so has a socket that a browser opens.
 */
final class CrossSite {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    /** By which Faces knows a form that was sent, whatever the method. */
    private static final String FORM = "jakarta.faces.ViewState";

    private CrossSite() {}

    /**
     * Whether a form comes in the address. Faces would do what it says, and any link or image of another site can make a
     * browser ask for it.
     */
    static boolean isFormInAddress(HttpServletRequest request) {
        return HARMLESS.contains(request.getMethod()) && request.getParameter(FORM) != null;
    }

    /** @throws Refusal.NotAllowed if another site may be behind the request */
    static void check(RequestArea place, HttpServletRequest request, Identity identity) {
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader("Origin");
        if (place == RequestArea.SOCKET) {
            if (identity.signedIn() != null
                    && origin != null
                    && !identity.origin().isSameAs(origin)) throw foreign();
            return;
        }
        if (HARMLESS.contains(request.getMethod())) return;
        if (identity.byToken()) return;
        // Scripts sign in too, and send neither header.
        var signsIn = identity.signedIn() == null || place == RequestArea.LOGIN || place == RequestArea.SIGN_IN;
        var proven = origin != null
                ? identity.origin().isSameAs(origin)
                : site != null ? site.equals("same-origin") : signsIn;
        if (!proven) throw foreign();
    }

    private static Refusal foreign() {
        return new Refusal.NotAllowed(
                "foreign-origin", "This came from another website, or from an unknown one. Nothing was changed.");
    }
}
