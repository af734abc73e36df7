package org.hostelchat.page.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hostelchat.page.PageWords;
import org.hostelchat.principal.Role;
import org.hostelchat.user.User;

/** What an official can do with an account, each on a page of its own that says what it will do before it is done. */
public enum UserAct {
    RESET_PASSWORD,
    END_SESSIONS,
    MAKE_ADMIN,
    UNMAKE_ADMIN,
    DEACTIVATE,
    REACTIVATE,
    DELETE;

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

    /** Under which the pages' words have its label, a hint and its consequences. */
    String key() {
        return "act." + getCode();
    }

    /** @param own whether it is the account of whoever does it, for whom it may mean something else */
    String consequence(PageWords words, boolean own) {
        var general = words.get(key() + ".consequence");
        return own ? words.or(key() + ".own", general) : general;
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
