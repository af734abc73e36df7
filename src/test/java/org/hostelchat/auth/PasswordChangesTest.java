package org.hostelchat.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.refusal.Violation;
import org.hostelchat.support.MovableClock;
import org.hostelchat.user.NewUser;
import org.hostelchat.user.Register;
import org.hostelchat.user.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** When the present password is required for a change, and when it need not be given again. */
@EachEngine
class PasswordChangesTest {

    private static final String HOSTEL = "10.0.0.1";
    private static final String CHOSEN =
            "\u0928\u0940\u0932\u0940 \u0916\u093f\u0921\u093c\u0915\u0940 caf\u00e9 \u20b9 \u2013 \u0b9a\u0bbe\u0bb2\u0bc8";

    @Parameter
    Engine engine;

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();
    private BareDatabase database;
    private Register register;
    private SignIns signIns;
    private PasswordChanges changes;
    private String initial;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        var accounts = new Accounts(database, folder, clock);
        register = accounts.register;
        signIns = accounts.signIns;
        changes = accounts.passwordChanges;
        initial = register.register(
                        Caller.OPERATOR, new NewUser("\u092a\u094d\u0930\u093f\u092f\u093e", "P-1", Role.STUDENT, null))
                .initialPassword();
        passwordIsSetNow();
        clock.moveOn(Duration.ofMinutes(1));
    }

    /** By this test's clock. */
    private void passwordIsSetNow() {
        database.write(em -> em.createNativeQuery("update users set password_set_at = ?1")
                .setParameter(1, clock.instant().toEpochMilli())
                .executeUpdate());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private SignedIn signIn(String password) {
        return signIns.signIn("p-1", password, false, new Device(HOSTEL, "Firefox on Android"))
                .signedIn();
    }

    private User priya() {
        return register.find(Caller.OPERATOR, "P-1");
    }

    @Test
    void whoHasJustSignedInWithAnInitialPasswordIsNotAskedForItAgain() {
        var signedIn = signIn(initial.toUpperCase(Locale.ROOT));
        assertFalse(changes.needsCurrent(signedIn));
        assertFalse(changes.change(signedIn, "", CHOSEN, HOSTEL).caller().mustChangePassword());
        assertFalse(priya().mustChangePassword());
        signIn(CHOSEN);
    }

    @Test
    void whoSignedInTenMinutesAgoIsAskedForTheInitialPassword() {
        var signedIn = signIn(initial);
        clock.moveOn(Duration.ofMinutes(10));
        assertTrue(changes.needsCurrent(signedIn));
        assertMissing("current", () -> changes.change(signedIn, "", CHOSEN, HOSTEL));
        changes.change(signedIn, initial, CHOSEN, HOSTEL);
    }

    @Test
    void aResetInTheMeantimeIsNotUndone() {
        var signedIn = signIn(initial);
        clock.moveOn(Duration.ofMinutes(1));
        passwordIsSetNow();
        assertTrue(changes.needsCurrent(signedIn));
        assertMissing("current", () -> changes.change(signedIn, "", CHOSEN, HOSTEL));
    }

    @Test
    void theInitialPasswordIsNoNewOneHoweverItIsSpelt() {
        var signedIn = signIn(initial);
        for (var spelling : List.of(initial, initial.replace("-", ""), initial.toUpperCase(Locale.ROOT))) {
            assertMissing("next", () -> changes.change(signedIn, "", spelling, HOSTEL));
            assertMissing("next", () -> changes.change(signedIn, initial, spelling, HOSTEL));
        }
    }

    @Test
    void aPasswordOfOnesOwnIsGivenOnceForAllTriesOfAChange() {
        changes.change(signIn(initial), "", CHOSEN, HOSTEL);
        var signedIn = signIn(CHOSEN);
        var other = signIn(CHOSEN);
        assertTrue(changes.needsCurrent(signedIn), "having just signed in does not do");
        assertMissing("current", () -> changes.change(signedIn, "", "another quiet window", HOSTEL));
        assertMissing("next", () -> changes.change(signedIn, CHOSEN, "short", HOSTEL));
        assertFalse(changes.needsCurrent(signedIn));
        assertTrue(changes.needsCurrent(other));
        clock.moveOn(Duration.ofMinutes(4));
        changes.change(signedIn, "", "another quiet window", HOSTEL);
        assertTrue(changes.needsCurrent(signedIn), "that change is done");
        assertMissing("next", () -> changes.change(signedIn, "another quiet window", "short", HOSTEL));
        clock.moveOn(Duration.ofMinutes(5));
        assertTrue(changes.needsCurrent(signedIn));
    }

    /** Else the password would count until the clock has come there again. */
    @Test
    void whatWasGivenBeforeTheClockWasSetBackDoesNotCount() {
        changes.change(signIn(initial), "", CHOSEN, HOSTEL);
        var signedIn = signIn(CHOSEN);
        assertMissing("next", () -> changes.change(signedIn, CHOSEN, "short", HOSTEL));
        assertFalse(changes.needsCurrent(signedIn));
        clock.setBack(Duration.ofHours(1));
        assertTrue(changes.needsCurrent(signedIn));
        clock.setForward(Duration.ofDays(1));
        assertTrue(changes.needsCurrent(signedIn));
    }

    @Test
    void aWrongPresentPasswordChangesNothing() {
        var signedIn = signIn(initial);
        clock.moveOn(Duration.ofMinutes(10));
        assertThrows(Refusal.NotAllowed.class, () -> changes.change(signedIn, "wrong wrong", "short", HOSTEL));
        assertTrue(changes.needsCurrent(signedIn));
    }

    private static void assertMissing(String field, Runnable change) {
        var refusal = assertThrows(Refusal.Unacceptable.class, change::run);
        assertEquals(
                List.of(field),
                refusal.violations().stream().map(Violation::field).toList());
    }
}
