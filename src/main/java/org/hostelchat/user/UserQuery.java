package org.hostelchat.user;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import org.hostelchat.principal.Role;
import org.hostelchat.text.LikePattern;
import org.hostelchat.text.TextKey;

/**
 * Queries of the register, within the caller's transaction if there is one. A text matches users whose name or
 * enrolment number contains every word of it, in any order, ignoring case and accents. A text without words matches
 * everybody.
 */
public final class UserQuery {

    private UserQuery() {}

    /**
     * The stored text that is searched, in three lines: the name, the number as written, and the number without
     * separators.
     */
    public static String searchKey(String name, String enrolmentNumber) {
        return TextKey.searching(name)
                + '\n'
                + TextKey.searching(enrolmentNumber)
                + '\n'
                + TextKey.undivided(enrolmentNumber);
    }

    /** Matching users with ids above {@code after}, in the order of registration. */
    public static List<User> after(EntityManager em, String text, long after, int limit) {
        return containing(em, text, " and u.id > :after order by u.id")
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Matching users in another order, without the first {@code skip}. */
    static List<User> ordered(EntityManager em, String text, UserOrder order, int skip, int limit) {
        return containing(em, text, " order by " + order.clause())
                .setFirstResult(skip)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * Active accounts whose name contains every word of a text, by name. Numbers are not searched, because callers may
     * not know them.
     */
    static List<User> activeNamed(EntityManager em, String text, long butNot, int limit) {
        // In the search key the name is the first of three lines: two line breaks must follow the word.
        return containing(em, text, "\n%\n%", " and u.active = true and u.id <> :not order by u.nameKey, u.id")
                .setParameter("not", butNot)
                .setMaxResults(limit)
                .getResultList();
    }

    /** As {@link #activeNamed}, deactivated ones included; nobody for a text without words. */
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

    /** The users with exactly this name: active ones first, then by time of registration. */
    static List<User> named(EntityManager em, String name, int limit) {
        return em.createQuery("select u from User u where u.nameKey = :key order by u.active desc, u.id", User.class)
                .setParameter("key", Names.key(name))
                .setMaxResults(limit)
                .getResultList();
    }

    /** The user with this enrolment number. */
    static Optional<User> find(EntityManager em, String enrolmentNumber) {
        return em.createQuery("select u from User u where u.enrolmentKey = :key", User.class)
                .setParameter("key", EnrolmentNumbers.key(enrolmentNumber))
                .getResultStream()
                .findFirst();
    }

    /** The number of active admins, not counting this one. */
    static long officials(EntityManager em, long notCounting) {
        return em.createQuery(
                        "select count(u) from User u where u.role = :admin and u.active = true and u.id <> :other",
                        Long.class)
                .setParameter("admin", Role.ADMIN)
                .setParameter("other", notCounting)
                .getSingleResult();
    }

    /** The user whose enrolment number or name is this login. Takes the same time if there is none. */
    static Optional<LoginMatch> byLogin(EntityManager em, String login) {
        var byNumber = find(em, login);
        var byName = named(em, login, 2);
        if (byNumber.isPresent()) return byNumber.map(user -> new LoginMatch(user, false));
        return byName.stream().findFirst().map(user -> new LoginMatch(user, byName.size() > 1));
    }
}
