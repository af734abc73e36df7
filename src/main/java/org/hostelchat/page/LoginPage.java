package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.hostelchat.auth.EndedSession;
import org.hostelchat.auth.RequestSession;
import org.hostelchat.form.UnsentForms;
import org.hostelchat.user.SessionEnd;

/** The sign-in page. */
@Named
@RequestScoped
public class LoginPage {

    @Inject
    private RequestSession requestSession;

    @Inject
    private UnsentForms unsentForms;

    @Inject
    private FormOutcome outcome;

    @Inject
    private PageWords words;

    private String login = "";
    private String password = "";
    private boolean remember;

    public void enter() {
        if (outcome.attempt(() -> requestSession.signIn(login, password, remember))) {
            unsentForms.keep(getUnsent());
            outcome.go(requestSession.landing(Parameters.get("next")));
        }
    }

    /** Why this device is no longer signed in; null if there is nothing to say. */
    public String getReason() {
        if (Parameters.isPost() || outcome.getDone() != null) return null;
        return requestSession
                .ended()
                .map(EndedSession::reason)
                .map(reason -> words.get("login.ended." + code(reason)))
                .orElse(null);
    }

    private static String code(SessionEnd reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The sealed form that could not be sent because the session had ended; empty for none. */
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

    /** Always null: passwords are never sent back. */
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
