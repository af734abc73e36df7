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
            "When the old one is forgotten.",
            "A new first password is made and shown to you once. The present one stops working at once, and they are signed"
                    + " out everywhere."),
    END_SESSIONS(
            "Sign out everywhere",
            "When a phone was lost.",
            "They are signed out on every device at once, in the middle of what they do. They can sign in again with their"
                    + " password."),
    MAKE_ADMIN(
            "Make an official",
            "Gives the keys to this console.",
            "They will be able to do everything that you can: register and remove residents, read every room, post notices,"
                    + " make others officials."),
    UNMAKE_ADMIN(
            "Take the office away",
            "Makes a student of an official.",
            "They keep their account and what they wrote, and lose this console at once. The tokens they made open nothing"
                    + " any more."),
    DEACTIVATE(
            "Deactivate",
            "Keeps what was said, ends access.",
            "They are signed out at once and can’t sign in any more. The tokens they made open nothing any more. What they"
                    + " wrote stays. You can let them in again any time."),
    REACTIVATE("Let in again", "Gives access back.", "They can sign in again with the password they had."),
    DELETE(
            "Delete for ever",
            "The account goes, and what they wrote.",
            "The account is removed. Everything they ever wrote becomes empty on every screen, now and for ever. Nobody can"
                    + " bring it back. The console’s first page tells when it has left the server’s files too.");

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
