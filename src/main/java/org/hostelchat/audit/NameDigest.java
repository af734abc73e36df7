package org.hostelchat.audit;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A digest of names and a random salt, which the chain covers instead of the names themselves, because those are
 * cleared when a person is erased. The salt is cleared with them, and without it the names cannot be found by trying.
 */
final class NameDigest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    private NameDigest() {}

    static String newSalt() {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    static String of(String salt, String... names) {
        var hash = new CanonicalHash().text(salt);
        for (var name : names) hash.text(name);
        return hash.hex();
    }

    /** Whether these names match the digest, or they were all cleared, or there never were any. */
    static boolean fits(String digest, String salt, String... names) {
        if (salt != null) return of(salt, names).equals(digest);
        for (var name : names) if (name != null) return false;
        return true;
    }
}
