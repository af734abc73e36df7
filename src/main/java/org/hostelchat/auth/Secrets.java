package org.hostelchat.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random secrets, and the form in which they are kept: whoever reads the database can't sign in with what it holds. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;

    /** Without 0/o, 1/l/i: people read these to each other over a counter. */
    private static final String ALOUD = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final int GROUPS = 3;
    private static final int GROUP_LENGTH = 5;

    private Secrets() {}

    /** 256 random bits, safe in cookies and headers. */
    static String newToken() {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A password of 74 random bits, such as {@code k7m3p-x9qwd-a2cfn}. */
    static String newPassword() {
        var password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            if (i > 0 && i % GROUP_LENGTH == 0) password.append('-');
            password.append(ALOUD.charAt(RANDOM.nextInt(ALOUD.length())));
        }
        return password.toString();
    }

    /** SHA-256 in hex: enough for secrets that nobody can guess anyway. */
    static String sha256(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Takes as long wherever the two differ. */
    static boolean same(String secret, String other) {
        return MessageDigest.isEqual(
                sha256(secret).getBytes(StandardCharsets.US_ASCII),
                sha256(other).getBytes(StandardCharsets.US_ASCII));
    }
}
