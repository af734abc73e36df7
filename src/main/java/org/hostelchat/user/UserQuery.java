package org.hostelchat.user;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
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

    private static final int MOST_AT_ONCE = 500;

    private UserQuery() {}

    /** As the other, for a user without values in the columns. */
    public static String searchKey(String name, String enrolmentNumber) {
        return searchKey(name, enrolmentNumber, "");
    }

    /**
     * What is stored to be looked in: the name, the number as it is written, and the number without what divides it, each on a line,
     * and on the last line too what else the register knows.
     */
    static String searchKey(String name, String enrolmentNumber, String details) {
        return TextKey.searching(name)
                + '\n'
                + TextKey.searching(enrolmentNumber)
                + '\n'
                + TextKey.undivided(enrolmentNumber)
                + (details.isEmpty() ? "" : '\t' + details);
    }

    /** Matching users with ids above {@code after}, in the order of registration. */
    public static List<User> after(EntityManager em, String text, long after, int limit) {
        return after(em, UserFilter.of(text), after, limit);
    }

    static List<User> after(EntityManager em, UserFilter filter, long after, int limit) {
        return containing(em, filter, " and u.id > :after order by u.id")
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Matching users in another order, without the first {@code skip}. */
    static List<User> ordered(EntityManager em, UserFilter filter, UserOrder order, int skip, int limit) {
        return containing(em, filter, " order by " + order.clause())
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

    private static TypedQuery<User> containing(EntityManager em, UserFilter filter, String rest) {
        var query = containing(em, filter.text(), "", filter.condition() + rest);
        filter.bind(query);
        return query;
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

    /** Who has one of these numbers: as many queries as there are times five hundred. */
    static List<User> find(EntityManager em, Collection<String> enrolmentNumbers) {
        var keys =
                enrolmentNumbers.stream().map(EnrolmentNumbers::key).distinct().toList();
        var found = new ArrayList<User>();
        for (int from = 0; from < keys.size(); from += MOST_AT_ONCE) {
            found.addAll(em.createQuery("select u from User u where u.enrolmentKey in :keys", User.class)
                    .setParameter("keys", keys.subList(from, Math.min(keys.size(), from + MOST_AT_ONCE)))
                    .getResultList());
        }
        return found;
    }

    /** The number of active admins without a last day, not counting this one. */
    static long officials(EntityManager em, long notCounting) {
        return em.createQuery(
                        "select count(u) from User u where u.role = :admin and u.active = true"
                                + " and u.residence.until is null and u.id <> :other",
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
