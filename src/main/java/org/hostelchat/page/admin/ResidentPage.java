package org.hostelchat.page.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Me;
import org.hostelchat.page.PageFormat;
import org.hostelchat.page.Parameters;
import org.hostelchat.user.Register;
import org.hostelchat.user.User;
import org.hostelchat.user.UserChange;

/** One account: what is known of it, its name, and the ways to everything else. */
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

    private User user;
    private String name;

    /** A form that is sent back reads the page before it is shown, so everything is there from the beginning. */
    @PostConstruct
    void load() {
        user = outcome.orNull(() -> register.find(me.caller(), Parameters.get("number")));
        if (user != null) name = user.name();
    }

    public void open() {
        outcome.needed(user);
    }

    public void rename() {
        var number = Parameters.get("number");
        if (outcome.attempt(() -> register.edit(me.caller(), number, new UserChange(name, null, null)))) {
            outcome.go("/admin/user?done=saved&number=" + format.query(number));
        }
    }

    public User getUser() {
        return user;
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
}
