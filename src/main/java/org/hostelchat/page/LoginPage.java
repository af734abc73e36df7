package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.hostelchat.auth.RequestSession;

/** The front door. */
@Named
@RequestScoped
public class LoginPage {

    @Inject
    private RequestSession requestSession;

    @Inject
    private FormOutcome outcome;

    private String login = "";
    private String password = "";
    private boolean remember;

    public void enter() {
        if (outcome.attempt(() -> requestSession.signIn(login, password, remember))) {
            outcome.go(requestSession.landing(Parameters.get("next")));
        }
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
