package org.hostelchat.page.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Me;
import org.hostelchat.page.PageFormat;
import org.hostelchat.page.PageWords;
import org.hostelchat.page.Parameters;
import org.hostelchat.user.Mute;
import org.hostelchat.user.Register;
import org.hostelchat.user.RegisterColumn;
import org.hostelchat.user.User;
import org.hostelchat.user.UserChange;

/** Shows an account, changes its name, number and columns of the register, and links to all other acts. */
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
    private PageWords words;

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
        details = DetailsForm.shown(user, words.language());
    }

    public void open() {
        if (user == null && Parameters.isPost()) FormSubject.gone(outcome);
        else outcome.needed(user);
    }

    /** Stores the name, the number and what stands in the register's columns. */
    public void save() {
        if (user == null) return;
        if (outcome.attempt(() -> {
                    FormSubject.require(user);
                    var change = edited();
                    if (change.name() == null || namesakes.allow(name, user.id()))
                        saved = register.edit(me.caller(), user.enrolmentNumber(), change);
                })
                && saved != null) {
            outcome.go("/admin/user?done=saved&number=" + format.query(saved.enrolmentNumber()));
        }
    }

    /**
     * What was edited. Other fields are not stored, and show what the register has now: another official may have
     * changed them in the meantime.
     *
     * @throws org.hostelchat.refusal.Refusal.Conflict naming all fields that another official has changed in the meantime too. The form is
     *     then shown with what they typed, and succeeds if it is sent again
     */
    private UserChange edited() {
        var edits = new FieldEdits();
        var newName = edits.of(words.get("user.name"), "shownName", name, user.name());
        if (newName == null) name = user.name();
        var newNumber = edits.of(words.get("user.number"), "shownNumber", enrolmentNumber, user.enrolmentNumber());
        if (newNumber == null) enrolmentNumber = user.enrolmentNumber();
        var now = DetailsForm.of(user);
        var changed = new EnumMap<RegisterColumn, String>(RegisterColumn.class);
        var shown = DetailsForm.shown(user, words.language());
        DetailsForm.typed(details, words.language()).forEach((column, typed) -> {
            var code = column.code();
            var edit = edits.of(words.get("column." + code), "shown-" + code, typed, now.get(code));
            if (edit == null) details.put(code, shown.get(code));
            else changed.put(column, edit);
        });
        edits.refuseOvertaken();
        return new UserChange(newName, newNumber, null, null, changed);
    }

    public Map<String, String> getDetails() {
        return details;
    }

    /** What the register knows when the form is opened, in the forms that are stored. */
    public Map<String, String> getShown() {
        return DetailsForm.of(user);
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
