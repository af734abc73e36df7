package org.hostelchat.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.hostelchat.principal.Caller;

/**
 * The key in the data folder: whoever can read it is the operator, as whoever sits at the server always was. A new one at
 * each start. That it came from this very machine is for the door to see to.
 */
@ApplicationScoped
public class OperatorKey {

    static final String SESSION = "operator";

    private AuthSettings settings;
    private volatile String key;

    protected OperatorKey() {}

    @Inject
    OperatorKey(AuthSettings settings) {
        this.settings = settings;
    }

    /** Makes a new key and writes it to its file; the one before is worthless from now on. */
    public void renew() {
        var fresh = Secrets.newToken();
        new KeyFile(settings.keys().resolve("operator.key")).write(fresh);
        key = fresh;
    }

    public Optional<SignedIn> resume(String candidate) {
        var present = key;
        return present != null && Secrets.same(present, candidate)
                ? Optional.of(new SignedIn(Caller.OPERATOR, SESSION))
                : Optional.empty();
    }
}
