package org.hostelchat.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.hostelchat.auth.RequestSession;
import org.hostelchat.principal.Caller;

/**
 * Signs in by a code that the office has made. The code comes in the address's fragment, which a module puts into the form; opening the page uses
 * nothing up, so programs that look at links do no harm.
 */
@Named
@RequestScoped
public class EnterPage {

    @Inject
    private RequestSession requestSession;

    @Inject
    private FormOutcome outcome;

    private String code = "";
    private boolean remember;

    public void enter() {
        if (outcome.attempt(() -> requestSession.signInByCode(code, remember))) outcome.go("/password");
    }

    /** Who is signed in in this browser, and will not be any more; null for nobody. */
    public String getOther() {
        return requestSession
                .who()
                .map(who -> who.caller())
                .filter(caller -> !caller.isOperator())
                .map(Caller::name)
                .orElse(null);
    }

    /** Always null: codes are never sent back. */
    public String getCode() {
        return null;
    }

    /** @param code also as the whole address, of which the fragment counts */
    public void setCode(String code) {
        this.code = code == null ? "" : code.substring(code.indexOf('#') + 1);
    }

    public boolean isRemember() {
        return remember;
    }

    public void setRemember(boolean remember) {
        this.remember = remember;
    }
}
