package org.hostelchat.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditDraft;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.principal.Caller;
import org.hostelchat.storage.Transactions;

/** Stores who is owed a slip with an initial password, and the hashes of these passwords. Every change is one short transaction. */
@ApplicationScoped
public class SlipRepository {

    /** So many passwords are made anew by one statement. */
    private static final int AT_ONCE = 500;

    /** Of a new slip. */
    static final List<String> COLUMNS = List.of("user_id", "import_id", "pending");

    private Transactions transactions;
    private AuditTrail trail;

    protected SlipRepository() {}

    @Inject
    public SlipRepository(Transactions transactions, AuditTrail trail) {
        this.transactions = transactions;
        this.trail = trail;
    }

    /** The slips of each of these imports that has any. */
    Map<Long, SlipCount> counts(Collection<Long> imports) {
        return imports.isEmpty() ? Map.of() : transactions.read(em -> counts(em, imports));
    }

    static Map<Long, SlipCount> counts(EntityManager em, Collection<Long> imports) {
        var counts = new HashMap<Long, SlipCount>();
        em.createQuery(
                        "select s.importId, s.pending, count(s) from ImportSlip s where s.importId in :ids"
                                + " group by s.importId, s.pending",
                        Object[].class)
                .setParameter("ids", imports)
                .getResultStream()
                .forEach(row -> counts.merge(
                        (Long) row[0],
                        new SlipCount((Long) row[2], (Boolean) row[1] ? (Long) row[2] : 0),
                        (one, other) -> new SlipCount(one.all() + other.all(), one.pending() + other.pending())));
        return counts;
    }

    /**
     * Has passwords made anew whose slips nobody has had: those made before are gone with the process that made them. Slips that were given stay as
     * they are, and can't be given again.
     */
    void makeAnew(Instant now) {
        var any = transactions.read(
                em -> !em.createQuery("select s.userId from ImportSlip s where s.pending = false", Long.class)
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty());
        if (!any) return;
        transactions.write(em -> {
            // Nobody is given slips meanwhile, and no node stores a password.
            UserRepository.lock(em);
            em.createQuery("delete from ImportSlip s where s.importId in"
                            + " (select i.id from RegisterImport i where i.givenAt is not null)")
                    .executeUpdate();
            em.createQuery(
                            "update RegisterImport i set i.takenAt = :now where i.givenAt is not null and i.takenAt is null")
                    .setParameter("now", now)
                    .executeUpdate();
            return em.createQuery("update ImportSlip s set s.pending = true").executeUpdate();
        });
    }

    List<Long> nextPending(int limit) {
        return transactions.read(em -> em.createQuery(
                        "select s.userId from ImportSlip s where s.pending = true order by s.userId", Long.class)
                .setMaxResults(limit)
                .getResultList());
    }

    /**
     * Has passwords made anew of slips that nobody has had and whose password is not known here: another node has stored it while it lost this work,
     * or it was stored although the answer of the database was lost.
     *
     * @param known by account
     * @return how many
     */
    int makeUnknownAnew(Map<Long, InitialPasswords.Made> known) {
        var unknown = unknown(known);
        if (unknown.isEmpty()) return 0;
        return transactions.write(em -> {
            UserRepository.lock(em);
            return em.createQuery("update ImportSlip s set s.pending = true where s.userId in :ids and s.importId in"
                            + " (select i.id from RegisterImport i where i.givenAt is null)")
                    .setParameter("ids", unknown)
                    .executeUpdate();
        });
    }

    private List<Long> unknown(Map<Long, InitialPasswords.Made> known) {
        return transactions.read(em -> em.createQuery(
                        "select u.id, u.passwordHash from User u, ImportSlip s, RegisterImport i where u.id = s.userId"
                                + " and i.id = s.importId and i.givenAt is null and s.pending = false"
                                + " and u.passwordSetAt = s.hashedAt and u.mustChangePassword = true order by u.id",
                        Object[].class)
                .getResultStream()
                .filter(row -> !isKnown(row, known))
                .map(row -> (Long) row[0])
                .limit(AT_ONCE)
                .toList());
    }

    /** @param row an account and its password's hash */
    private static boolean isKnown(Object[] row, Map<Long, InitialPasswords.Made> known) {
        var made = known.get((Long) row[0]);
        return made != null && made.hash().equals(row[1]);
    }

    /**
     * Stores passwords of people who still wait for them: not of those for whom another node has stored one meanwhile.
     *
     * @param hashes by account
     * @return the import of each account whose password was stored
     */
    Map<Long, Long> hashed(Map<Long, String> hashes, Instant now) {
        return transactions.write(em -> {
            UserRepository.lock(em);
            var slips = em.createQuery(
                            "select s from ImportSlip s where s.userId in :ids and s.pending = true", ImportSlip.class)
                    .setParameter("ids", hashes.keySet())
                    .getResultList();
            Map<Long, User> users = new HashMap<>();
            em.createQuery("select u from User u where u.id in :ids", User.class)
                    .setParameter("ids", hashes.keySet())
                    .getResultStream()
                    .forEach(user -> users.put(user.id(), user));
            Map<Long, Long> stored = new HashMap<>();
            for (var slip : slips) {
                var user = users.get(slip.userId());
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
     * Notes that somebody gets the slips of an import. The days for which an initial password lasts begin now.
     *
     * @param known the passwords that are known here, by account
     * @return those whose slips still open something
     * @throws org.hostelchat.refusal.Refusal.Gone if somebody has said that they are kept, or none of them opens anything any more
     * @throws org.hostelchat.refusal.Refusal.Conflict if one of them is not made, or was stored by another node
     */
    List<User> give(long id, Map<Long, InitialPasswords.Made> known, Caller by, Instant now) {
        transactions.write(em -> {
            UserRepository.lock(em);
            var row = em.find(RegisterImport.class, id);
            if (row.isTaken()) throw ImportRefusals.slipsTaken();
            var count = counts(em, List.of(id)).getOrDefault(id, SlipCount.NONE);
            if (count.pending() > 0) throw ImportRefusals.notReady();
            var opening = opening(em, id);
            if (opening.isEmpty() && row.total() > 0) throw ImportRefusals.slipsReplaced();
            if (!opening.stream().allMatch(each -> isKnown(each, known))) throw ImportRefusals.notReady();
            row.given(now);
            em.flush();
            beginDays(em, id, now);
            trail.record(
                    em,
                    AuditDraft.of(AuditAct.LIST_TAKEN, by)
                            .on("list", null, "slips-" + id)
                            .change("as", null, "slips"));
            return row;
        });
        return transactions.read(em -> em.createQuery(
                        "select u from User u, ImportSlip s where s.importId = :id and u.id = s.userId"
                                + " and u.passwordSetAt = s.hashedAt and u.mustChangePassword = true",
                        User.class)
                .setParameter("id", id)
                .getResultList());
    }

    /** The accounts that slips of an import open, with the hashes of their passwords. */
    private static List<Object[]> opening(EntityManager em, long id) {
        return em.createQuery(
                        "select u.id, u.passwordHash from User u, ImportSlip s where s.importId = :id and u.id = s.userId"
                                + " and u.passwordSetAt = s.hashedAt and u.mustChangePassword = true",
                        Object[].class)
                .setParameter("id", id)
                .getResultList();
    }

    private static void beginDays(EntityManager em, long id, Instant now) {
        em.createNativeQuery(
                        "update users set password_set_at = ?1 where must_change_password = ?2 and id in"
                                + " (select s.user_id from register_slips s where s.import_id = ?3 and s.hashed_at = users.password_set_at)")
                .setParameter(1, now.toEpochMilli())
                .setParameter(2, true)
                .setParameter(3, id)
                .executeUpdate();
        em.createNativeQuery("update register_slips set hashed_at = ?1 where import_id = ?2 and user_id in"
                        + " (select u.id from users u where u.password_set_at = ?1)")
                .setParameter(1, now.toEpochMilli())
                .setParameter(2, id)
                .executeUpdate();
    }

    /**
     * Forgets the slips of an import, which are kept elsewhere now.
     *
     * @throws org.hostelchat.refusal.Refusal.Gone if somebody has said so before
     * @throws org.hostelchat.refusal.Refusal.Conflict if nobody has had them yet
     */
    void taken(long id, Instant now) {
        transactions.write(em -> {
            UserRepository.lock(em);
            var row = em.find(RegisterImport.class, id);
            if (row.isTaken()) throw ImportRefusals.slipsTaken();
            if (!row.isGiven()) throw ImportRefusals.notGiven();
            row.taken(now);
            return em.createQuery("delete from ImportSlip s where s.importId = :id")
                    .setParameter("id", id)
                    .executeUpdate();
        });
    }
}
