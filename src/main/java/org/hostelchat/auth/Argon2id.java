package org.hostelchat.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id with given parameters; hashes are PHC strings that include them. Stateless. One computation takes the given
 * memory and, at {@link #PRESENT}, some 50 ms of a core.
 *
 * @param memory in KiB
 * @param passes over that memory
 * @param lanes the parallelism parameter (all lanes are computed by the calling thread)
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9106">RFC 9106</a>
 */
record Argon2id(int memory, int passes, int lanes) {

    /** The minimum that OWASP recommends. If it is raised here, each hash is renewed at its owner's next sign-in. */
    static final Argon2id PRESENT = new Argon2id(19 * 1024, 2, 1);

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([\\w+/-]+)\\$([\\w+/-]+)");

    String hash(String password) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        memory,
                        passes,
                        lanes,
                        base64.encodeToString(salt),
                        base64.encodeToString(compute(password, salt, HASH_BYTES)));
    }

    /** Whether the password matches a hash of any parameters; false if the hash is malformed. */
    static boolean matches(String password, String phc) {
        var parts = PHC.matcher(phc);
        if (!parts.matches()) return false;
        var salt = Base64.getDecoder().decode(parts.group(4));
        var expected = Base64.getDecoder().decode(parts.group(5));
        var actual = costOf(phc).compute(password, salt, expected.length);
        return MessageDigest.isEqual(actual, expected);
    }

    /** Whether a hash was computed with other parameters. */
    boolean differsFrom(String phc) {
        return !equals(costOf(phc));
    }

    private static Argon2id costOf(String phc) {
        var parts = PHC.matcher(phc);
        if (!parts.matches()) return new Argon2id(0, 0, 0);
        return new Argon2id(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    private byte[] compute(String password, byte[] salt, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        var hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
