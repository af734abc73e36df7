package org.hostelchat.page.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.hostelchat.auth.AuthSettings;
import org.hostelchat.auth.NewSignInCode;
import org.hostelchat.auth.SignInCodes;
import org.hostelchat.language.Phrase;
import org.hostelchat.page.Confirmation;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Me;
import org.hostelchat.page.PageFormat;
import org.hostelchat.page.PageWords;
import org.hostelchat.page.Parameters;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.user.EnrolmentNumbers;
import org.hostelchat.user.Register;
import org.hostelchat.user.User;
import org.hostelchat.user.UserChange;
import org.hostelchat.wire.SlipSheet;

/** Explains what a {@link UserAct} will do, and does it after confirmation. */
@Named
@RequestScoped
public class ActPage {

    @Inject
    private Me me;

    @Inject
    private Register register;

    @Inject
    private FormOutcome outcome;

    @Inject
    private PageFormat pageFormat;

    @Inject
    private Confirmation confirmation;

    @Inject
    private PageWords words;

    @Inject
    private SignInCodes codes;

    @Inject
    private AuthSettings settings;

    private User user;
    private UserAct act;
    private String typed = "";
    private String secret;
    private NewSignInCode code;

    /**
     * Loads everything at the beginning of the request, because Faces evaluates the page before the action when a form
     * is sent.
     */
    @PostConstruct
    void load() {
        act = UserAct.byCode(Parameters.get("act")).orElse(null);
        user = outcome.orNull(() -> register.find(me.caller(), Parameters.get("number")));
    }

    public void open() {
        if (act != null && user == null && Parameters.isPost()) FormSubject.gone(outcome);
        else outcome.needed(act == null ? null : user);
    }

    public void confirm() {
        if (act == null || user == null) return;
        var number = user.enrolmentNumber();
        if (outcome.attempt(() -> perform(number)) && !isDone()) {
            outcome.go(whereTo(number));
        }
    }

    private void perform(String number) {
        FormSubject.require(user);
        if (isNumberAsked() && !EnrolmentNumbers.key(typed).equals(EnrolmentNumbers.key(number))) {
            throw new Refusal.Unacceptable(
                    "number-not-typed", "typed", Phrase.of("page.type-number", "number", number));
        }
        if (act.asksForPassword(user)) confirmation.confirm();
        switch (act) {
            case RESET_PASSWORD ->
                secret = register.resetPassword(me.caller(), number, Instant.ofEpochMilli(Parameters.number("since")));
            case SIGN_IN_CODE -> code = codes.make(me.caller(), number);
            case END_SESSIONS -> register.endSessions(me.caller(), number);
            case MAKE_ADMIN -> edit(number, UserChange.of(Role.ADMIN));
            case UNMAKE_ADMIN -> edit(number, UserChange.of(Role.STUDENT));
            case DEACTIVATE -> edit(number, UserChange.of(false));
            case REACTIVATE -> edit(number, UserChange.of(true));
            case DELETE -> register.erase(me.caller(), number);
        }
    }

    private void edit(String number, UserChange change) {
        register.edit(me.caller(), number, change);
    }

    /** The next page: officials who have changed their own account may have no access to the console any more. */
    private String whereTo(String number) {
        if (isOwn() && act == UserAct.UNMAKE_ADMIN) return "/notices?done=saved";
        if (isOwn() && act != UserAct.MAKE_ADMIN && act != UserAct.REACTIVATE) return "/login";
        if (act == UserAct.DELETE) return "/admin/users?done=erased";
        return "/admin/user?done=saved&number=" + pageFormat.query(number);
    }

    private boolean isOwn() {
        return user != null && user.id() == me.getId();
    }

    public User getUser() {
        return user;
    }

    /** The id of the account for which the page was opened. */
    public long getId() {
        return FormSubject.id(user);
    }

    public UserAct getAct() {
        return act;
    }

    public String getConsequence() {
        return act.consequence(words, isOwn());
    }

    /** The name of the act, for people. */
    public String getLabel() {
        return words.get(act.key() + ".label");
    }

    public boolean isNumberAsked() {
        return act != null && act.asksForNumber(isOwn());
    }

    public boolean isPasswordAsked() {
        return act != null && user != null && act.asksForPassword(user);
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed == null ? "" : typed;
    }

    /** Whether there is a result to show, such as a new password. */
    public boolean isDone() {
        return secret != null || code != null;
    }

    /** A code that signs in once; null if none was made. */
    public NewSignInCode getCode() {
        return code;
    }

    /** Where it is entered, for a camera; empty if the hostel's address is not known. */
    public String getCodeAddress() {
        var request = (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
        return code.address(SlipSheet.address(settings, SlipsDownload.address(request)));
    }

    /** The address as a picture, in markup. */
    public String getCodePicture() {
        return SlipSheet.code(getCodeAddress());
    }

    public String getSecret() {
        return secret;
    }
}
