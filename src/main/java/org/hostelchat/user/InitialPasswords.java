package org.hostelchat.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private volatile boolean resumed;

    private SlipRepository slips;
    private Credentials credentials;
    private Clock clock;

    protected InitialPasswords() {}

    @Inject
    public InitialPasswords(SlipRepository slips, Credentials credentials, Clock clock) {
        this.slips = slips;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Hashes until nobody waits any more or the thread is interrupted; to be called regularly. */
    public void tick() {
        if (!resumed) slips.makeAnew(now());
        resumed = true;
        while (!Thread.currentThread().isInterrupted()) {
            var waiting = slips.nextPending(AT_ONCE);
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
        var now = now();
        slips.hashed(hashes, now).forEach((person, in) -> byImport.computeIfAbsent(in, any -> new ConcurrentHashMap<>())
                .put(person, passwords.get(person)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Whether those are known whose passwords were lost with an earlier process, so that others are made for them. */
    boolean isResumed() {
        return resumed;
    }

    /** The passwords of an import by account: none after a restart, until they are made anew. */
    Map<Long, String> of(long id) {
        return Map.copyOf(byImport.getOrDefault(id, Map.of()));
    }

    /**
     * Forgets all passwords, because another server has taken this work over: it makes new ones for everybody whose slips
     * are not taken. To be called by the thread that calls {@link #tick}.
     */
    public void release() {
        if (!resumed) return;
        resumed = false;
        byImport.clear();
    }

    /** Forgets the passwords of an import. */
    void forget(long id) {
        byImport.remove(id);
    }
}
