package org.hostelchat.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditDraft;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.storage.ManyRows;
import org.hostelchat.storage.Transactions;

/** Takes the passwords of many people away, and has slips with others made for them. One transaction, with few statements. */
@ApplicationScoped
public class SlipOrders {

    private static final int AT_ONCE = 500;
    private static final String STUDENTS =
            "select u.id, u.name, u.enrolmentNumber from User u where u.active = true and u.role = :student";

    /** A sign-in is noted after up to a minute, a chosen password at once. */
    private static final String NEVER_SEEN = " and u.lastSeenAt is null and u.mustChangePassword = true";

    private Transactions transactions;
    private Credentials credentials;
    private ChangeLog changes;
    private AuditTrail trail;

    protected SlipOrders() {}

    @Inject
    public SlipOrders(Transactions transactions, Credentials credentials, ChangeLog changes, AuditTrail trail) {
        this.transactions = transactions;
        this.credentials = credentials;
        this.changes = changes;
        this.trail = trail;
    }

    /** Of somebody whose password is taken away: no entity, since there may be thousands. */
    private record Person(long id, String name, String number) {}

    /** How many active students have never signed in. */
    long neverSeen() {
        return transactions.read(em -> em.createQuery(
                        "select count(u) from User u where u.active = true and u.role = :student" + NEVER_SEEN,
                        Long.class)
                .setParameter("student", Role.STUDENT)
                .getSingleResult());
    }

    /**
     * For active students whom columns of the register name.
     *
     * @param onlyNeverSeen whether those who have signed in are left out
     * @return the import with their slips; empty if there is nobody
     */
    Optional<Long> forThose(UserFilter filter, boolean onlyNeverSeen, int most, Caller by, Instant now) {
        return order(
                em -> {
                    var query = em.createQuery(
                                    STUDENTS + (onlyNeverSeen ? NEVER_SEEN : "") + filter.condition()
                                            + " order by u.id",
                                    Object[].class)
                            .setParameter("student", Role.STUDENT)
                            .setMaxResults(most);
                    filter.bind(query);
                    return people(query.getResultList());
                },
                by,
                now);
    }

    /** The same for active students with one of these numbers, at most 500. */
    Optional<Long> forPeople(Collection<String> enrolmentNumbers, Caller by, Instant now) {
        var keys = enrolmentNumbers.stream().map(EnrolmentNumbers::key).toList();
        return order(
                em -> people(em.createQuery(STUDENTS + " and u.enrolmentKey in :keys order by u.id", Object[].class)
                        .setParameter("student", Role.STUDENT)
                        .setParameter("keys", keys)
                        .getResultList()),
                by,
                now);
    }

    private static List<Person> people(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new Person((Long) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    private Optional<Long> order(Function<EntityManager, List<Person>> chosen, Caller by, Instant now) {
        return transactions.write(em -> {
            UserRepository.lock(em);
            var people = chosen.apply(em);
            if (people.isEmpty()) return Optional.empty();
            var row = new RegisterImport(ImportLook.Kind.RESET, null, ImportRepository.idOf(by), now);
            row.applied(people.size(), now);
            em.persist(row);
            em.flush();
            for (var from = 0; from < people.size(); from += AT_ONCE) {
                takeAway(em, people.subList(from, Math.min(people.size(), from + AT_ONCE)), now);
            }
            ManyRows.insert(em, "register_slips", SlipRepository.COLUMNS, slips(people, row.id()));
            changes.append(
                    em,
                    people.stream()
                            .map(person -> Change.SessionsEnded.all(person.id()))
                            .toList());
            trail.record(
                    em,
                    people.stream()
                            .map(person -> AuditDraft.of(AuditAct.PASSWORD_RESET, by)
                                    .person(person.id(), person.name(), person.number()))
                            .toList());
            return Optional.of(row.id());
        });
    }

    private static List<List<Object>> slips(List<Person> people, long id) {
        var slips = new ArrayList<List<Object>>();
        people.forEach(person -> slips.add(List.of(person.id(), id, true)));
        return slips;
    }

    /** A slip of an earlier import opens nothing any more. */
    private void takeAway(EntityManager em, List<Person> people, Instant now) {
        var ids = people.stream().map(Person::id).toList();
        em.createQuery("update User u set u.passwordHash = '', u.mustChangePassword = true, u.passwordSetAt = :now,"
                        + " u.passwordPerhapsMisread = false where u.id in :ids")
                .setParameter("now", now)
                .setParameter("ids", ids)
                .executeUpdate();
        em.createQuery("delete from ImportSlip s where s.userId in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
        credentials.endSessions(em, ids, SessionEnd.PASSWORD_RESET);
    }
}
