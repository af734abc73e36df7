package org.hostelchat.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes and hashes the initial passwords of imported people, in the background. A password in clear is only in memory and only until
 * its slip is taken. Thread-safe, except that only one thread may call {@link #tick}.
 */
@ApplicationScoped
public class InitialPasswords {

    /** So many are stored in one transaction: about a second's work. */
    private static final int AT_ONCE = 20;

    private final Map<Long, Map<Long, String>> byImport = new ConcurrentHashMap<>();
    private boolean resumed;

    private ImportRepository imports;
    private Credentials credentials;
    private Clock clock;

    protected InitialPasswords() {}

    @Inject
    public InitialPasswords(ImportRepository imports, Credentials credentials, Clock clock) {
        this.imports = imports;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Hashes until nobody waits any more or the thread is interrupted; to be called regularly. */
    public void tick() {
        if (!resumed) imports.makeAnew();
        resumed = true;
        while (!Thread.currentThread().isInterrupted()) {
            var waiting = imports.nextPending(AT_ONCE);
            if (waiting.isEmpty()) return;
            hash(waiting);
        }
    }

    private void hash(List<Long> people) {
        var passwords = new HashMap<Long, String>();
        var hashes = new HashMap<Long, String>();
        for (var person : people) {
            var password = credentials.newInitialPassword();
            passwords.put(person, password);
            hashes.put(person, credentials.hash(password));
        }
        var now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        imports.hashed(hashes, now)
                .forEach((person, in) -> byImport.computeIfAbsent(in, any -> new ConcurrentHashMap<>())
                        .put(person, passwords.get(person)));
    }

    /** The accounts of an import whose passwords are in memory: none after a restart, until they are made anew. */
    Set<Long> known(long id) {
        return Set.copyOf(byImport.getOrDefault(id, Map.of()).keySet());
    }

    /** The passwords of an import by account, which are forgotten by this. */
    Map<Long, String> take(long id) {
        var taken = byImport.remove(id);
        return taken == null ? Map.of() : taken;
    }
}
