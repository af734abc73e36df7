package org.hostelchat.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private final Map<RegisterColumn, String> details;

    UserRecord(User user) {
        this.user = user;
        this.name = user.name();
        this.number = user.enrolmentNumber();
        this.role = user.role();
        this.active = user.isActive();
        this.details = user.details();
    }

    /** Builds the entry of a registration. To be called after the user was stored, which assigns the id. */
    static Function<User, AuditDraft> registered(AuditAct act, Caller by) {
        return user -> {
            var draft = new UserRecord(user)
                    .of(act, by)
                    .name("name", null, user.name())
                    .name("number", null, user.enrolmentNumber())
                    .change("role", null, user.role());
            user.details().forEach((column, value) -> draft.name(column.code(), null, value));
            return draft;
        };
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

    /** What stands in the register's columns goes with the account, as its name does. */
    private AuditDraft described(Caller by) {
        var act = of(AuditAct.USER_DETAILS_CHANGED, by);
        for (var column : RegisterColumn.values()) {
            act.name(column.code(), details.get(column), user.detail(column));
        }
        return act;
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
        if (!details.equals(user.details())) acts.add(described(by));
        return acts;
    }
}
