package org.hostelchat.audit;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What the chain of the record holds of names, which go when their bearer is erased: a digest of them and of a random salt that goes
 * together with them. Without the salt nobody can find out by trying which names they were.
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

    /** Whether these are the names that were digested, or they were removed as a whole, or there never were any. */
    static boolean fits(String digest, String salt, String... names) {
        if (salt != null) return of(salt, names).equals(digest);
        for (var name : names) if (name != null) return false;
        return true;
    }
}
