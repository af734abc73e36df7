package org.hostelchat.audit;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Set;

/** Of whom the record says that their account was erased: their names may be missing, and none may come in again. */
final class ErasedPeople {

    private ErasedPeople() {}

    /** Those of these accounts, by number. */
    static Set<Long> among(EntityManager em, Collection<Long> people) {
        // A query can't ask for none.
        if (people.isEmpty()) return Set.of();
        return Set.copyOf(em.createQuery(
                        "select e.person.id from AuditEntry e where e.act = :erased and e.person.id in :people",
                        Long.class)
                .setParameter("erased", AuditAct.USER_ERASED.code())
                .setParameter("people", people)
                .getResultList());
    }
}
