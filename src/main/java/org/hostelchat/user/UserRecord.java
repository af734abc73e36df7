package org.hostelchat.user;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditDraft;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;

/** Audit entries about a user. Keeps the user's state at construction and compares later states with it. */
final class UserRecord {

    private final User user;
    private final String name;
    private final String number;
    private final Role role;
    private final boolean active;

    UserRecord(User user) {
        this.user = user;
        this.name = user.name();
        this.number = user.enrolmentNumber();
        this.role = user.role();
        this.active = user.isActive();
    }

    /** Builds the entry of a registration. To be called after the user was stored, which assigns the id. */
    static Function<User, AuditDraft> registered(AuditAct act, Caller by) {
        return user -> new UserRecord(user)
                .of(act, by)
                .name("name", null, user.name())
                .name("number", null, user.enrolmentNumber())
                .change("role", null, user.role());
    }

    /** An entry for an act that changes no visible field. */
    AuditDraft of(AuditAct act, Caller by) {
        return AuditDraft.of(act, by).person(user.id(), user.name(), user.enrolmentNumber());
    }

    /** An entry without the name, which is erased with the account. */
    AuditDraft erased(Caller by) {
        return AuditDraft.of(AuditAct.USER_ERASED, by)
                .person(user.id(), null, null)
                .change("role", role, null)
                .change("active", active, null);
    }

    /** One entry for each field that has changed since construction. */
    List<AuditDraft> changes(Caller by) {
        var acts = new ArrayList<AuditDraft>();
        if (!name.equals(user.name())) {
            acts.add(of(AuditAct.USER_RENAMED, by).name("name", name, user.name()));
        }
        if (!number.equals(user.enrolmentNumber())) {
            acts.add(of(AuditAct.USER_RENUMBERED, by).name("number", number, user.enrolmentNumber()));
        }
        if (role != user.role()) acts.add(of(AuditAct.USER_ROLE_CHANGED, by).change("role", role, user.role()));
        if (active != user.isActive()) {
            var act = user.isActive() ? AuditAct.USER_ACTIVATED : AuditAct.USER_DEACTIVATED;
            acts.add(of(act, by).change("active", active, user.isActive()));
        }
        return acts;
    }
}
