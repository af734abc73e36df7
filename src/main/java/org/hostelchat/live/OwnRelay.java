package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.hostelchat.user.NotificationChoices;
import org.hostelchat.user.User;
import org.hostelchat.user.UserRepository;
import org.hostelchat.wire.OwnForms.Own;

/**
 * Tells a person's own connections what concerns nobody else: that they are muted, and of what they are notified. Read
 * when it is told, as everything that comes from the log of changes.
 */
@ApplicationScoped
class OwnRelay {

    private final OpenConnections connections;
    private final Notifier notifier;
    private final UserRepository users;
    private final NotificationChoices choices;
    private final Clock clock;

    @Inject
    OwnRelay(
            OpenConnections connections,
            Notifier notifier,
            UserRepository users,
            NotificationChoices choices,
            Clock clock) {
        this.connections = connections;
        this.notifier = notifier;
        this.users = users;
        this.choices = choices;
        this.clock = clock;
    }

    /** For the CDI proxy. */
    protected OwnRelay() {
        this(null, null, null, null, null);
    }

    /** The present state, for a welcome; that of somebody without an account has nothing in it. */
    Own of(long userId) {
        return of(userId, users.find(userId).orElse(null));
    }

    /** The account or its settings have changed. */
    void changed(long userId) {
        var own = connections.of(userId);
        if (own.isEmpty()) return;
        // If the account is gone by now, a later change says so.
        users.find(userId).ifPresent(user -> {
            own.forEach(
                    connection -> connection.updateCaller(connection.caller().as(user.name(), user.role())));
            notifier.tellOwn(userId, OutboundFrames.own(of(userId, user)));
        });
    }

    private Own of(long userId, User user) {
        return new Own(user == null ? null : user.muted(clock.instant()), choices.of(userId));
    }
}
