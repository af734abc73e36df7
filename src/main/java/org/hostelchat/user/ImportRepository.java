package org.hostelchat.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditDraft;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Transactions;

/** Stores imports and their slips. Every change is one transaction. */
@ApplicationScoped
public class ImportRepository {

    private Transactions transactions;
    private ChangeLog changes;
    private AuditTrail trail;

    protected ImportRepository() {}

    @Inject
    public ImportRepository(Transactions transactions, ChangeLog changes, AuditTrail trail) {
        this.transactions = transactions;
        this.changes = changes;
        this.trail = trail;
    }

    /** @return the id of a new import */
    public long add(Instant now) {
        return transactions.write(em -> {
            var row = new RegisterImport(now);
            em.persist(row);
            em.flush();
            return row.id();
        });
    }

    Optional<RegisterImport> find(long id) {
        return transactions.read(em -> Optional.ofNullable(em.find(RegisterImport.class, id)));
    }

    /** How many slips of an import wait for their passwords. */
    long pending(long id) {
        return transactions.read(em -> pending(em, id));
    }

    private static long pending(EntityManager em, long id) {
        return em.createQuery(
                        "select count(s) from ImportSlip s where s.importId = :id and s.pending = true", Long.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    RollPlan plan(RollFile file) {
        return transactions.read(em -> RollPlan.of(file, UserQuery.find(em, RollPlan.numbers(file))));
    }

    long activeStudents() {
        return transactions.read(em -> em.createQuery(
                        "select count(u) from User u where u.active = true and u.role = :student", Long.class)
                .setParameter("student", Role.STUDENT)
                .getSingleResult());
    }

    /**
     * Stores those rows of a file that can be stored.
     *
     * @param expected whether the register is still as it was looked at
     * @throws Refusal.Conflict if it is not, or if no admin would be left who stays
     */
    void apply(long id, RollFile file, Predicate<RollPlan> expected, Caller by, Instant now) {
        transactions.write(em -> {
            UserRepository.lock(em);
            var row = em.find(RegisterImport.class, id);
            if (row == null || row.isApplied()) throw ImportRefusals.notChecked();
            var found = UserQuery.find(em, RollPlan.numbers(file));
            var plan = RollPlan.of(file, found);
            if (!expected.test(plan)) throw ImportRefusals.changedMeanwhile();
            var added = store(em, plan, found, by, now);
            em.flush();
            added.forEach(user -> em.persist(new ImportSlip(user.id(), id)));
            row.applied(added.size(), now);
            return added;
        });
        transactions.wordsRemoved();
    }

    private List<User> store(EntityManager em, RollPlan plan, List<User> found, Caller by, Instant now) {
        Map<Long, User> byId = found.stream().collect(Collectors.toMap(User::id, user -> user));
        var added = new ArrayList<User>();
        var acts = new ArrayList<AuditDraft>();
        var told = new ArrayList<Change>();
        for (var row : plan.rows()) {
            switch (row.kind()) {
                case ADDED -> added.add(newUser(row, now));
                case CHANGED, MOVED -> {
                    var own = change(em, byId.get(row.userId()), row, by);
                    acts.addAll(own);
                    if (!own.isEmpty()) told.add(new Change.UserChanged(row.userId()));
                }
                case UNCHANGED, WRONG -> {}
            }
        }
        added.forEach(em::persist);
        em.flush();
        for (var user : added) {
            told.add(new Change.UserChanged(user.id()));
            acts.add(UserRecord.registered(AuditAct.USER_REGISTERED, by).apply(user));
        }
        changes.append(em, told);
        trail.record(em, acts);
        return added;
    }

    private static User newUser(RollRow row, Instant now) {
        var user = new User(row.name(), row.number(), Role.STUDENT, now);
        user.describe(row.details());
        // No password has this hash: nobody signs in before there is one.
        user.givePassword("", true, now);
        return user;
    }

    private static List<AuditDraft> change(EntityManager em, User user, RollRow row, Caller by) {
        var wasLasting = user.isLastingAdmin();
        var record = new UserRecord(user);
        user.rename(row.name());
        user.describe(row.details());
        if (wasLasting && !user.isLastingAdmin()) UserRefusals.refuseWithoutAdmin(em, user);
        return record.changes(by);
    }

    /** Has passwords made anew whose slips were not taken: those made before are gone with the process that made them. */
    void makeAnew() {
        var any = transactions.read(
                em -> !em.createQuery("select s.userId from ImportSlip s where s.pending = false", Long.class)
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty());
        if (!any) return;
        transactions.write(
                em -> em.createQuery("update ImportSlip s set s.pending = true").executeUpdate());
    }

    List<Long> nextPending(int limit) {
        return transactions.read(em -> em.createQuery(
                        "select s.userId from ImportSlip s where s.pending = true order by s.userId", Long.class)
                .setMaxResults(limit)
                .getResultList());
    }

    /**
     * Stores passwords of people who still wait for them.
     *
     * @param hashes by account
     * @return the import of each account whose password was stored
     */
    Map<Long, Long> hashed(Map<Long, String> hashes, Instant now) {
        return transactions.write(em -> {
            UserRepository.lock(em);
            var slips = em.createQuery("select s from ImportSlip s where s.userId in :ids", ImportSlip.class)
                    .setParameter("ids", hashes.keySet())
                    .getResultList();
            Map<Long, Long> stored = new java.util.HashMap<>();
            for (var slip : slips) {
                var user = em.find(User.class, slip.userId());
                if (slip.isAbout(user)) {
                    user.givePassword(hashes.get(slip.userId()), true, now);
                    slip.hashed(now);
                    stored.put(slip.userId(), slip.importId());
                } else {
                    // Reset at the desk, signed in or erased meanwhile: no slip of ours opens anything.
                    em.remove(slip);
                }
            }
            return stored;
        });
    }

    /**
     * Marks the slips of an import as taken. The days for which an initial password lasts begin now.
     *
     * @param known the accounts whose passwords are in memory
     * @return whose they are
     * @throws Refusal.Conflict if the password of one of them is not known: its slip would be lost
     */
    List<User> take(long id, Set<Long> known, Caller by, Instant now) {
        return transactions.write(em -> {
            UserRepository.lock(em);
            var row = em.find(RegisterImport.class, id);
            if (row == null || !row.isApplied()) throw ImportRefusals.notThere();
            if (row.isTaken()) throw new Refusal.Gone("slips-taken", Phrase.of("import.slips-taken"));
            if (pending(em, id) > 0) {
                throw ImportRefusals.notReady();
            }
            var users = em.createQuery(
                            "select u from User u, ImportSlip s where s.importId = :id and u.id = s.userId"
                                    + " and u.passwordSetAt = s.hashedAt and u.mustChangePassword = true",
                            User.class)
                    .setParameter("id", id)
                    .getResultList();
            if (!users.stream().allMatch(user -> known.contains(user.id()))) throw ImportRefusals.notReady();
            users.forEach(user -> user.givePassword(user.passwordHash(), true, now));
            em.createQuery("delete from ImportSlip s where s.importId = :id")
                    .setParameter("id", id)
                    .executeUpdate();
            row.taken(now);
            trail.record(
                    em,
                    AuditDraft.of(AuditAct.LIST_TAKEN, by)
                            .on("list", null, "slips-" + id)
                            .change("as", null, "slips"));
            return users;
        });
    }
}
