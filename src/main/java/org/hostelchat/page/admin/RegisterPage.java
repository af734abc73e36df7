package org.hostelchat.page.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.hostelchat.page.Confirmation;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Me;
import org.hostelchat.page.PageWords;
import org.hostelchat.page.Parameters;
import org.hostelchat.principal.Role;
import org.hostelchat.user.NewUser;
import org.hostelchat.user.Register;
import org.hostelchat.user.RegisteredUser;
import org.hostelchat.user.User;

/**
 * Registers a person. The initial password is shown in the response to the form, without a redirect, because it is not
 * stored anywhere from where another page could read it.
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

    @Inject
    private Confirmation confirmation;

    @Inject
    private Namesakes namesakes;

    @Inject
    private PageWords words;

    private String name = "";
    private String enrolmentNumber = "";
    private boolean official;
    private RegisteredUser result;
    private final Map<String, String> details = DetailsForm.of(null);

    public void register() {
        var draft = new NewUser(
                name,
                enrolmentNumber,
                official ? Role.ADMIN : Role.STUDENT,
                null,
                DetailsForm.typed(details, words.language()));
        outcome.attempt(() -> {
            register.check(me.caller(), draft);
            if (!namesakes.allow(name, 0)) return;
            if (official) confirmation.confirm();
            result = register.register(me.caller(), draft);
        });
    }

    /** Whether the form that was sent asks for an official. Needed before the form's fields are decoded. */
    public boolean isOfficialAsked() {
        return !Parameters.get("official").isEmpty();
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

    /** Whether something was typed into the columns, which are folded away otherwise. */
    public boolean isDetailed() {
        return details.values().stream().anyMatch(value -> value != null && !value.isEmpty());
    }

    public Map<String, String> getDetails() {
        return details;
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
