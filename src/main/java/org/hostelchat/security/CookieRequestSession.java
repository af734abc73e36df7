package org.hostelchat.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.auth.Device;
import org.hostelchat.auth.EndedSession;
import org.hostelchat.auth.NewSession;
import org.hostelchat.auth.NewToken;
import org.hostelchat.auth.OpenSession;
import org.hostelchat.auth.PasswordChanges;
import org.hostelchat.auth.RequestSession;
import org.hostelchat.auth.Sessions;
import org.hostelchat.auth.SetupKey;
import org.hostelchat.auth.SignInCodes;
import org.hostelchat.auth.SignIns;
import org.hostelchat.auth.SignedIn;
import org.hostelchat.auth.TokenDraft;
import org.hostelchat.form.LocalPath;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;

/** Signs the current request's caller in and out, by the session cookie. */
@RequestScoped
public class CookieRequestSession implements RequestSession {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Identification identification;

    @Inject
    private SignIns signIns;

    @Inject
    private SignInCodes codes;

    @Inject
    private PasswordChanges passwordChanges;

    @Inject
    private Sessions sessions;

    @Inject
    private SetupKey setupKey;

    @Inject
    private AuditLog audit;

    @Inject
    private DenialAudit trail;

    private HttpServletResponse response;

    /** Called by the {@link Gate} at the begin of the request. */
    void answerWith(HttpServletResponse answer) {
        response = answer;
    }

    @Override
    public Optional<SignedIn> who() {
        return identity().who();
    }

    @Override
    public Caller signIn(String login, String password, boolean remember) {
        return begin(signIns.signIn(login, password, remember, device()));
    }

    @Override
    public Caller signInByCode(String code, boolean remember) {
        return begin(codes.signIn(code, remember, device()));
    }

    @Override
    public void signOut() {
        if (!identity().byCookie()) return;
        sessions.end(required());
        audit.record("signed-out", required().caller(), "address", address());
        leave();
    }

    @Override
    public void signOutEverywhere() {
        var tokens = sessions.endAll(required().caller());
        audit.record("signed-out-everywhere", required().caller(), "address", address(), "tokens", tokens.size());
        if (identity().byCookie()) leave();
    }

    @Override
    public List<OpenSession> sessions() {
        return sessions.of(required().caller());
    }

    @Override
    public void signOutElsewhere(Set<String> chosen, String password) {
        signIns.signOut(required(), chosen, password, address());
    }

    @Override
    public void changePassword(String current, String next) {
        renewed(passwordChanges.change(required(), current, next, address()));
    }

    @Override
    public boolean needsCurrentPassword() {
        return passwordChanges.needsCurrent(required());
    }

    @Override
    public void confirm(String password) {
        // Tokens authenticate every call anew: there is no session to update.
        if (identity().byCookie()) renewed(signIns.confirm(required(), password, address()));
    }

    @Override
    public Optional<EndedSession> ended() {
        if (identity().who().isPresent()) return Optional.empty();
        return SessionCookie.find(
                request,
                identity().origin(),
                token -> Identification.isPlausible(token) ? sessions.ended(token) : Optional.empty());
    }

    @Override
    public Optional<EndedSession> signedOut() {
        if (identity().who().isPresent()) return Optional.empty();
        return SessionCookie.findLeft(request, identity().origin())
                .filter(Identification::isPlausible)
                .flatMap(sessions::ended);
    }

    /** Updates the identity of the request after the person has confirmed their password. */
    private void renewed(SignedIn signedIn) {
        if (identity().byCookie()) new Identity(identity().origin(), signedIn, true).keep(request);
    }

    @Override
    public NewToken makeToken(TokenDraft draft, String password) {
        return signIns.makeToken(required(), draft, password, address());
    }

    @Override
    public Caller setUp(String key, String name, String enrolmentNumber, String password) {
        setupKey.use(key, name, enrolmentNumber, password, address());
        return signIn(enrolmentNumber, password, false);
    }

    @Override
    public String landing(String wanted) {
        return LocalPath.isLocal(wanted) ? wanted : "/";
    }

    @Override
    public void refused(Refusal.NotAllowed refusal) {
        trail.refused(request, identity(), refusal);
    }

    /** Always creates a new session and ends the device's previous one, which prevents session fixation. */
    private Caller begin(NewSession session) {
        if (identity().byCookie()) who().ifPresent(sessions::end);
        // If the device's session has ended, its cookie is replaced; no second cookie with another name is added.
        if (identity().who().isEmpty()) ended();
        SessionCookie.set(request, response, session, identity().origin());
        new Identity(identity().origin(), session.signedIn().from(address()), true).keep(request);
        return session.signedIn().caller();
    }

    private void leave() {
        SessionCookie.leave(request, response, identity().origin());
        new Identity(identity().origin(), null, false).keep(request);
    }

    private SignedIn required() {
        return who().orElseThrow(Refusal.NotSignedIn::new);
    }

    private Device device() {
        return new Device(address(), DeviceName.of(request.getHeader("User-Agent")));
    }

    private String address() {
        return identity().origin().address();
    }

    private Identity identity() {
        return identification.of(request);
    }
}
