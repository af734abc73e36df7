package org.hostelchat.page.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hostelchat.language.Phrase;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Me;
import org.hostelchat.page.PageFormat;
import org.hostelchat.page.Parameters;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.user.Mute;
import org.hostelchat.user.Register;
import org.hostelchat.user.User;
import org.hostelchat.user.UserChange;

/** Shows an account, changes its name and number, and links to all other acts. */
@Named
@RequestScoped
public class ResidentPage {

    @Inject
    private Me me;

    @Inject
    private Register register;

    @Inject
    private FormOutcome outcome;

    @Inject
    private PageFormat format;

    @Inject
    private Namesakes namesakes;

    private User user;
    private User saved;
    private String name;
    private String enrolmentNumber;
    private Map<String, String> details = DetailsForm.of(null);

    /**
     * Loads everything at the beginning of the request, because Faces evaluates the page before the action when a form
     * is sent.
     */
    @PostConstruct
    void load() {
        user = outcome.orNull(() -> register.find(me.caller(), Parameters.get("number")));
        if (user == null) return;
        name = user.name();
        enrolmentNumber = user.enrolmentNumber();
        details = DetailsForm.of(user);
    }

    public void open() {
        if (user == null && Parameters.isPost()) FormSubject.gone(outcome);
        else outcome.needed(user);
    }

    public void save() {
        var number = Parameters.get("number");
        if (outcome.attempt(() -> {
                    if (user == null) return;
                    FormSubject.require(user);
                    // Fields that were not edited are not stored: another official may have changed them in the
                    // meantime.
                    var change = new UserChange(
                            changed("name", "shownName", name, user.name()),
                            changed("number", "shownNumber", enrolmentNumber, user.enrolmentNumber()),
                            null,
                            null);
                    if (change.name() == null || namesakes.allow(name, user.id()))
                        saved = register.edit(me.caller(), number, change);
                })
                && saved != null) {
            outcome.go("/admin/user?done=saved&number=" + format.query(saved.enrolmentNumber()));
        }
    }

    /** Stores what stands in the register's columns. */
    public void describe() {
        if (user == null) return;
        if (outcome.attempt(() -> {
            FormSubject.require(user);
            var change = UserChange.of(DetailsForm.changed(details, user));
            saved = register.edit(me.caller(), user.enrolmentNumber(), change);
        })) {
            outcome.go("/admin/user?done=saved&number=" + format.query(saved.enrolmentNumber()));
        }
    }

    public Map<String, String> getDetails() {
        return details;
    }

    /** What the register knows, as the form shows it when it is opened. */
    public Map<String, String> getShown() {
        return DetailsForm.of(user);
    }

    /**
     * The edited value of a field; null if it was not edited.
     *
     * @throws Refusal.Conflict if another official has changed the same field in the meantime. The form is then shown
     *     with the new value, and succeeds if it is sent again
     */
    private static String changed(String what, String shownIn, String typed, String now) {
        var shown = Parameters.get(shownIn);
        if (typed.equals(shown) || typed.equals(now)) return null;
        if (shown.equals(now)) return typed;
        throw new Refusal.Conflict("conflict", Phrase.of("page." + what + "-changed-meanwhile", "now", now));
    }

    public User getUser() {
        return user;
    }

    /** Until when and why they are muted; null if they are not. */
    public Mute getMuted() {
        return user == null ? null : user.muted(Instant.now());
    }

    /** The id of the account for which the page was opened. */
    public long getId() {
        return FormSubject.id(user);
    }

    public List<UserAct> getActs() {
        return user == null ? List.of() : UserAct.of(user);
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
}
