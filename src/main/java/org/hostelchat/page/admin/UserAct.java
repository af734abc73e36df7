package org.hostelchat.page.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hostelchat.principal.Role;
import org.hostelchat.user.User;

/** What an official can do with an account, each on a page of its own that says what it will do before it is done. */
public enum UserAct {
    RESET_PASSWORD(
            "Give a new first password",
            "If they forgot their password.",
            "You will see a new first password, only once. The old password stops working at once, and they are signed out"
                    + " on all devices."),
    END_SESSIONS(
            "Sign out on all devices",
            "If they lost their phone.",
            "They are signed out on all devices at once. They can sign in again with their password."),
    MAKE_ADMIN(
            "Make an official",
            "They can then use this console.",
            "They can then do everything that you can: register and delete residents, read all rooms, post notices, and make"
                    + " other people officials."),
    UNMAKE_ADMIN(
            "Make a student again",
            "They can then no longer use this console.",
            "They keep their account and their messages, but they can no longer use this console. Tokens that they made stop"
                    + " working."),
    DEACTIVATE(
            "Deactivate",
            "They can’t sign in any more. Their messages stay.",
            "They are signed out at once and can’t sign in any more. Tokens that they made stop working. Their messages stay."
                    + " You can activate the account again at any time."),
    REACTIVATE("Activate again", "They can sign in again.", "They can sign in again with their old password."),
    DELETE(
            "Delete for ever",
            "Deletes the account and everything that they wrote.",
            "The account is deleted, and every message that they ever wrote, for everybody. Nobody can undo this. The first page"
                    + " of the console says when their words are also gone from the server’s files.");

    private final String label;
    private final String hint;
    private final String consequence;

    UserAct(String label, String hint, String consequence) {
        this.label = label;
        this.hint = hint;
        this.consequence = consequence;
    }

    /** The acts that make sense for this account as it is. */
    static List<UserAct> of(User user) {
        return Arrays.stream(values()).filter(act -> act.fits(user)).toList();
    }

    static Optional<UserAct> byCode(String code) {
        return Arrays.stream(values()).filter(act -> act.getCode().equals(code)).findFirst();
    }

    private boolean fits(User user) {
        return switch (this) {
            case MAKE_ADMIN -> user.role() != Role.ADMIN;
            case UNMAKE_ADMIN -> user.role() == Role.ADMIN;
            case DEACTIVATE -> user.isActive();
            case REACTIVATE -> !user.isActive();
            case RESET_PASSWORD, END_SESSIONS, DELETE -> true;
        };
    }

    public String getCode() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String getLabel() {
        return label;
    }

    public String getHint() {
        return hint;
    }

    public String getConsequence() {
        return consequence;
    }

    /** True if nothing brings it back. */
    public boolean isForEver() {
        return this == DELETE;
    }
}
