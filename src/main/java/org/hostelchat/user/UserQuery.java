package org.hostelchat.user;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;

/**
 * Looks for people on the roll whose name or enrolment number contains a text, in any case of letters; null or blank text is in
 * everybody's.
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
}
