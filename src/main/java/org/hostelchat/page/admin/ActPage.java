package org.hostelchat.page.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.hostelchat.page.FormOutcome;
import org.hostelchat.page.Me;
import org.hostelchat.page.PageFormat;
import org.hostelchat.page.Parameters;
import org.hostelchat.principal.Role;
import org.hostelchat.user.Register;
import org.hostelchat.user.User;
import org.hostelchat.user.UserChange;

/** Says what a {@link UserAct} will do, and does it once that is confirmed. */
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
    private PageFormat format;

    private User user;
    private UserAct act;
    private String secret;

    public void open() {
        act = UserAct.byCode(Parameters.get("act")).orElse(null);
        user = outcome.orNull(() -> register.find(me.caller(), Parameters.get("number")));
        outcome.needed(act == null ? null : user);
    }

    public void confirm() {
        var number = Parameters.get("number");
        UserAct.byCode(Parameters.get("act")).ifPresent(asked -> {
            if (outcome.attempt(() -> perform(asked, number)) && secret == null) {
                outcome.go(
                        asked == UserAct.DELETE
                                ? "/admin/users?done=erased"
                                : "/admin/user?done=saved&number=" + format.query(number));
            }
        });
    }

    private void perform(UserAct asked, String number) {
        switch (asked) {
            case RESET_PASSWORD ->
                secret = register.resetPassword(me.caller(), number, Instant.ofEpochMilli(Parameters.number("since")));
            case END_SESSIONS -> register.endSessions(me.caller(), number);
            case MAKE_ADMIN -> edit(number, new UserChange(null, Role.ADMIN, null));
            case UNMAKE_ADMIN -> edit(number, new UserChange(null, Role.STUDENT, null));
            case DEACTIVATE -> edit(number, new UserChange(null, null, false));
            case REACTIVATE -> edit(number, new UserChange(null, null, true));
            case DELETE -> register.erase(me.caller(), number);
        }
    }

    private void edit(String number, UserChange change) {
        register.edit(me.caller(), number, change);
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
