package org.hostelchat.page.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Me;
import org.hostelchat.principal.Role;
import org.hostelchat.user.NewUser;
import org.hostelchat.user.Register;
import org.hostelchat.user.RegisteredUser;
import org.hostelchat.user.User;

/**
 * Registers somebody. The initial password is shown in the very answer to the form: it is kept nowhere, so there is no
 * page to go to that could show it. Sent again, the form is refused, since the number is taken.
 */
@Named
@RequestScoped
public class RegisterPage {

    @Inject
    private Me me;

    @Inject
    private Register register;

    @Inject
    private FormOutcome outcome;

    private String name = "";
    private String enrolmentNumber = "";
    private boolean official;
    private RegisteredUser result;

    public void register() {
        var draft = new NewUser(name, enrolmentNumber, official ? Role.ADMIN : Role.STUDENT, null);
        outcome.attempt(() -> result = register.register(me.caller(), draft));
    }

    public boolean isDone() {
        return result != null;
    }

    public User getRegistered() {
        return result.user();
    }

    public String getSecret() {
        return result.initialPassword();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }

    public String getEnrolmentNumber() {
        return enrolmentNumber;
    }

    public void setEnrolmentNumber(String enrolmentNumber) {
        this.enrolmentNumber = enrolmentNumber == null ? "" : enrolmentNumber;
    }

    public boolean isOfficial() {
        return official;
    }

    public void setOfficial(boolean official) {
        this.official = official;
    }
}
