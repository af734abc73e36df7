package org.hostelchat.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hostelchat.auth.BoundedMap;
import org.hostelchat.auth.EndedSession;
import org.hostelchat.auth.RequestSession;
import org.hostelchat.auth.SignedIn;
import org.hostelchat.time.ElapsedClock;

/**
 * Forms that were sent after the session had ended. The sign-in page carries them as a sealed field, and if the person
 * who wrote the form signs in, it is shown to them again, filled in. Nobody else sees it, and the server stores nothing
 * before the sign-in. Thread-safe.
 */
@ApplicationScoped
public class UnsentForms {

    /** The request attribute with the sealed form for the sign-in page. */
    private static final String SEALED = UnsentForms.class.getName();

    /** The name of the sign-in page's field. */
    public static final String FIELD = "unsent";

    /** In characters; longer forms are not kept. The longest notice in Devanagari is a tenth of it. */
    private static final int LONGEST = 40_000;

    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int MOST = 200;

    private record Kept(UnsentForm form, Instant until) {}

    /** By session. */
    private final Map<String, Kept> forms = new BoundedMap<>(MOST);

    private final Seal seal = new Seal();
    private RequestSession requestSession;
    private Clock clock;

    protected UnsentForms() {}

    @Inject
    UnsentForms(RequestSession requestSession) {
        this(requestSession, new ElapsedClock());
    }

    UnsentForms(RequestSession requestSession, Clock clock) {
        this.requestSession = requestSession;
        this.clock = clock;
    }

    /**
     * Responds with the sign-in page to a form of somebody who is not signed in any more. The form's token names the
     * account, but can be forged: only the cookie of an ended session of that account proves it.
     *
     * @return false if there is no form that can be kept: then nothing was sent
     */
    public boolean askToSignIn(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!FormParameters.isForm(request)) return false;
        long owner = FormToken.owner(request.getParameter(FormToken.FIELD)).orElse(0);
        if (!wasSignedIn(owner)) return false;
        var form = new UnsentForm(owner, RequestPath.of(request), FormParameters.words(request));
        var json = form.toJson();
        if (json.length() > LONGEST) return false;
        request.setAttribute(SEALED, seal.close(json));
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        var next = Map.of("next", new String[] {form.address()});
        request.getRequestDispatcher("/login").forward(new RewrittenRequest(request, "GET", next), response);
        return true;
    }

    /** The address of the page with the submitted form, and its subject. */
    public static String address(HttpServletRequest form) {
        return new UnsentForm(0, RequestPath.of(form), FormParameters.words(form)).address();
    }

    private boolean wasSignedIn(long user) {
        return requestSession
                .ended()
                .or(requestSession::signedOut)
                .map(EndedSession::userId)
                .filter(id -> id == user)
                .isPresent();
    }

    /**
     * The sealed form for the sign-in page; empty if there is none, or it was not sealed by this server. Never read
     * from the query, because a link could plant it.
     */
    public String sealed(HttpServletRequest request) {
        if (request.getAttribute(SEALED) instanceof String sealed) return sealed;
        if (!request.getMethod().equals("POST")) return "";
        var sent = request.getParameter(FIELD);
        return sent != null && seal.open(sent).isPresent() ? sent : "";
    }

    /** Keeps the form for the person who has just signed in, if it is theirs. */
    public void keep(String sealed) {
        if (sealed.isEmpty()) return;
        var form = seal.open(sealed).map(UnsentForm::ofJson).orElse(null);
        var who = requestSession.who().orElse(null);
        if (form == null || who == null || form.owner() != who.caller().id()) return;
        synchronized (forms) {
            forms.remove(who.session());
            forms.put(who.session(), new Kept(form, clock.instant().plus(KEPT)));
        }
    }

    /** The form to fill in on the requested page; usually empty. */
    Optional<UnsentForm> find(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || !isAny(RequestPath.of(request))) return Optional.empty();
        return requestSession.who().map(this::of).filter(form -> form.isFor(request));
    }

    /** Forgets a form, because its page was submitted. */
    void drop(HttpServletRequest request) {
        var path = RequestPath.of(request);
        if (!isAny(path)) return;
        requestSession.who().map(SignedIn::session).ifPresent(session -> {
            synchronized (forms) {
                var kept = forms.get(session);
                if (kept != null && kept.form.path().equals(path)) forms.remove(session);
            }
        });
    }

    private UnsentForm of(SignedIn who) {
        synchronized (forms) {
            var kept = forms.get(who.session());
            return kept == null ? null : kept.form;
        }
    }

    /** A quick check that avoids identifying the caller for almost all requests. */
    private boolean isAny(String path) {
        synchronized (forms) {
            if (forms.isEmpty()) return false;
            var now = clock.instant();
            forms.values().removeIf(kept -> kept.until.isBefore(now));
            return forms.values().stream().anyMatch(kept -> kept.form.path().equals(path));
        }
    }
}
