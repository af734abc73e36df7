package org.hostelchat.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeListener;
import org.hostelchat.changelog.LoggedChange;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.time.ElapsedClock;
import org.hostelchat.user.Register;
import org.hostelchat.user.User;
import org.hostelchat.user.UserRefusals;

/**
 * The key with which the first official registers at a hostel that has none. It is written to a file in the data
 * folder, so only somebody with access to that can use it. It becomes invalid and its file is deleted as soon as there
 * is an admin.
 */
@ApplicationScoped
public class SetupKey implements ChangeListener {

    private static final System.Logger LOG = System.getLogger(SetupKey.class.getName());

    private Register register;
    private AuthSettings settings;
    private AuditLog audit;
    private Backoff tries;
    private volatile String key;

    protected SetupKey() {}

    @Inject
    SetupKey(Register register, AuthSettings settings, AuditLog audit) {
        this(register, settings, audit, new ElapsedClock());
    }

    SetupKey(Register register, AuthSettings settings, AuditLog audit, Clock elapsed) {
        this.register = register;
        this.settings = settings;
        this.audit = audit;
        this.tries = new Backoff(5, Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofMinutes(15), 1, elapsed);
    }

    /** At startup: creates the key and logs where it is, or deletes an obsolete file. */
    public void prepare() {
        if (register.hasAdmin()) {
            file().delete();
            return;
        }
        var fresh = Secrets.newToken();
        file().write(fresh);
        key = fresh;
        LOG.log(
                System.Logger.Level.WARNING,
                "This hostel has no official yet. Open /setup in a browser and type in the key that stands in "
                        + file().path() + ", or run payara/hostel createsuperuser.");
    }

    /**
     * Registers the first official, with the password that they have chosen.
     *
     * @throws Refusal.NotAllowed if the key is wrong or not valid any more
     * @throws Refusal.TooFast after too many wrong keys
     */
    public User use(String typed, String name, String enrolmentNumber, String password, String address) {
        if (register.hasAdmin()) throw UserRefusals.isSetUp();
        var wait = tries.wait("setup");
        if (!wait.isZero()) {
            throw new Refusal.TooFast("too-many-tries", Phrase.of("auth.too-many-keys"), wait);
        }
        var present = key;
        if (present == null || typed == null || !Secrets.same(present, typed.strip())) {
            tries.failed("setup");
            audit.record("setup-key-wrong", null, "address", address);
            throw new Refusal.NotAllowed("wrong-setup-key", Phrase.of("auth.wrong-setup-key"));
        }
        return register.registerFirstAdmin(name, enrolmentNumber, password, address);
    }

    /** Invalidates the key once there is an admin, however they were registered. */
    @Override
    public void onChange(LoggedChange logged) {
        if (key == null || !(logged.change() instanceof Change.UserChanged) || !register.hasAdmin()) return;
        key = null;
        file().delete();
    }

    private KeyFile file() {
        return new KeyFile(settings.keys().resolve("setup.key"));
    }
}
