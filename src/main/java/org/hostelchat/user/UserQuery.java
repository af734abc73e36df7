package org.hostelchat.user;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import org.hostelchat.principal.Role;
import org.hostelchat.text.LikePattern;
import org.hostelchat.text.TextKey;

/**
 * Reads of the register, within the caller's transaction if there is one. A text is found in people whose name or enrolment
 * number contains every word of it, in any order: letters' case and accents don't count. A text without words is in everybody's.
 */
public final class UserQuery {

    private UserQuery() {}

    /** What is stored to be looked in: the name, the number as it is written, and the number without what divides it. */
    public static String searchKey(String name, String enrolmentNumber) {
        return TextKey.searching(name)
                + '\n'
                + TextKey.searching(enrolmentNumber)
                + '\n'
                + TextKey.undivided(enrolmentNumber);
    }

    /** In the order of registration, those with numbers above {@code after}. */
    public static List<User> after(EntityManager em, String text, long after, int limit) {
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

    /**
     * Active accounts whose name contains every word of a text, by name. Numbers are not looked in: this is for whoever may not
     * know them.
     */
    static List<User> activeNamed(EntityManager em, String text, long butNot, int limit) {
        // In what is looked in, the name is the line before two others.
        return containing(em, text, "\n%\n%", " and u.active = true and u.id <> :not order by u.nameKey, u.id")
                .setParameter("not", butNot)
                .setMaxResults(limit)
                .getResultList();
    }

    /** As {@link #activeNamed}, active or not; nobody for a text without words. */
    static List<User> allNamed(EntityManager em, String text, int limit) {
        if (TextKey.words(text).isEmpty()) return List.of();
        return containing(em, text, "\n%\n%", " order by u.nameKey, u.id")
                .setMaxResults(limit)
                .getResultList();
    }

    private static TypedQuery<User> containing(EntityManager em, String text, String rest) {
        return containing(em, text, "", rest);
    }

    private static TypedQuery<User> containing(EntityManager em, String text, String after, String rest) {
        var words = TextKey.words(text);
        var where = new StringBuilder("1 = 1");
        for (int i = 0; i < words.size(); i++)
            where.append(" and u.searchKey like :word").append(i).append(" escape '!'");
        var query = em.createQuery("select u from User u where " + where + rest, User.class);
        for (int i = 0; i < words.size(); i++)
            query.setParameter("word" + i, LikePattern.containing(words.get(i)) + after);
        return query;
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

    /** Whom a login means, by enrolment number or by name. Takes as long for nobody. */
    static Optional<LoginMatch> byLogin(EntityManager em, String login) {
        var byNumber = find(em, login);
        var byName = named(em, login, 2);
        if (byNumber.isPresent()) return byNumber.map(user -> new LoginMatch(user, false));
        return byName.stream().findFirst().map(user -> new LoginMatch(user, byName.size() > 1));
    }
}
