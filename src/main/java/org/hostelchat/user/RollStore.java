package org.hostelchat.user;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    /** Of the new ones, in their order. */
    private final List<AuditDraft> registered = new ArrayList<>();

    /** As their tables have them: made before the transaction, for which everybody who posts waits. */
    private final List<List<Object>> newRows = new ArrayList<>();

    private final List<List<Object>> changedRows = new ArrayList<>();

    /** Somebody of those who hold office without an end, and who gets one by the file; null for nobody. */
    private User leaving;

    private List<Function<Map<String, Long>, List<Object>>> kept = List.of();

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

    /** @param rows what is to be kept of the file itself */
    RollStore keeping(List<Function<Map<String, Long>, List<Object>>> rows) {
        kept = rows;
        return this;
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
        if (added.putIfAbsent(EnrolmentNumbers.key(person.enrolmentNumber()), user) != null) return;
        newRows.add(UserRow.whole(user));
        registered.add(
                UserRecord.registered(AuditAct.USER_REGISTERED, by).apply(user).prepare());
    }

    private void change(User user, RollRow row) {
        var wasLasting = user.isLastingAdmin();
        var record = new UserRecord(user);
        user.rename(row.name());
        user.describe(row.details());
        if (wasLasting && !user.isLastingAdmin()) leaving = user;
        for (var act : record.changes(by)) acts.add(act.prepare());
        changed.add(user);
        changedRows.add(UserRow.described(user));
    }

    /** Stores everything within the caller's transaction, as its last step. */
    void store(EntityManager em, long importId, ChangeLog changes, AuditTrail trail) {
        var told = new ArrayList<Change>();
        ManyRows.update(em, "users", UserRow.DESCRIBED, changedRows);
        if (leaving != null) UserRefusals.refuseWithoutAdmin(em, leaving);
        changed.forEach(user -> told.add(new Change.UserChanged(user.id())));
        var nth = 0;
        for (var user : insert(em, importId)) {
            told.add(new Change.UserChanged(user.id()));
            acts.add(registered.get(nth++).personId(user.id()));
        }
        ImportedRows.insert(em, kept, ids());
        changes.append(em, told);
        trail.record(em, acts);
    }

    /** The accounts of those who were added, by their numbers' keys. */
    private Map<String, Long> ids() {
        var ids = new HashMap<String, Long>();
        added.forEach((key, user) -> ids.put(key, user.id()));
        return ids;
    }

    private List<User> insert(EntityManager em, long importId) {
        var users = List.copyOf(added.values());
        var before = last(em);
        ManyRows.insert(em, "users", UserRow.WHOLE, newRows);
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
