package org.hostelchat.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Transactions;

/**
 * What people want to be notified of. A choice belongs to the person and is told to all of their devices by the log of
 * changes. Thread-safe.
 */
@ApplicationScoped
public class NotificationChoices {

    private final Transactions transactions;
    private final ChangeLog changes;

    @Inject
    public NotificationChoices(Transactions transactions, ChangeLog changes) {
        this.transactions = transactions;
        this.changes = changes;
    }

    /** For the CDI proxy. */
    protected NotificationChoices() {
        this(null, null);
    }

    /** The caller's own; the defaults for whoever has not chosen. */
    public NotificationChoice of(Caller caller) {
        caller.requireAccount();
        return of(caller.id());
    }

    /** As {@link #of(Caller)}, for whoever delivers it to the person's own devices. */
    public NotificationChoice of(long userId) {
        return transactions.read(em -> {
            var chosen = em.find(NotificationChoice.class, userId);
            return chosen == null ? new NotificationChoice() : chosen;
        });
    }

    /** @throws Refusal.NotSignedIn if the account has been erased meanwhile */
    public void choose(Caller caller, NotificationChoice choice) {
        caller.requireAccount();
        transactions.write(em -> store(em, caller.id(), choice));
    }

    private NotificationChoice store(EntityManager em, long userId, NotificationChoice choice) {
        if (em.find(User.class, userId) == null) throw new Refusal.NotSignedIn();
        var stored = em.merge(choice.of(userId));
        changes.append(em, new Change.SettingsChanged(userId));
        return stored;
    }
}
