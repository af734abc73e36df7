package org.hostelchat.auth;

import java.nio.file.Path;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.storage.Transactions;
import org.hostelchat.support.MovableClock;
import org.hostelchat.support.RecordingEvent;
import org.hostelchat.user.Register;
import org.hostelchat.user.UserErasing;
import org.hostelchat.user.UserRepository;

/** The register, sessions, tokens and passwords over one database, put together as in the server. */
final class Accounts {

    final RecordingEvent<UserErasing> erasing = new RecordingEvent<>();
    final AuditLog audit = new AuditLog();
    final AuditTrail trail = new AuditTrail();
    final Passwords passwords = TestSettings.cheapPasswords();
    final AuthSettings settings;
    final ChangeLog changes;
    final UserRepository users;
    final Register register;
    final Sessions sessions;
    final AccessTokens tokens;
    final SignIns signIns;
    final PasswordChanges passwordChanges;

    Accounts(Transactions database, Path folder, MovableClock clock) {
        settings = TestSettings.in(folder);
        changes = new ChangeLog(database);
        sessions = new Sessions(new SessionRepository(database, changes, trail), settings, clock);
        tokens = new AccessTokens(new AccessTokenRepository(database, changes, trail), audit, clock);
        var credentials = new StoredCredentials(passwords, settings, audit, clock);
        users = new UserRepository(database, erasing, changes, credentials, trail);
        register = new Register(users, credentials, audit, clock);
        var check = new PasswordCheck(users, new PasswordHashes(database), passwords, audit, clock.elapsed());
        signIns = new SignIns(users, sessions, tokens, check, settings, audit, clock);
        passwordChanges = new PasswordChanges(users, passwords, check, sessions, settings, audit, clock);
    }
}
