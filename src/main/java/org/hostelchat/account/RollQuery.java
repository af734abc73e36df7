package org.hostelchat.account;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

/** Looks for people on the roll. */
final class RollQuery {

    private RollQuery() {}

    /**
     * Users whose name or enrolment number contains the text, in any case of letters.
     *
     * @param text null or blank for everybody
     * @param rest what narrows and orders them further
     */
    static TypedQuery<User> containing(EntityManager em, String text, String rest) {
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
