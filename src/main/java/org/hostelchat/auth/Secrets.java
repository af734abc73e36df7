package org.hostelchat.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hostelchat.text.Sha256;

/** Random secrets, and the form in which they are kept: whoever reads the database can't sign in with what it holds. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;

    /** Without 0/o, 1/l/i: people read these to each other over a counter. */
    private static final String ALOUD = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final int GROUPS = 3;
    private static final int GROUP_LENGTH = 5;

    private static final Pattern INITIAL = Pattern.compile("[" + ALOUD + "]{" + GROUPS * GROUP_LENGTH + "}");

    /** What may stand between groups and around: blanks, seen and unseen, hyphens of all kinds, and full stops. */
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{C}\\p{Pd}\\p{Pc}\u2212.]+");

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

    /**
     * The password from {@link #newPassword} that somebody means who typed it in capitals, without hyphens, with other ones, or with
     * blanks in or around it; empty if it is typed exactly, or has not the look of one.
     */
    static Optional<String> initialPasswordMeant(String typed) {
        var signs = SEPARATORS
                .matcher(Passwords.normal(typed).toLowerCase(Locale.ROOT))
                .replaceAll("");
        if (!INITIAL.matcher(signs).matches()) return Optional.empty();
        var meant = String.join("-", signs.split("(?<=\\G.{" + GROUP_LENGTH + "})"));
        return meant.equals(typed) ? Optional.empty() : Optional.of(meant);
    }

    /** SHA-256 in hex: enough for secrets that nobody can guess anyway. */
    static String sha256(String secret) {
        return Sha256.hex(secret);
    }

    /** Takes as long wherever the two differ. */
    static boolean same(String secret, String other) {
        return MessageDigest.isEqual(
                sha256(secret).getBytes(StandardCharsets.US_ASCII),
                sha256(other).getBytes(StandardCharsets.US_ASCII));
    }
}
