package org.hostelchat.page.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hostelchat.page.PageWords;
import org.hostelchat.principal.Role;
import org.hostelchat.user.User;

/** What officials can do to an account. Each act has a page that explains it before it is done. */
public enum UserAct {
    RESET_PASSWORD,
    SIGN_IN_CODE,
    END_SESSIONS,
    MAKE_ADMIN,
    UNMAKE_ADMIN,
    DEACTIVATE,
    REACTIVATE,
    DELETE;

    /** The acts that are possible in the account's present state. */
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
            case SIGN_IN_CODE -> user.isActive() && user.role() != Role.ADMIN;
            case DEACTIVATE -> user.isActive();
            case REACTIVATE -> !user.isActive();
            case RESET_PASSWORD, END_SESSIONS, DELETE -> true;
        };
    }

    public String getCode() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The message key of its label, hint and consequences. */
    String key() {
        return "act." + getCode();
    }

    /** @param own whether it is the caller's own account, for which the consequences may differ */
    String consequence(PageWords words, boolean own) {
        var general = words.get(key() + ".consequence");
        return own ? words.or(key() + ".own", general) : general;
    }

    /** Whether the account's number must be typed, for acts that the caller cannot undo. */
    boolean asksForNumber(boolean own) {
        return this == DELETE || (own && (this == DEACTIVATE || this == UNMAKE_ADMIN));
    }

    /** Whether the core requires a recently given password. */
    boolean asksForPassword(User user) {
        return switch (this) {
            case RESET_PASSWORD, SIGN_IN_CODE, MAKE_ADMIN, DELETE -> true;
            case REACTIVATE -> user.role() == Role.ADMIN;
            case END_SESSIONS, UNMAKE_ADMIN, DEACTIVATE -> false;
        };
    }

    /** Whether it cannot be undone. */
    public boolean isForEver() {
        return this == DELETE;
    }
}
