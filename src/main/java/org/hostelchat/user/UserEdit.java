package org.hostelchat.user;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hostelchat.audit.AuditDraft;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;

/**
 * Changes existing accounts, within the caller's transaction, with all consequences: sessions that end, changes that
 * are announced, and entries in the record.
 */
final class UserEdit {

    private final Credentials credentials;
    private final ChangeLog changes;
    private final AuditTrail trail;

    UserEdit(Credentials credentials, ChangeLog changes, AuditTrail trail) {
        this.credentials = credentials;
        this.changes = changes;
        this.trail = trail;
    }

    /** As {@link UserRepository#change}, for a given user. */
    User change(EntityManager em, User user, UserChange change, Caller by, Instant now) {
        var wasAdmin = user.isActiveAdmin();
        var wasLasting = user.isLastingAdmin();
        var record = new UserRecord(user);
        apply(em, user, change);
        if (!wasAdmin && user.isActiveAdmin()) by.requireRecentAuthentication(now);
        if (wasLasting && !user.isLastingAdmin()) UserRefusals.refuseWithoutAdmin(em, user);
        var acts = record.changes(by);
        var told = new ArrayList<Change>();
        if (!acts.isEmpty()) told.add(new Change.UserChanged(user.id()));
        if (!told.isEmpty() && !user.isActive()) told.add(Change.SessionsEnded.all(user.id()));
        if (!user.isActive()) credentials.endSessions(em, user, SessionEnd.DEACTIVATED);
        // A user who becomes an official again must not regain old tokens.
        if (!wasAdmin || !user.isActiveAdmin()) {
            var revoked = credentials.revokeTokens(em, user, by);
            acts.addAll(revoked.acts());
            if (user.isActive()) told.addAll(revoked.ended());
        }
        changes.append(em, told);
        trail.record(em, acts);
        return user;
    }

    /**
     * Deactivates several accounts. Officials, and those that are deactivated already, are passed over; students have no tokens.
     *
     * @return how many were deactivated
     */
    int deactivate(EntityManager em, List<User> users, Caller by) {
        var acts = new ArrayList<AuditDraft>();
        var told = new ArrayList<Change>();
        var ids = new ArrayList<Long>();
        for (var user : users) {
            if (!user.isActive() || user.role() != Role.STUDENT) continue;
            var record = new UserRecord(user);
            user.setActive(false);
            acts.addAll(record.changes(by));
            told.add(new Change.UserChanged(user.id()));
            told.add(Change.SessionsEnded.all(user.id()));
            ids.add(user.id());
        }
        if (ids.isEmpty()) return 0;
        credentials.endSessions(em, ids, SessionEnd.DEACTIVATED);
        changes.append(em, told);
        trail.record(em, acts);
        return ids.size();
    }

    private static void apply(EntityManager em, User user, UserChange change) {
        if (change.name() != null) user.rename(change.name());
        if (change.enrolmentNumber() != null) {
            UserRefusals.refuseTaken(em, change.enrolmentNumber(), user);
            user.renumber(change.enrolmentNumber());
        }
        if (change.role() != null) user.changeRole(change.role());
        if (change.active() != null) user.setActive(change.active());
        user.describe(change.details());
    }

    /**
     * Sets the same values in the columns of several people.
     *
     * @return how many people changed
     */
    int describe(EntityManager em, List<User> users, Map<RegisterColumn, String> details, Caller by) {
        var acts = new ArrayList<AuditDraft>();
        var told = new ArrayList<Change>();
        for (var user : users) {
            var wasLasting = user.isLastingAdmin();
            var record = new UserRecord(user);
            user.describe(details);
            if (wasLasting && !user.isLastingAdmin()) UserRefusals.refuseWithoutAdmin(em, user);
            var own = record.changes(by);
            acts.addAll(own);
            if (!own.isEmpty()) told.add(new Change.UserChanged(user.id()));
        }
        changes.append(em, told);
        trail.record(em, acts);
        return told.size();
    }
}
