package org.hostelchat.user;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditDraft;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.storage.Columns;
import org.hostelchat.storage.ManyRows;

/** A file's people as they will be stored: prepared without a transaction, and stored with few statements within one. */
final class RollStore {

    private final Caller by;
    private final Map<String, User> added = new LinkedHashMap<>();
    private final List<User> changed = new ArrayList<>();
    private final List<AuditDraft> acts = new ArrayList<>();

    /** Somebody of those who hold office without an end, and who gets one by the file; null for nobody. */
    private User leaving;

    private RollStore(Caller by) {
        this.by = by;
    }

    /** @param plan of this call alone: its users are changed */
    static RollStore of(RollPlan plan, Caller by, Instant now) {
        var store = new RollStore(by);
        for (var row : plan.rows()) {
            switch (row.kind()) {
                case ADDED -> store.add(row, now);
                case CHANGED, MOVED -> store.change(plan.user(row), row);
                case UNCHANGED, WRONG, MISSING -> {}
            }
        }
        return store;
    }

    /** @param people none of whom has an account */
    static RollStore of(List<NewUser> people, Caller by, Instant now) {
        var store = new RollStore(by);
        people.forEach(person -> store.add(person, now));
        return store;
    }

    int added() {
        return added.size();
    }

    boolean isEmpty() {
        return added.isEmpty();
    }

    private void add(RollRow row, Instant now) {
        add(new NewUser(row.name(), row.number(), Role.STUDENT, null, row.details()), now);
    }

    private void add(NewUser person, Instant now) {
        var user = new User(person.name(), person.enrolmentNumber(), person.role(), now);
        user.describe(person.details());
        // No password has this hash: nobody signs in before there is one.
        user.givePassword("", true, now);
        added.put(EnrolmentNumbers.key(person.enrolmentNumber()), user);
    }

    private void change(User user, RollRow row) {
        var wasLasting = user.isLastingAdmin();
        var record = new UserRecord(user);
        user.rename(row.name());
        user.describe(row.details());
        if (wasLasting && !user.isLastingAdmin()) leaving = user;
        acts.addAll(record.changes(by));
        changed.add(user);
    }

    /** Stores everything within the caller's transaction, as its last step. */
    void store(EntityManager em, long importId, ChangeLog changes, AuditTrail trail) {
        var told = new ArrayList<Change>();
        ManyRows.update(
                em,
                "users",
                UserRow.DESCRIBED,
                changed.stream().map(UserRow::described).toList());
        if (leaving != null) UserRefusals.refuseWithoutAdmin(em, leaving);
        changed.forEach(user -> told.add(new Change.UserChanged(user.id())));
        for (var user : insert(em, importId)) {
            told.add(new Change.UserChanged(user.id()));
            acts.add(UserRecord.registered(AuditAct.USER_REGISTERED, by).apply(user));
        }
        changes.append(em, told);
        trail.record(em, acts);
    }

    private List<User> insert(EntityManager em, long importId) {
        var users = List.copyOf(added.values());
        var before = last(em);
        ManyRows.insert(
                em, "users", UserRow.WHOLE, users.stream().map(UserRow::whole).toList());
        var ids = em.createNativeQuery("select id, enrolment_key from users where id > ?1")
                .setParameter(1, before)
                .getResultList();
        for (var each : ids) {
            var columns = (Object[]) each;
            added.get((String) columns[1]).stored(Columns.number(columns[0]));
        }
        ManyRows.insert(
                em,
                "register_slips",
                SlipRepository.COLUMNS,
                users.stream()
                        .map(user -> List.<Object>of(user.id(), importId, true))
                        .toList());
        return users;
    }

    /** The last account's number. Others wait for the register's lock, so that all above it will be this file's. */
    private static long last(EntityManager em) {
        return Columns.number(
                em.createNativeQuery("select coalesce(max(id), 0) from users").getSingleResult());
    }
}
