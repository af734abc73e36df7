package org.hostelchat.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hostelchat.text.Sha256;

/** Creates random secrets and their hashes: what the database stores cannot be used to sign in. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;

    /** Without 0/o and 1/l/i, because people read passwords aloud to each other. */
    private static final String ALOUD = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final int GROUPS = 3;
    private static final int GROUP_LENGTH = 5;

    private static final int CODE_GROUPS = 5;

    private static final Pattern INITIAL = Pattern.compile("[" + ALOUD + "]{" + GROUPS * GROUP_LENGTH + "}");

    private static final Pattern CODE = Pattern.compile("[" + ALOUD + "]{" + CODE_GROUPS * GROUP_LENGTH + "}");

    /** Longer texts are no code, whatever separates its groups. */
    private static final int LONGEST_TYPED = 500;

    /**
     * What may separate the groups or surround the password: whitespace, visible or not, hyphens of all kinds, and full
     * stops.
     */
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{C}\\p{Pd}\\p{Pc}\u2212.]+");

    private Secrets() {}

    /** 256 random bits in characters that are safe in cookies and headers. */
    static String newToken() {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A password of 74 random bits, such as {@code k7m3p-x9qwd-a2cfn}. */
    static String newPassword() {
        return inGroups(GROUPS);
    }

    /** A code of 123 random bits, such as {@code k7m3p-x9qwd-a2cfn-7hj4r-tq8vw}: so many that its digest needs no salt. */
    static String newCode() {
        return inGroups(CODE_GROUPS);
    }

    private static String inGroups(int groups) {
        var secret = new StringBuilder();
        for (int i = 0; i < groups * GROUP_LENGTH; i++) {
            if (i > 0 && i % GROUP_LENGTH == 0) secret.append('-');
            secret.append(ALOUD.charAt(RANDOM.nextInt(ALOUD.length())));
        }
        return secret.toString();
    }

    /**
     * The password of {@link #newPassword} that was typed in capitals, without hyphens, with other ones, or with
     * spaces; empty if the text is exact already, or does not look like such a password.
     */
    static Optional<String> initialPasswordMeant(String typed) {
        return meant(typed, INITIAL).filter(meant -> !meant.equals(typed));
    }

    /** The code of {@link #newCode} that was typed, however it is written; empty if the text does not look like one. */
    static Optional<String> codeMeant(String typed) {
        return typed.length() > LONGEST_TYPED ? Optional.empty() : meant(typed, CODE);
    }

    private static Optional<String> meant(String typed, Pattern form) {
        var signs = SEPARATORS
                .matcher(Passwords.normal(typed).toLowerCase(Locale.ROOT))
                .replaceAll("");
        if (!form.matcher(signs).matches()) return Optional.empty();
        return Optional.of(String.join("-", signs.split("(?<=\\G.{" + GROUP_LENGTH + "})")));
    }

    /** SHA-256 in hex, which is sufficient for random secrets. */
    static String sha256(String secret) {
        return Sha256.hex(secret);
    }

    /** Compares in constant time. */
    static boolean same(String secret, String other) {
        return MessageDigest.isEqual(
                sha256(secret).getBytes(StandardCharsets.US_ASCII),
                sha256(other).getBytes(StandardCharsets.US_ASCII));
    }
}
