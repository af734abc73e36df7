package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.Map;
import org.hostelchat.auth.EndedSession;
import org.hostelchat.auth.RequestSession;
import org.hostelchat.form.UnsentForms;
import org.hostelchat.user.SessionEnd;

/** The front door. */
@Named
@RequestScoped
public class LoginPage {

    private static final Map<SessionEnd, String> REASONS = new EnumMap<>(Map.of(
            SessionEnd.SIGNED_OUT, "You were signed out here from another of your devices.",
            SessionEnd.PASSWORD_CHANGED,
                    "Your password was changed on another device, so you were signed out here. If that was not you, please go"
                            + " to the hostel office at once.",
            SessionEnd.PASSWORD_RESET,
                    "The hostel office made a new first password for you, so you were signed out. Please sign in with the new"
                            + " one.",
            SessionEnd.ENDED_BY_OFFICE,
                    "The hostel office signed you out on all devices. You can sign in again with your password.",
            SessionEnd.DEACTIVATED,
                    "The hostel office has closed your account, so you were signed out. Please ask there if you think that"
                            + " this is a mistake.",
            SessionEnd.ERASED, "The hostel office has deleted your account.",
            SessionEnd.EXPIRED, "For safety you are signed out after some time. Please sign in again."));

    @Inject
    private RequestSession requestSession;

    @Inject
    private UnsentForms unsentForms;

    @Inject
    private FormOutcome outcome;

    private String login = "";
    private String password = "";
    private boolean remember;

    public void enter() {
        if (outcome.attempt(() -> requestSession.signIn(login, password, remember))) {
            unsentForms.keep(getUnsent());
            outcome.go(requestSession.landing(Parameters.get("next")));
        }
    }

    /** Why this device is no longer signed in, for whoever comes back; null where there is nothing to say. */
    public String getReason() {
        if (Parameters.isPost() || outcome.getDone() != null) return null;
        return requestSession
                .ended()
                .map(EndedSession::reason)
                .map(REASONS::get)
                .orElse(null);
    }

    /** What was to be sent when the session had ended, sealed; empty for nothing. */
    public String getUnsent() {
        var request = FacesContext.getCurrentInstance().getExternalContext().getRequest();
        return unsentForms.sealed((HttpServletRequest) request);
    }

    public String getLogin() {
        return login;
    }

    public void setLogin(String login) {
        this.login = login == null ? "" : login.strip();
    }

    /** Never given back. */
    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password == null ? "" : password;
    }

    public boolean isRemember() {
        return remember;
    }

    public void setRemember(boolean remember) {
        this.remember = remember;
    }
}
