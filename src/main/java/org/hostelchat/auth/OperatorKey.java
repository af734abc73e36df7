package org.hostelchat.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.hostelchat.principal.Caller;

/**
 * The key file in the data folder: a caller who can read it is the operator. The key is replaced at each start.
 * Adapters must accept it only from this machine.
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

    /** Creates a new key and writes it to its file; the previous key becomes invalid. */
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
