package org.hostelchat.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.support.MovableClock;
import org.hostelchat.user.NewUser;
import org.hostelchat.user.Register;
import org.hostelchat.user.UserChange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Codes that sign students in once, at the office's desk. */
@EachEngine
class SignInCodesTest {

    private static final Caller OFFICE = Caller.OPERATOR;
    private static final Device PHONE = new Device("10.0.0.7", "Firefox on Android");
    private static final String NUMBER = "24/CS/1";
    private static final String CHOSEN = "seventeen green umbrellas";

    @Parameter
    Engine engine;

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();
    private BareDatabase database;
    private Register register;
    private Sessions sessions;
    private SignInCodes codes;
    private SignIns signIns;
    private PasswordChanges changes;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        var accounts = new Accounts(database, folder, clock);
        register = accounts.register;
        sessions = accounts.sessions;
        signIns = accounts.signIns;
        changes = accounts.passwordChanges;
        codes = new SignInCodes(
                new SignInCodeRepository(database, accounts.changes, accounts.trail),
                register,
                sessions,
                accounts.passwords,
                accounts.settings,
                accounts.audit,
                clock);
        register.register(OFFICE, new NewUser("Asha Rao", NUMBER, Role.STUDENT, "k7m3p-x9qwd-a2cfn"));
        register.register(OFFICE, new NewUser("Warden", "W-1", Role.ADMIN, "twelve quiet corridors"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void refuses(String code) {
        var refusal = assertThrows(Refusal.NotSignedIn.class, () -> codes.signIn(code, false, PHONE));
        assertEquals("code-not-valid", refusal.slug());
    }

    @Test
    void signsInOnceAndAPasswordMustBeChosenThen() {
        var old = signIns.signIn(NUMBER, "k7m3p-x9qwd-a2cfn", false, new Device("10.0.0.8", ""));
        var code = codes.make(OFFICE, NUMBER);
        assertTrue(sessions.resume(old.token()).isPresent(), "nothing ends before the code is used");

        var session = codes.signIn(" " + code.code().toUpperCase(Locale.ROOT).replace('-', ' '), false, PHONE);

        assertTrue(session.signedIn().caller().mustChangePassword());
        assertTrue(sessions.resume(session.token()).isPresent());
        assertTrue(sessions.resume(old.token()).isEmpty());
        refuses(code.code());
        assertThrows(Refusal.NotSignedIn.class, () -> signIns.signIn(NUMBER, "k7m3p-x9qwd-a2cfn", false, PHONE));
        assertFalse(changes.needsCurrent(session.signedIn()));
        changes.change(session.signedIn(), "", CHOSEN, "10.0.0.7");
        assertFalse(
                signIns.signIn(NUMBER, CHOSEN, false, PHONE).signedIn().caller().mustChangePassword());
    }

    @Test
    void ofManyWhoUseItAtOnceOneIsLetIn() throws Exception {
        var code = codes.make(OFFICE, NUMBER).code();
        var threads = Executors.newFixedThreadPool(6);
        try {
            var tries = threads.invokeAll(IntStream.range(0, 12)
                    .mapToObj(i -> (Callable<Boolean>) () -> {
                        try {
                            codes.signIn(code, false, new Device("10.0.1." + i, ""));
                            return true;
                        } catch (Refusal.NotSignedIn used) {
                            return false;
                        }
                    })
                    .toList());
            var in = 0;
            for (var each : tries) if (each.get(60, TimeUnit.SECONDS)) in++;
            assertEquals(1, in);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void endsWithItsTimeTheNextOneAndWhateverElseHappensToTheAccount() {
        var late = codes.make(OFFICE, NUMBER).code();
        clock.moveOn(Duration.ofMinutes(SignInCodes.MINUTES));
        refuses(late);

        var first = codes.make(OFFICE, NUMBER).code();
        var second = codes.make(OFFICE, NUMBER).code();
        refuses(first);

        var initial = register.resetPassword(OFFICE, NUMBER);
        refuses(second);

        var third = codes.make(OFFICE, NUMBER).code();
        var session = signIns.signIn(NUMBER, initial, false, PHONE);
        changes.change(session.signedIn(), initial, CHOSEN, "10.0.0.7");
        refuses(third);

        var fourth = codes.make(OFFICE, NUMBER).code();
        register.endSessions(OFFICE, NUMBER);
        refuses(fourth);

        var fifth = codes.make(OFFICE, NUMBER).code();
        register.edit(OFFICE, NUMBER, UserChange.of(Role.ADMIN));
        refuses(fifth);
        register.edit(OFFICE, NUMBER, UserChange.of(Role.STUDENT));

        var sixth = codes.make(OFFICE, NUMBER).code();
        register.edit(OFFICE, NUMBER, UserChange.of(false));
        register.edit(OFFICE, NUMBER, UserChange.of(true));
        refuses(sixth);

        var seventh = codes.make(OFFICE, NUMBER).code();
        register.erase(OFFICE, NUMBER);
        refuses(seventh);
    }

    @Test
    void isForStudentsWhoCanSignIn() {
        assertEquals(
                "not-for-officials",
                assertThrows(Refusal.NotAllowed.class, () -> codes.make(OFFICE, "W-1"))
                        .slug());
        assertThrows(Refusal.NotFound.class, () -> codes.make(OFFICE, "nobody"));
        var student = register.find(OFFICE, NUMBER).asCaller();
        assertThrows(Refusal.NotAllowed.class, () -> codes.make(student, NUMBER));
        register.edit(OFFICE, NUMBER, UserChange.of(false));
        assertEquals(
                "not-active",
                assertThrows(Refusal.Conflict.class, () -> codes.make(OFFICE, NUMBER))
                        .slug());
    }

    @Test
    void wrongCodesAreSlowedDownAndARightOneIsLetInAllTheSame() {
        var code = codes.make(OFFICE, NUMBER).code();
        for (var i = 0; i < 20; i++) refuses("wrong-" + i);
        assertThrows(Refusal.TooFast.class, () -> codes.signIn("x".repeat(10_000), false, PHONE));
        assertThrows(Refusal.Unacceptable.class, () -> codes.signIn(" ", false, PHONE));
        codes.signIn(code, false, PHONE);
    }

    @Test
    void onlyItsDigestIsStoredAndBothActsAreInTheRecord() {
        var code = codes.make(OFFICE, NUMBER).code();
        var stored = database.read(em -> (String)
                em.createNativeQuery("select code_hash from sign_in_codes").getSingleResult());
        assertEquals(Secrets.sha256(code), stored);
        codes.signIn(code, false, PHONE);
        var acts = database.read(em -> em.createQuery("select e.act from AuditEntry e order by e.id", Object.class)
                .getResultList());
        assertTrue(acts.toString().contains("sign-in-code-made, sign-in-code-used"), acts.toString());
    }
}
