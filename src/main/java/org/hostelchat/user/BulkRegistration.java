package org.hostelchat.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.principal.Caller;
import org.hostelchat.storage.Transactions;

/** Registers many people together, who get initial passwords and slips as after the import of a file. Thread-safe. */
@ApplicationScoped
public class BulkRegistration {

    private Transactions transactions;
    private ChangeLog changes;
    private AuditTrail trail;
    private Clock clock;

    protected BulkRegistration() {}

    @Inject
    public BulkRegistration(Transactions transactions, ChangeLog changes, AuditTrail trail, Clock clock) {
        this.transactions = transactions;
        this.changes = changes;
        this.trail = trail;
        this.clock = clock;
    }

    /** The accounts with these numbers, by the keys of the numbers. */
    public Map<String, Long> accounts(Caller by, Collection<String> numbers) {
        by.requireAdmin();
        var accounts = new HashMap<String, Long>();
        transactions
                .read(em -> UserQuery.find(em, numbers))
                .forEach(user -> accounts.put(EnrolmentNumbers.key(user.enrolmentNumber()), user.id()));
        return accounts;
    }

    /**
     * Registers those of these people whose numbers nobody has, in one transaction; once for each list, so that whoever is erased does not come
     * back when it is read again.
     *
     * @param digest of the list
     * @param people at most 20,000, with different numbers, names and numbers in their normal forms and without problems; passwords are ignored
     * @param source what their list is called, for whoever looks for the slips
     * @return the import with their slips; empty if nobody is new, or if it was registered before
     * @throws org.hostelchat.refusal.Refusal.NotAllowed if the caller does not hold the operator key
     */
    public Optional<Long> register(Caller by, List<NewUser> people, String source, String digest) {
        if (!by.isOperator()) throw Caller.adminsOnly();
        if (people.size() > RollFile.MOST_ROWS) throw new IllegalArgumentException("too many people");
        var numbers = people.stream().map(NewUser::enrolmentNumber).toList();
        var now = clock.instant();
        return transactions.write(em -> {
            UserRepository.lock(em);
            if (isRegistered(em, digest)) return Optional.empty();
            em.createNativeQuery("insert into registered_files (digest, at) values (?1, ?2)")
                    .setParameter(1, digest)
                    .setParameter(2, now.toEpochMilli())
                    .executeUpdate();
            var taken = new HashMap<String, User>();
            UserQuery.find(em, numbers).forEach(user -> taken.put(EnrolmentNumbers.key(user.enrolmentNumber()), user));
            var store = RollStore.of(
                    people.stream()
                            .filter(person -> !taken.containsKey(EnrolmentNumbers.key(person.enrolmentNumber())))
                            .toList(),
                    by,
                    now);
            if (store.isEmpty()) return Optional.empty();
            var row = new RegisterImport(ImportLook.Kind.FILE, source, null, now);
            row.appliedWithout(store.added(), taken.size(), now);
            em.persist(row);
            em.flush();
            store.store(em, row.id(), changes, trail);
            return Optional.of(row.id());
        });
    }

    /** Whether the people of the list with this digest were registered. */
    public boolean isRegistered(Caller by, String digest) {
        by.requireAdmin();
        return transactions.read(em -> isRegistered(em, digest));
    }

    private static boolean isRegistered(EntityManager em, String digest) {
        return !em.createNativeQuery("select 1 from registered_files where digest = ?1")
                .setParameter(1, digest)
                .getResultList()
                .isEmpty();
    }
}
