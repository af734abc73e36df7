package org.hostelchat.auth;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;

/** What a hostel configures that left everything as it is, and passwords whose hashing costs next to nothing. */
final class TestSettings {

    private TestSettings() {}

    /** @param data where keys are kept */
    static AuthSettings in(Path data) {
        return new AuthSettings(
                data,
                Duration.ofHours(12),
                Duration.ofDays(7),
                Duration.ofDays(60),
                Duration.ofDays(30),
                ZoneOffset.UTC,
                "Ganga Hostel",
                "",
                org.hostelchat.language.Language.EN);
    }

    static Passwords cheapPasswords() {
        return new Passwords(new Argon2id(64, 1, 1), 2, Duration.ofSeconds(5), 10);
    }
}
