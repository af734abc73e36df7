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
                    + " on all devices.",
            "This is your own account. You are signed out on all devices, here too. Then you sign in with the new first"
                    + " password, which you see only once. It is easier to use “Change password” in the menu."),
    END_SESSIONS(
            "Sign out on all devices",
            "If they lost their phone.",
            "They are signed out on all devices at once. They can sign in again with their password.",
            "This is your own account. You are signed out on all devices at once, here too. You can sign in again with your"
                    + " password."),
    MAKE_ADMIN(
            "Make an official",
            "They can then use this console.",
            "They can then do everything that you can: register and delete residents, post notices, read and delete"
                    + " messages, and make other people officials. They can’t read groups and direct messages of other people.",
            null),
    UNMAKE_ADMIN(
            "Make a student again",
            "They can then no longer use this console.",
            "They keep their account and their messages, but they can no longer use this console. Tokens that they made stop"
                    + " working.",
            "This is your own account. You can no longer use this console, and tokens that you made stop working. You can’t"
                    + " undo this yourself: only another official can make you an official again."),
    DEACTIVATE(
            "Deactivate",
            "They can’t sign in any more. Their messages stay.",
            "They are signed out at once and can’t sign in any more. Tokens that they made stop working. Their messages stay."
                    + " You can activate the account again at any time.",
            "This is your own account. You are signed out at once and can’t sign in any more. Tokens that you made stop"
                    + " working. You can’t undo this yourself: only another official can activate your account again."),
    REACTIVATE("Activate again", "They can sign in again.", "They can sign in again with their old password.", null),
    DELETE(
            "Delete for ever",
            "Deletes the account and everything that they wrote.",
            "The account is deleted, and every message that they ever wrote, for everybody. Nobody can undo this. The first page"
                    + " of the console says when their words are also gone from the server’s files.",
            "This is your own account. It is deleted, and you are signed out at once. Every message that you ever wrote is"
                    + " deleted too, for everybody. Nobody can undo this.");

    private final String label;
    private final String hint;
    private final String consequence;
    private final String ownConsequence;

    UserAct(String label, String hint, String consequence, String ownConsequence) {
        this.label = label;
        this.hint = hint;
        this.consequence = consequence;
        this.ownConsequence = ownConsequence;
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

    /** @param own whether it is the account of whoever does it */
    String consequence(boolean own) {
        return own && ownConsequence != null ? ownConsequence : consequence;
    }

    /** Whether the account's number has to be typed: a click is too little for what the one who does it can't undo. */
    boolean asksForNumber(boolean own) {
        return this == DELETE || (own && (this == DEACTIVATE || this == UNMAKE_ADMIN));
    }

    /** Whether the core asks for the official's password, if that was given a while ago. */
    boolean asksForPassword(User user) {
        return switch (this) {
            case RESET_PASSWORD, MAKE_ADMIN, DELETE -> true;
            case REACTIVATE -> user.role() == Role.ADMIN;
            case END_SESSIONS, UNMAKE_ADMIN, DEACTIVATE -> false;
        };
    }

    /** True if nothing brings it back. */
    public boolean isForEver() {
        return this == DELETE;
    }
}
