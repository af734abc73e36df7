package org.hostelchat.auth;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/**
 * Slows down password guessing: per account and address, and, more gently, per account, so that using many addresses
 * helps little. Never per address alone, because a whole hostel may share one. An address from which the account has
 * signed in before is exempt from the limit per account, so that an attack from elsewhere does not lock the owner out.
 */
final class LoginThrottle {

    private static final int FREE = 5;
    private static final int FREE_PER_ACCOUNT = 20;
    private static final Duration FORGET = Duration.ofMinutes(15);
    private static final int MOST_KEYS = 50_000;

    private final Backoff perAddress;
    private final Backoff perAccount;
    private final Set<String> trusted =
            Collections.synchronizedSet(Collections.newSetFromMap(new BoundedMap<>(MOST_KEYS)));

    LoginThrottle(Clock clock) {
        perAddress = new Backoff(FREE, Duration.ofSeconds(5), Duration.ofSeconds(60), FORGET, MOST_KEYS, clock);
        perAccount =
                new Backoff(FREE_PER_ACCOUNT, Duration.ofSeconds(1), Duration.ofSeconds(10), FORGET, MOST_KEYS, clock);
    }

    /** @throws Refusal.TooFast during a delay; the attempt is not counted then */
    void refuseTooFast(String account, String address) {
        var wait = perAddress.wait(pair(account, address));
        if (!trusted.contains(pair(account, address))) {
            var other = perAccount.wait(account);
            if (other.compareTo(wait) > 0) wait = other;
        }
        if (wait.isZero()) return;
        throw new Refusal.TooFast(
                "too-many-tries", Phrase.of("auth.too-many-passwords", "seconds", (wait.toSeconds() + 1)), wait);
    }

    void failed(String account, String address) {
        perAddress.failed(pair(account, address));
        perAccount.failed(account);
    }

    void succeeded(String account, String address) {
        perAddress.forgive(pair(account, address));
        perAccount.forgive(account);
        trusted.add(pair(account, address));
    }

    private static String pair(String account, String address) {
        return account + ' ' + address;
    }
}
