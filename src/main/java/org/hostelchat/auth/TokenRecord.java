package org.hostelchat.auth;

import static java.util.stream.Collectors.toMap;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditDraft;
import org.hostelchat.principal.Caller;
import org.hostelchat.user.User;

/**
 * Creates the audit entries about access tokens: ids, names, scopes, expiry and owners. The name of a personal token is
 * erased with its owner's, because it may contain that ("Asha's laptop").
 */
final class TokenRecord {

    private TokenRecord() {}

    /** The same act for each of the tokens. To be called before an owner's row is removed. */
    static List<AuditDraft> of(EntityManager em, AuditAct act, Caller by, List<AccessToken> tokens) {
        var owners = owners(em, tokens);
        return tokens.stream()
                .map(token -> of(act, by, token, token.isMachines() ? null : owners.get(token.userId())))
                .toList();
    }

    private static AuditDraft of(AuditAct act, Caller by, AccessToken token, User owner) {
        var draft = AuditDraft.of(act, by).on("token", token.id(), token.isMachines() ? token.name() : null);
        if (owner != null) {
            draft.person(owner.id(), owner.name(), owner.enrolmentNumber());
            if (act == AuditAct.TOKEN_CREATED) draft.name("name", null, token.name());
            else draft.name("name", token.name(), null);
        }
        if (act != AuditAct.TOKEN_CREATED) return draft;
        return draft.change("scope", null, token.scope())
                .change("machine", null, token.isMachines())
                .change("expires", null, seconds(token.expiresAt()));
    }

    /** Fractions of seconds are of no interest in the record. */
    private static Instant seconds(Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS);
    }

    private static Map<Long, User> owners(EntityManager em, List<AccessToken> tokens) {
        var ids = tokens.stream()
                .map(AccessToken::userId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (ids.isEmpty()) return Map.of();
        return em.createQuery("select u from User u where u.id in :ids", User.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(toMap(User::id, user -> user));
    }
}
