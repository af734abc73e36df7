package org.hostelchat.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.LoggedChange;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.support.MovableClock;
import org.hostelchat.user.Register;
import org.hostelchat.user.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupKeyTest {

    private static final String PASSWORD = "seventeen green umbrellas";

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();
    private final FakeUserRepository users = new FakeUserRepository();
    private SetupKey setupKey;

    @BeforeEach
    void prepare() {
        var passwords = TestSettings.cheapPasswords();
        var settings = new AuthSettings(
                folder,
                Duration.ofHours(1),
                Duration.ofDays(1),
                Duration.ofDays(1),
                Duration.ofDays(1),
                ZoneOffset.UTC,
                "Ganga Hostel",
                "",
                org.hostelchat.language.Language.EN);
        var credentials = new StoredCredentials(passwords, settings, new AuditLog(), clock);
        setupKey = new SetupKey(
                new Register(users, credentials, new AuditLog(), clock), settings, new AuditLog(), clock.elapsed());
        setupKey.prepare();
    }

    private Path file() {
        return folder.resolve("setup.key");
    }

    private User use(String key) {
        return setupKey.use(key, "Warden", "W-1", PASSWORD, "10.0.0.1");
    }

    @Test
    void whoHasTheKeyBecomesTheFirstOfficialAndChoosesThePassword() throws IOException {
        var warden = use(" " + Files.readString(file()));
        assertEquals(Role.ADMIN, warden.role());
        assertFalse(warden.mustChangePassword());
    }

    @Test
    void theKeyWorksOnce() throws IOException {
        var key = Files.readString(file());
        use(key);
        var refusal = assertThrows(Refusal.NotAllowed.class, () -> use(key));
        assertEquals("set-up-already", refusal.slug());
    }

    @Test
    void itsFileGoesWhenThereIsAnAdminHoweverTheyCame() {
        setupKey.onChange(new LoggedChange(1, new Change.UserChanged(1)));
        assertTrue(Files.exists(file()));
        users.addFirstAdmin(new User("Warden", "W-1", Role.ADMIN, Instant.EPOCH), Caller.OPERATOR);
        setupKey.onChange(new LoggedChange(2, Change.SessionsEnded.all(2)));
        assertTrue(Files.exists(file()));
        setupKey.onChange(new LoggedChange(3, new Change.UserChanged(2)));
        assertFalse(Files.exists(file()));
    }

    @Test
    void aHostelThatHasAnAdminMakesNoKey() throws IOException {
        use(Files.readString(file()));
        setupKey.prepare();
        assertFalse(Files.exists(file()));
    }

    @Test
    void wrongKeysAreRefusedAndSlowed() throws IOException {
        for (var wrong : new String[] {"", "x", null, "x".repeat(43), "y"}) {
            assertEquals(
                    "wrong-setup-key",
                    assertThrows(Refusal.NotAllowed.class, () -> use(wrong)).slug());
        }
        var key = Files.readString(file());
        var refusal = assertThrows(Refusal.TooFast.class, () -> use(key));
        clock.moveOn(refusal.retryAfter());
        use(key);
    }

    @Test
    void aWeakPasswordSpendsNoKey() throws IOException {
        var key = Files.readString(file());
        assertThrows(Refusal.Unacceptable.class, () -> setupKey.use(key, "", "W 1", "short", "10.0.0.1"));
        use(key);
    }
}
