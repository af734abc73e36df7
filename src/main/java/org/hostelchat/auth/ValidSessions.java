package org.hostelchat.auth;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.ParameterMarks;

/**
 * Which of the sessions and tokens that callers authenticated by are still valid, for the drafts of one batch, within the
 * transaction that stores them. They stay so until it ends: whoever ends a session waits for it. So nothing is stored
 * for a session after the commit that ended it, whichever node that was on. A session that somebody is just ending has
 * ended: the batch does not wait for that, since it holds the posts of many.
 *
 * <p>Takes one query for all sessions, and one for all tokens if there are any. To be read before any room is locked,
 * because transactions that end sessions and change rooms lock them in this order.
 */
public final class ValidSessions {

    private final Set<String> valid = new HashSet<>();

    private ValidSessions() {}

    /** @param keeping as {@link org.hostelchat.storage.Transactions#keepingRows} */
    public static ValidSessions among(EntityManager em, String keeping, Collection<Caller> callers, Instant now) {
        var found = new ValidSessions();
        var sessions = new HashSet<String>();
        var tokens = new HashSet<Long>();
        for (var caller : callers) {
            var session = caller.source().session();
            if (!isChecked(session)) continue;
            AccessToken.idOf(session).ifPresentOrElse(tokens::add, () -> sessions.add(session));
        }
        if (!sessions.isEmpty()) {
            for (var id : read(
                    em.createNativeQuery("select token_hash from sessions where token_hash in ("
                            + ParameterMarks.of(sessions) + ")" + keeping),
                    sessions)) found.valid.add((String) id);
        }
        if (!tokens.isEmpty()) {
            var query = em.createNativeQuery("select id from access_tokens where id in (" + ParameterMarks.of(tokens)
                    + ") and (expires_at is null or expires_at > ?)" + keeping);
            query.setParameter(tokens.size() + 1, now.toEpochMilli());
            for (var id : read(query, tokens)) found.valid.add(AccessToken.sessionOf(((Number) id).longValue()));
        }
        return found;
    }

    /** Callers without a session are programs on this host, and the operator's key is no row of the database. */
    private static boolean isChecked(String session) {
        return session != null && !session.equals(OperatorKey.SESSION);
    }

    private static List<?> read(Query query, Collection<?> ids) {
        var next = 1;
        for (var id : ids) query.setParameter(next++, id);
        return query.getResultList();
    }

    /** @throws Refusal.NotSignedIn if the session or token that this caller authenticated by has ended */
    public void require(Caller caller) {
        var session = caller.source().session();
        if (isChecked(session) && !valid.contains(session)) throw new Refusal.NotSignedIn();
    }
}
