package org.hostelchat.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.user.Credentials;
import org.hostelchat.user.SessionEnd;
import org.hostelchat.user.User;

/** Implements the port by which {@code user} changes passwords, sessions and tokens. */
@ApplicationScoped
public class StoredCredentials implements Credentials {

    private Passwords passwords;
    private AuthSettings settings;
    private AuditLog audit;
    private Clock clock;

    protected StoredCredentials() {}

    @Inject
    StoredCredentials(Passwords passwords, AuthSettings settings, AuditLog audit, Clock clock) {
        this.passwords = passwords;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String newInitialPassword() {
        return Secrets.newPassword();
    }

    @Override
    public Optional<Phrase> problem(String password, String name, String enrolmentNumber) {
        return PasswordRules.problem(password, name, enrolmentNumber, settings.hostelName());
    }

    @Override
    public String hash(String password) {
        return passwords.hash(password);
    }

    @Override
    public void endSessions(EntityManager em, User user, SessionEnd why) {
        SignInCodeRepository.removeAll(em, List.of(user.id()));
        SessionRepository.removeAll(em, user.id(), why, clock.instant());
    }

    @Override
    public void endSessions(EntityManager em, Collection<Long> userIds, SessionEnd why) {
        SignInCodeRepository.removeAll(em, userIds);
        EndedSession.end(em, why, clock.instant(), "s.userId in :users", Map.of("users", userIds));
    }

    @Override
    public void endOtherSessions(EntityManager em, User user, String keptSessionId) {
        SignInCodeRepository.removeAll(em, List.of(user.id()));
        SessionRepository.removeOthers(em, user.id(), keptSessionId, clock.instant());
    }

    @Override
    public Revoked revokeTokens(EntityManager em, User user, Caller by) {
        var tokens = AccessTokenRepository.removeAll(em, user.id());
        for (var token : tokens) {
            audit.recordOnSuccess("token-revoked", by, "token", token.id(), "name", token.name());
        }
        return new Revoked(
                TokenRecord.of(em, AuditAct.TOKEN_REVOKED, by, tokens),
                tokens.stream().map(AccessToken::ended).toList());
    }
}
