package org.hostelchat.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.hostelchat.form.LocalPath;
import org.hostelchat.form.RequestPath;
import org.hostelchat.form.UnsentForms;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.user.Register;
import org.hostelchat.wire.WholeBody;

/**
 * The filter that every request passes first. Only paths known as public are open to everybody: a new page that nobody
 * has classified requires a sign-in.
 */
public class Gate extends HttpFilter {

    /**
     * The most bytes of a body: the longest notice, form-encoded in a script of which each character takes nine bytes,
     * with some reserve.
     */
    public static final int LARGEST_BODY = 128 * 1024;

    private static final long serialVersionUID = 1;
    private static final System.Logger LOG = System.getLogger(Gate.class.getName());

    @Inject
    private transient Identification identification;

    @Inject
    private transient CookieRequestSession requestSession;

    @Inject
    private transient CookieRequestLanguage requestLanguage;

    @Inject
    private transient Register register;

    @Inject
    private transient UnsentForms unsentForms;

    @Inject
    private transient DenialAudit trail;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var place = RequestArea.of(request);
        try {
            if (request.getContentLengthLong() > LARGEST_BODY && !WholeBody.isInFile(request)) {
                Refusals.tell(request, response, place, Refusals.tooLarge(requestLanguage.ofProgram()));
                return;
            }
            if (!place.methods().contains(request.getMethod())) {
                Refusals.tellMethods(response, place, requestLanguage.ofProgram());
                return;
            }
            if (CrossSite.isFormInAddress(request)) {
                Refusals.tell(request, response, place, Refusals.methodNotAllowed(requestLanguage.ofProgram()));
                return;
            }
            if (place != RequestArea.OPEN) {
                requestSession.answerWith(response);
                requestLanguage.answerWith(response);
                var way = check(place, request);
                if (way != null) {
                    var stranger = identification.of(request).who().isEmpty();
                    if (stranger && place.isForPeople() && unsentForms.askToSignIn(request, response)) return;
                    // A relative URL, because behind a proxy the browser may use another host and scheme.
                    response.setStatus(HttpServletResponse.SC_FOUND);
                    response.setHeader("Location", way);
                    return;
                }
            }
        } catch (RuntimeException failure) {
            var refusal = Refusal.of(failure, LOG);
            if (refusal instanceof Refusal.NotAllowed notAllowed) {
                trail.refused(request, identification.of(request), notAllowed);
            }
            Refusals.tell(request, response, place, refusal.problem(requestLanguage.ofProgram()));
            return;
        }
        chain.doFilter(request, response);
    }

    /** Returns where to redirect to, or null to let the request pass. */
    private String check(RequestArea place, HttpServletRequest request) {
        var identity = identification.of(request);
        CrossSite.check(place, request, identity);
        var who = identity.who().orElse(null);
        switch (place) {
            case FRONT -> {
                if (who != null) return who.caller().mustChangePassword() ? "/password" : "/chat";
                return register.hasAdmin() ? "/login" : "/setup";
            }
            case LOGIN -> {
                return who != null && isRead(request) ? requestSession.landing(request.getParameter("next")) : null;
            }
            case SETUP -> {
                return isRead(request) && register.hasAdmin() ? "/" : null;
            }
            case ENTER, SIGN_IN -> {
                return null;
            }
            case LANGUAGE -> {
                if (who != null) ScopeCheck.check(who.scope(), place, request);
                return null;
            }
            default -> {
                if (who == null && place.isForPeople()) return "/login?next=" + wanted(request);
                if (who == null) throw new Refusal.NotSignedIn();
                ScopeCheck.check(who.scope(), place, request);
                if (who.caller().mustChangePassword() && !mayGoOn(place, request)) {
                    if (place.isForPeople()) return "/password?then=" + wanted(request);
                    throw new Refusal.NotAllowed("must-change-password", Phrase.of("auth.choose-own-password"));
                }
                if (place == RequestArea.ADMIN_PAGE || place == RequestArea.METERS)
                    who.caller().requireAdmin();
                return null;
            }
        }
    }

    /** What callers may do before they have replaced their initial password. */
    private static boolean mayGoOn(RequestArea place, HttpServletRequest request) {
        if (place != RequestArea.API) return place == RequestArea.PASSWORD;
        return switch (request.getMethod() + ' ' + RequestPath.of(request)) {
            case "GET /api/me", "HEAD /api/me", "PUT /api/session/password", "DELETE /api/session" -> true;
            default -> false;
        };
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /** Where to return to after signing in; for a submitted form, its page. */
    private static String wanted(HttpServletRequest request) {
        var query = request.getQueryString();
        var wanted = isRead(request)
                ? request.getRequestURI() + (query == null ? "" : '?' + query)
                : UnsentForms.address(request);
        return URLEncoder.encode(LocalPath.isLocal(wanted) ? wanted : "/", StandardCharsets.UTF_8);
    }
}
