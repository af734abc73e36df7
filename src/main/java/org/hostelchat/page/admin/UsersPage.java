package org.hostelchat.page.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.hostelchat.account.Accounts;
import org.hostelchat.account.User;
import org.hostelchat.account.UserPage;
import org.hostelchat.page.Me;
import org.hostelchat.page.Parameters;

/** The register. */
@Named
@RequestScoped
public class UsersPage {

    private static final int PAGE = 50;

    @Inject
    private Me me;

    @Inject
    private Accounts accounts;

    private UserPage page;

    @PostConstruct
    void load() {
        page = accounts.list(me.caller(), getText(), Parameters.number("after"), PAGE);
    }

    public String getText() {
        return Parameters.get("text");
    }

    public List<User> getUsers() {
        return page.items();
    }

    public Long getNext() {
        return page.next();
    }

    /** True if the list does not begin at its beginning. */
    public boolean isFurther() {
        return Parameters.number("after") > 0;
    }

    public String state(User user) {
        if (!user.isActive()) return "deactivated";
        return user.mustChangePassword() ? "first password" : "active";
    }
}
