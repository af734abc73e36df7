package org.hostelchat.audit;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Set;

/**
 * The people whose account was erased, according to the record: their names may be missing, and must not be stored
 * again.
 */
final class ErasedPeople {

    private ErasedPeople() {}

    /** Those of the given account ids that were erased. */
    static Set<Long> among(EntityManager em, Collection<Long> people) {
        // Not every database supports an empty list in a query.
        if (people.isEmpty()) return Set.of();
        return Set.copyOf(em.createQuery(
                        "select e.person.id from AuditEntry e where e.act = :erased and e.person.id in :people",
                        Long.class)
                .setParameter("erased", AuditAct.USER_ERASED.code())
                .setParameter("people", people)
                .getResultList());
    }
}
