package org.hostelchat.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.wire.FetchSite;

/**
 * Protects against cross-site request forgery: a browser sends the cookie with requests of any site. A request that
 * changes something must show that it comes from a page of ours; so must a browser's WebSocket handshake.
 */
final class CrossSite {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    /** The parameter by which Faces recognises a submitted form, whatever the method. */
    private static final String FORM = "jakarta.faces.ViewState";

    private CrossSite() {}

    /**
     * Whether the request submits a form in its query. Faces would execute it, and any link or image of another site
     * can make a browser send such a request.
     */
    static boolean isFormInAddress(HttpServletRequest request) {
        return HARMLESS.contains(request.getMethod()) && request.getParameter(FORM) != null;
    }

    /** @throws Refusal.NotAllowed if another site may have caused the request */
    static void check(RequestArea place, HttpServletRequest request, Identity identity) {
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader("Origin");
        if (place == RequestArea.SOCKET) {
            if (identity.signedIn() != null
                    && origin != null
                    && !identity.origin().isSameAs(origin)) throw FetchSite.foreign();
            return;
        }
        if (HARMLESS.contains(request.getMethod())) return;
        if (identity.byToken()) return;
        // Programs sign in too, and send neither header.
        var signsIn = identity.signedIn() == null
                || place == RequestArea.LOGIN
                || place == RequestArea.ENTER
                || place == RequestArea.SIGN_IN;
        var proven = origin != null
                ? identity.origin().isSameAs(origin)
                : site != null ? site.equals("same-origin") : signsIn;
        if (!proven) throw FetchSite.foreign();
    }
}
