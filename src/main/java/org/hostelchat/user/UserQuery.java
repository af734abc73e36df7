package org.hostelchat.user;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import org.hostelchat.principal.Role;

/**
 * Reads of the register, within the caller's transaction if there is one. A text is found in names and enrolment numbers, in
 * any case of letters; null or blank text is in everybody's.
 */
final class UserQuery {

    private UserQuery() {}

    /** In the order of registration, those with numbers above {@code after}. */
    static List<User> after(EntityManager em, String text, long after, int limit) {
        return containing(em, text, " and u.id > :after order by u.id")
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** In another order, without the first ones. */
    static List<User> ordered(EntityManager em, String text, UserOrder order, int skip, int limit) {
        return containing(em, text, " order by " + order.clause())
                .setFirstResult(skip)
                .setMaxResults(limit)
                .getResultList();
    }

    private static TypedQuery<User> containing(EntityManager em, String text, String rest) {
        return em.createQuery(
                        "select u from User u"
                                + " where (u.nameKey like :name escape '!' or u.enrolmentKey like :number escape '!')"
                                + rest,
                        User.class)
                .setParameter("name", pattern(Names.key(text)))
                .setParameter("number", pattern(EnrolmentNumbers.key(text)));
    }

    private static String pattern(String text) {
        return "%" + text.replaceAll("([!%_])", "!$1") + "%";
    }

    /** Who has exactly this name, active ones first, and of those who has been here longest. */
    static List<User> named(EntityManager em, String name, int limit) {
        return em.createQuery("select u from User u where u.nameKey = :key order by u.active desc, u.id", User.class)
                .setParameter("key", Names.key(name))
                .setMaxResults(limit)
                .getResultList();
    }

    /** Who has this number. */
    static Optional<User> find(EntityManager em, String enrolmentNumber) {
        return em.createQuery("select u from User u where u.enrolmentKey = :key", User.class)
                .setParameter("key", EnrolmentNumbers.key(enrolmentNumber))
                .getResultStream()
                .findFirst();
    }

    /** How many active officials there are, without this one. */
    static long officials(EntityManager em, long notCounting) {
        return em.createQuery(
                        "select count(u) from User u where u.role = :admin and u.active = true and u.id <> :other",
                        Long.class)
                .setParameter("admin", Role.ADMIN)
                .setParameter("other", notCounting)
                .getSingleResult();
    }
}
