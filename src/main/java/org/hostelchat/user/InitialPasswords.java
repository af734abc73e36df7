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
import java.util.function.BooleanSupplier;

/**
 * Makes and hashes the initial passwords of imported people, in the background. A password in clear is only in memory and only until
 * its slip is taken. Thread-safe, except that only one thread may call {@link #tick}.
 */
@ApplicationScoped
public class InitialPasswords {

    /** So many are stored in one transaction: about a second's work. */
    private static final int AT_ONCE = 20;

    /** Who makes the passwords. */
    enum Hashing {
        /** This process has begun, and it is not known yet what an earlier one has left. */
        STARTING,
        HERE,
        /** Another node. */
        ELSEWHERE
    }

    /** A password that was stored, and the hash by which it is told from one that another node has stored since. */
    record Made(String password, String hash) {}

    private final Map<Long, Map<Long, Made>> byImport = new ConcurrentHashMap<>();
    private volatile Hashing hashing = Hashing.STARTING;

    /** Whether there may be slips whose passwords are not known here although this node makes them. */
    private volatile boolean uncertain = true;

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

    /**
     * Hashes until nobody waits any more, the work is another node's, or the thread is interrupted; to be called regularly.
     *
     * @param isOurs whether the work is this node's; asked about once a second
     */
    public void tick(BooleanSupplier isOurs) {
        if (hashing != Hashing.HERE) {
            uncertain = true;
            slips.makeAnew(now());
        }
        hashing = Hashing.HERE;
        while (isOurs.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
            var waiting = slips.nextPending(AT_ONCE);
            if (!waiting.isEmpty()) hash(waiting);
            else if (!uncertain || !makeUnknownAnew()) {
                forgetReplaced();
                return;
            }
        }
    }

    /** @return whether somebody waits for a password again */
    private boolean makeUnknownAnew() {
        uncertain = false;
        var isDone = false;
        try {
            var known = new HashMap<Long, Made>();
            // In their order, so that of somebody's passwords the last one counts.
            byImport.keySet().stream().sorted().forEach(id -> known.putAll(of(id)));
            isDone = slips.makeUnknownAnew(known) == 0;
        } finally {
            if (!isDone) uncertain = true;
        }
        return !isDone;
    }

    private void forgetReplaced() {
        if (!byImport.isEmpty())
            byImport.keySet()
                    .retainAll(slips.counts(List.copyOf(byImport.keySet())).keySet());
    }

    private void hash(List<Long> people) {
        uncertain = true; // Until the database has answered for all of them.
        var made = new HashMap<Long, Made>();
        var hashes = new HashMap<Long, String>();
        for (var person : people) {
            var password = credentials.newInitialPassword();
            var hash = credentials.hash(password);
            made.put(person, new Made(password, hash));
            hashes.put(person, hash);
        }
        slips.hashed(hashes, now())
                .forEach((person, in) -> byImport.computeIfAbsent(in, any -> new ConcurrentHashMap<>())
                        .put(person, made.get(person)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Hashing hashing() {
        return hashing;
    }

    /** Has the next call of {@link #tick} look for slips whose passwords are not known here. */
    void doubt() {
        uncertain = true;
    }

    /** The passwords of an import by account: none after a restart, until they are made anew. */
    Map<Long, Made> of(long id) {
        return Map.copyOf(byImport.getOrDefault(id, Map.of()));
    }

    /**
     * Forgets all passwords, because another server does this work: when it takes it over, it makes new ones for everybody
     * whose slips are not taken. To be called by the thread that calls {@link #tick}.
     */
    public void release() {
        hashing = Hashing.ELSEWHERE;
        byImport.clear();
    }

    /** Forgets the passwords of an import. */
    void forget(long id) {
        byImport.remove(id);
    }
}
