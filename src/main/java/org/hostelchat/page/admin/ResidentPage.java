package org.hostelchat.page.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.hostelchat.account.Accounts;
import org.hostelchat.account.User;
import org.hostelchat.account.UserChange;
import org.hostelchat.page.Answer;
import org.hostelchat.page.House;
import org.hostelchat.page.Me;
import org.hostelchat.page.Parameters;

/** One account: what is known of it, its name, and the ways to everything else. */
@Named
@RequestScoped
public class ResidentPage {

    @Inject
    private Me me;

    @Inject
    private Accounts accounts;

    @Inject
    private Answer answer;

    @Inject
    private House house;

    private User user;
    private String name;

    /** A form that is sent back reads the page before it is shown, so everything is there from the beginning. */
    @PostConstruct
    void load() {
        user = answer.orNull(() -> accounts.find(me.caller(), Parameters.get("number")));
        if (user != null) name = user.name();
    }

    public void open() {
        answer.needed(user);
    }

    public void rename() {
        var number = Parameters.get("number");
        if (answer.attempt(() -> accounts.edit(me.caller(), number, new UserChange(name, null, null)))) {
            answer.go("/admin/user?done=saved&number=" + house.query(number));
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
