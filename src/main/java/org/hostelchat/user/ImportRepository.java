package org.hostelchat.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Transactions;

/** Stores imports and the files that were looked at. Every change is one transaction. */
@ApplicationScoped
public class ImportRepository {

    /** So many files that are not stored are kept, each for a day. */
    static final int MOST_FILES = 8;

    private static final Duration KEPT = Duration.ofDays(1);

    /** So often a comparison is repeated that somebody else's change has overtaken. */
    private static final int TRIES = 3;

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
    long add(byte[] content, String name, Caller by, Instant now) {
        var removed = new AtomicBoolean();
        var id = transactions.write(em -> {
            var row = new RegisterImport(ImportLook.Kind.FILE, name, idOf(by), now);
            em.persist(row);
            em.flush();
            em.persist(new RollContent(row.id(), content));
            em.flush();
            removed.set(em.createQuery("delete from RollContent f where f.importId <= :last")
                            .setParameter("last", surplus(em))
                            .executeUpdate()
                    > 0);
            return row.id();
        });
        if (removed.get()) transactions.wordsRemoved();
        return id;
    }

    /** The last of the files for which there is no space any more; 0 for none. */
    private static long surplus(EntityManager em) {
        return em.createQuery("select f.importId from RollContent f order by f.importId desc", Long.class)
                .setFirstResult(MOST_FILES)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(0L);
    }

    /** Deletes files that nobody has stored within a day. To be called regularly. */
    void forgetOld(Instant now) {
        var old = transactions.read(em -> em.createQuery(
                        "select f.importId from RollContent f, RegisterImport i where i.id = f.importId and i.createdAt < :before",
                        Long.class)
                .setParameter("before", now.minus(KEPT))
                .getResultList());
        if (old.isEmpty()) return;
        transactions.write(em -> em.createQuery("delete from RollContent f where f.importId in :old")
                .setParameter("old", old)
                .executeUpdate());
        transactions.wordsRemoved();
    }

    /** Deletes the rows of files that were stored long ago. To be called regularly. */
    void forgetRows(Instant now) {
        var any = false;
        while (transactions.write(em -> ImportedRows.forgetOld(em, now)) > 0) any = true;
        if (any) transactions.wordsRemoved();
    }

    /** As {@link ImportedRows#page}. */
    RollLines rows(long id, RollRow.Kind kind, long after, int size) {
        return transactions.read(em -> ImportedRows.page(em, id, kind, after, size));
    }

    static Long idOf(Caller by) {
        return by.isOperator() ? null : Long.valueOf(by.id());
    }

    Optional<RegisterImport> find(long id) {
        return transactions.read(em -> Optional.ofNullable(em.find(RegisterImport.class, id)));
    }

    /** The imports whose files are there. */
    List<Long> files() {
        return transactions.read(em -> em.createQuery("select f.importId from RollContent f", Long.class)
                .getResultList());
    }

    /** How the columns of a file are read; empty if the file is stored or forgotten. */
    Optional<LookedFiles.Reading> reading(long id) {
        return transactions.read(em -> em.createQuery(
                        "select f.importId, f.fields from RollContent f where f.importId = :id", Object[].class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(row -> new LookedFiles.Reading(RollContent.fields((String) row[1]))));
    }

    Optional<RollContent> file(long id) {
        return transactions.read(em -> Optional.ofNullable(em.find(RollContent.class, id)));
    }

    void readAs(long id, List<String> fields) {
        transactions.write(em -> {
            var file = em.find(RollContent.class, id);
            if (file == null) throw ImportRefusals.notThere();
            file.readAs(fields);
            return file;
        });
    }

    /** The latest imports that are stored, or whose file is still there. */
    List<RegisterImport> list(int limit) {
        return transactions.read(em -> em.createQuery(
                        "select i from RegisterImport i where i.appliedAt is not null"
                                + " or i.id in (select f.importId from RollContent f) order by i.id desc",
                        RegisterImport.class)
                .setMaxResults(limit)
                .getResultList());
    }

    /** The names of those who did these imports, by account; without those who were erased. */
    Map<Long, String> names(Collection<RegisterImport> rows) {
        var names = new HashMap<Long, String>();
        var ids = rows.stream()
                .map(RegisterImport::byId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (ids.isEmpty()) return names;
        transactions
                .read(em -> em.createQuery("select u.id, u.name from User u where u.id in :ids", Object[].class)
                        .setParameter("ids", ids)
                        .getResultList())
                .forEach(user -> names.put((Long) user[0], (String) user[1]));
        return names;
    }

    /** The slips of those of these imports that have any. */
    Map<Long, SlipCount> slips(Collection<RegisterImport> rows) {
        var ids = rows.stream()
                .filter(row -> row.total() > 0 && !row.isTaken())
                .map(RegisterImport::id)
                .toList();
        return ids.isEmpty() ? Map.of() : transactions.read(em -> SlipRepository.counts(em, ids));
    }

    RollPlan plan(RollFile file) {
        return transactions.read(em -> RollPlan.of(file, UserQuery.find(em, RollPlan.numbers(file))));
    }

    /** The active students of the register who are not among these accounts. */
    List<RollRow> missing(Set<Long> named) {
        return transactions.read(em -> em.createQuery(
                        "select u.id, u.name, u.enrolmentNumber from User u where u.active = true and u.role = :student"
                                + " order by u.nameKey, u.id",
                        Object[].class)
                .setParameter("student", Role.STUDENT)
                .getResultStream()
                .filter(user -> !named.contains((Long) user[0]))
                .map(user -> new RollRow(
                        0, RollRow.Kind.MISSING, (String) user[1], (String) user[2], Map.of(), List.of(), (Long)
                                user[0]))
                .toList());
    }

    /**
     * Stores those rows of a file that can be stored. All that needs time is done before the transaction, for which everybody who posts has to wait;
     * within it the log of changes tells whether the register is still the same.
     *
     * @param seen the file as it was looked at
     * @return false if the register is not as it was looked at: nothing was stored
     * @throws Refusal.Conflict if it is stored already, or no admin would be left who stays
     */
    boolean apply(long id, LookedFile seen, Caller by, Instant now) {
        for (var tries = 0; tries < TRIES; tries++) {
            var since = changes.last();
            var plan = plan(seen.file());
            if (!plan.rows().equals(seen.plan().rows())) return false;
            var store = RollStore.of(plan, by, now).keeping(ImportedRows.of(id, seen));
            if (apply(id, seen, store, since, by, now)) return true;
        }
        return false;
    }

    private boolean apply(long id, LookedFile seen, RollStore store, long since, Caller by, Instant now) {
        var stored = transactions.write(em -> {
            UserRepository.lock(em);
            var row = em.find(RegisterImport.class, id);
            if (row == null || row.isApplied()) throw ImportRefusals.notChecked();
            if (ChangeLog.isAnybodyChangedSince(em, since)) return false;
            row.applied(seen, idOf(by), now);
            em.createQuery("delete from RollContent f where f.importId = :id")
                    .setParameter("id", id)
                    .executeUpdate();
            store.store(em, id, changes, trail);
            return true;
        });
        if (stored) transactions.wordsRemoved();
        return stored;
    }
}
