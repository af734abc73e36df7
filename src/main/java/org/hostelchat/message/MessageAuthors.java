package org.hostelchat.message;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.user.EnrolmentNumbers;
import org.hostelchat.user.Names;
import org.hostelchat.user.User;
import org.hostelchat.user.UserQuery;

/** Finds the accounts that officials mean by a number, a name, or words of either. */
final class MessageAuthors {

    private static final int MOST = 50;

    private MessageAuthors() {}

    /**
     * The account with exactly this number, else all with exactly this name, else all whose name or number contains the
     * words.
     *
     * @return at least one
     * @throws Refusal.Unacceptable if nobody matches, or too many do
     */
    static List<Long> ids(EntityManager em, String text) {
        var exactly = exactly(em, "u.enrolmentKey", EnrolmentNumbers.key(text));
        if (exactly.isEmpty()) exactly = exactly(em, "u.nameKey", Names.key(text));
        var found = exactly.isEmpty() && !Names.key(text).isEmpty() ? UserQuery.after(em, text, 0, MOST + 1) : exactly;
        if (found.isEmpty()) {
            throw wrong(Phrase.of("message.nobody-found"));
        }
        if (found.size() > MOST) {
            throw wrong(Phrase.of("message.too-many-found", "most", MOST));
        }
        return found.stream().map(User::id).toList();
    }

    private static List<User> exactly(EntityManager em, String path, String key) {
        return em.createQuery("select u from User u where " + path + " = :key", User.class)
                .setParameter("key", key)
                .setMaxResults(MOST + 1)
                .getResultList();
    }

    private static Refusal wrong(Phrase message) {
        return new Refusal.Unacceptable("no-such-author", "author", message);
    }
}
