package org.hostelchat.page.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.hostelchat.account.Accounts;
import org.hostelchat.account.Role;
import org.hostelchat.account.User;
import org.hostelchat.account.UserChange;
import org.hostelchat.page.Answer;
import org.hostelchat.page.House;
import org.hostelchat.page.Me;
import org.hostelchat.page.Parameters;

/** Says what a {@link UserAct} will do, and does it once that is confirmed. */
@Named
@RequestScoped
public class ActPage {

    @Inject
    private Me me;

    @Inject
    private Accounts accounts;

    @Inject
    private Answer answer;

    @Inject
    private House house;

    private User user;
    private UserAct act;
    private String secret;

    public void open() {
        act = UserAct.byCode(Parameters.get("act")).orElse(null);
        user = answer.orNull(() -> accounts.find(me.caller(), Parameters.get("number")));
        answer.needed(act == null ? null : user);
    }

    public void confirm() {
        var number = Parameters.get("number");
        UserAct.byCode(Parameters.get("act")).ifPresent(asked -> {
            if (answer.attempt(() -> perform(asked, number)) && secret == null) {
                answer.go(
                        asked == UserAct.DELETE
                                ? "/admin/users?done=erased"
                                : "/admin/user?done=saved&number=" + house.query(number));
            }
        });
    }

    private void perform(UserAct asked, String number) {
        switch (asked) {
            case RESET_PASSWORD ->
                secret = accounts.resetPassword(me.caller(), number, Instant.ofEpochMilli(Parameters.number("since")));
            case END_SESSIONS -> accounts.endSessions(me.caller(), number);
            case MAKE_ADMIN -> edit(number, new UserChange(null, Role.ADMIN, null));
            case UNMAKE_ADMIN -> edit(number, new UserChange(null, Role.STUDENT, null));
            case DEACTIVATE -> edit(number, new UserChange(null, null, false));
            case REACTIVATE -> edit(number, new UserChange(null, null, true));
            case DELETE -> accounts.erase(me.caller(), number);
        }
    }

    private void edit(String number, UserChange change) {
        accounts.edit(me.caller(), number, change);
    }

    public User getUser() {
        return user;
    }

    public UserAct getAct() {
        return act;
    }

    /** True if there is something to hand over. */
    public boolean isDone() {
        return secret != null;
    }

    public String getSecret() {
        return secret;
    }
}
