package org.hostelchat.page.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.hostelchat.page.Confirmation;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Me;
import org.hostelchat.page.PageWords;
import org.hostelchat.page.Parameters;
import org.hostelchat.user.PasswordSlips;
import org.hostelchat.user.Register;
import org.hostelchat.user.RegisterColumn;
import org.hostelchat.user.RegisterImports;
import org.hostelchat.user.RegisterSelection;
import org.hostelchat.user.RollLines;
import org.hostelchat.user.RollRow;
import org.hostelchat.user.User;

/**
 * Sets the same values in the register's columns for several people, gives them new passwords, or ends their access: those who were ticked, or all on
 * the list ({@link ListedResidents}) if that is asked for ({@code all=yes}). Afterwards the list is shown again. The form contains their numbers, so that it applies to the people whom it showed.
 */
@Named
@RequestScoped
public class SelectionPage {

    @Inject
    private Me me;

    @Inject
    private Register register;

    @Inject
    private RegisterSelection selection;

    @Inject
    private PasswordSlips slips;

    @Inject
    private Confirmation confirmation;

    @Inject
    private FormOutcome outcome;

    @Inject
    private RegisterImports imports;

    @Inject
    private PageWords words;

    private ListedResidents list;
    private List<User> users;
    private boolean more;
    private final Map<String, String> details = DetailsForm.of(null);

    @PostConstruct
    void load() {
        list = new ListedResidents(Parameters.get("from"));
        var ticked = new TreeSet<>(Parameters.all("number"));
        if (isAll() && list.roll() > 0) {
            var missing = outcome.orNull(
                    () -> imports.rows(me.caller(), list.roll(), RollRow.Kind.MISSING, 0, RegisterSelection.MOST));
            if (missing == null) missing = new RollLines(List.of(), null);
            users = selection.find(
                    me.caller(),
                    missing.items().stream().map(line -> line.row().number()).toList());
            more = missing.next() != null;
        } else if (isAll()) {
            var page = register.list(me.caller(), UsersPage.filter(Parameters::get), 0, RegisterSelection.MOST);
            users = page.items();
            more = page.next() != null;
        } else {
            users = selection.find(
                    me.caller(), ticked.stream().limit(RegisterSelection.MOST).toList());
            more = ticked.size() > RegisterSelection.MOST;
        }
    }

    /** A form that is sent back names its people. */
    private static boolean isAll() {
        return !Parameters.isPost() && Parameters.get("all").equals("yes");
    }

    /** Stores what was typed. Empty fields are left unchanged; a dash deletes a value. */
    public void save() {
        var typed = DetailsForm.typed(details, words.language());
        typed.values().removeIf(String::isEmpty);
        typed.replaceAll((column, value) -> value.equals("-") || value.equals("–") ? "" : value);
        var changed = new int[1];
        if (outcome.attempt(() -> changed[0] = selection.describe(me.caller(), numbers(), typed)))
            outcome.go(list.address("changed", changed[0]));
    }

    /** Ends their access. */
    public void end() {
        var ended = new int[1];
        if (outcome.attempt(() -> ended[0] = selection.deactivate(me.caller(), numbers())))
            outcome.go(list.address("ended", ended[0]));
    }

    private List<String> numbers() {
        return users.stream().map(User::enrolmentNumber).toList();
    }

    /** Takes their passwords away, and has slips made with others. */
    public void reset() {
        var made = new long[1];
        if (outcome.attempt(() -> {
            confirmation.confirm();
            made[0] = slips.order(me.caller(), numbers());
        })) outcome.go("/admin/roll?id=" + made[0]);
    }

    /** From which list they were chosen, as a query. */
    public String getFrom() {
        return list.query();
    }

    /** The address of that list. */
    public String getBack() {
        return list.address();
    }

    public List<User> getUsers() {
        return users;
    }

    /** Where a person lives, for the list. */
    public String place(User user) {
        return String.join(
                " ",
                RegisterColumn.OF_GROUPS.stream()
                        .limit(3)
                        .map(user::detail)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** Whether more people were chosen than can be changed at once. */
    public boolean isMore() {
        return more;
    }

    public int getMost() {
        return RegisterSelection.MOST;
    }

    public Map<String, String> getDetails() {
        return details;
    }
}
