package org.hostelchat.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.audit.AuditLogCapture;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.support.MovableClock;
import org.hostelchat.user.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInsTest {

    private static final String HOSTEL = "10.0.0.1";
    private static final String INITIAL = "k7m3p-x9qwd-a2cfn";
    private static final String CHOSEN = "seventeen green umbrellas";

    /** Counts what costs time: every sign-in has to cost one hash, whoever it is for. */
    private static final class CountingPasswords extends Passwords {
        private int matched;

        CountingPasswords() {
            super(new Argon2id(64, 1, 1), 2, Duration.ofSeconds(5), 10);
        }

        @Override
        boolean match(String password, String hash, Runnable beforehand) {
            matched++;
            return super.match(password, hash, beforehand);
        }
    }

    private static final class NoRows extends SessionRepository {
        private final Set<String> removed = new HashSet<>();

        @Override
        public int remove(Caller by, Set<String> ids, boolean elsewhere, Instant now) {
            removed.addAll(ids);
            return ids.size();
        }

        @Override
        public void add(SignInSession session, User verified, String address) {}

        @Override
        public void authenticated(String id, Instant at) {}

        @Override
        public void used(Map<String, Instant> lastUses) {}

        @Override
        public Optional<Row> find(String id) {
            return Optional.empty();
        }
    }

    private static final class FakeHashes extends PasswordHashes {
        private final List<String> replaced = new ArrayList<>();
        private boolean misread;

        @Override
        public void replace(User verified, String hash) {
            replaced.add(hash);
        }

        @Override
        public boolean someMisread() {
            return misread;
        }
    }

    private final MovableClock clock = new MovableClock();
    private final FakeHashes hashes = new FakeHashes();
    private final FakeUserRepository users = new FakeUserRepository();
    private final CountingPasswords passwords = new CountingPasswords();
    private final AuthSettings settings = TestSettings.in(Path.of("unused"));
    private final NoRows rows = new NoRows();
    private final Sessions sessions = new Sessions(rows, settings, clock);
    private final AuditLog audit = new AuditLog(clock.elapsed());
    private final PasswordCheck check = new PasswordCheck(users, hashes, passwords, audit, clock.elapsed());
    private final SignIns signIns = new SignIns(users, sessions, null, check, settings, audit, clock);
    private final PasswordChanges changes =
            new PasswordChanges(users, passwords, check, sessions, settings, audit, clock);
    private final User asha = user(1, "Asha Rao", "CS-1");
    private final User gone = user(2, "Gone", "CS-2");

    @BeforeEach
    void register() {
        asha.givePassword(passwords.hash(INITIAL), true, clock.instant());
        gone.givePassword(passwords.hash(INITIAL), true, clock.instant());
        gone.setActive(false);
        users.add(asha, Caller.OPERATOR);
        users.add(gone, Caller.OPERATOR);
    }

    private User user(long id, String name, String enrolmentNumber) {
        return new User(name, enrolmentNumber, Role.STUDENT, clock.instant()) {
            @Override
            public long id() {
                return id;
            }
        };
    }

    /** Somebody whose password may have been set on a page that read forms as Latin-1. */
    private User marked(long id, String enrolmentNumber, String hashed) {
        var user = new User("Renée", enrolmentNumber, Role.STUDENT, clock.instant()) {
            @Override
            public long id() {
                return id;
            }

            @Override
            public boolean isPasswordPerhapsMisread() {
                return true;
            }
        };
        user.givePassword(passwords.hash(hashed), false, clock.instant());
        users.add(user, Caller.OPERATOR);
        hashes.misread = true;
        return user;
    }

    private NewSession signIn(String login, String password) {
        return signIns.signIn(login, password, false, new Device(HOSTEL, "Firefox on Android"));
    }

    private SignedIn signedIn() {
        return new SignedIn(asha.asCaller(), "here");
    }

    @Test
    void theRightPasswordOpens() {
        var session = signIn("cs-1", INITIAL);
        assertEquals("Asha Rao", session.signedIn().caller().name());
        assertTrue(session.signedIn().caller().mustChangePassword());
        assertFalse(session.remembered());
        assertEquals(Duration.ofDays(7), session.life());
        assertEquals(43, session.token().length());
        assertFalse(session.signedIn().session().contains(session.token()), "what is kept opens nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "CS-1, wrong wrong wrong",
        "CS-9, k7m3p-x9qwd-a2cfn",
        "CS-2, k7m3p-x9qwd-a2cfn",
        "CS-2, wrong wrong wrong"
    })
    void nobodyLearnsWhetherAnAccountExists(String login, String password) {
        var refusal = assertThrows(Refusal.NotSignedIn.class, () -> signIn(login, password));
        assertEquals("wrong-credentials", refusal.slug());
        assertEquals(
                "The name or number, or the password, is wrong. Please check both and try again. If somebody else has"
                        + " the same name, use your enrolment number.",
                refusal.getMessage());
        assertEquals(1, passwords.matched, "every answer costs one hash, no more and no less");
    }

    @Test
    void anEndlessPasswordOrLoginIsAWrongOne() {
        assertThrows(Refusal.NotSignedIn.class, () -> signIn("CS-1", "x".repeat(1_000_000)));
        assertThrows(Refusal.NotSignedIn.class, () -> signIn("x".repeat(1_000_000), INITIAL));
        assertEquals(2, passwords.matched);
    }

    @Test
    void aPileOfAccentsCostsNoMoreThanAWrongLogin() {
        var pile = "a" + "\u0301\u0323".repeat(250_000);
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            assertThrows(Refusal.NotSignedIn.class, () -> signIn(pile, pile));
            assertThrows(Refusal.Unacceptable.class, () -> changes.change(signedIn(), INITIAL, pile, HOSTEL));
        });
    }

    @Test
    void whatIsMissingIsNamed() {
        var refusal = assertThrows(Refusal.Unacceptable.class, () -> signIn(null, ""));
        assertEquals(2, refusal.violations().size());
        assertEquals(0, passwords.matched);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CS-1", "CS-2", "CS-9"})
    void theSixthTryWaitsWhetherTheAccountExistsOrNot(String login) {
        for (int i = 0; i < 5; i++) {
            assertThrows(Refusal.NotSignedIn.class, () -> signIn(login, "wrong wrong wrong"));
        }
        assertThrows(Refusal.TooFast.class, () -> signIn(login, INITIAL));
        assertEquals(5, passwords.matched, "nothing is computed for who has to wait");
    }

    @Test
    void whoGoesOnMeanwhileIsOneLineInTheLog() {
        try (var log = new AuditLogCapture()) {
            for (int window = 1; window <= 2; window++) {
                for (int i = window == 1 ? 0 : 4; i < 5; i++) {
                    assertThrows(Refusal.NotSignedIn.class, () -> signIn("CS-1", "wrong wrong wrong"));
                }
                for (int i = 0; i < 10; i++) assertThrows(Refusal.TooFast.class, () -> signIn("CS-1", "x"));
                assertEquals(window, log.of("too-many-tries").size());
                clock.moveOn(Duration.ofMinutes(1));
            }
        }
    }

    /** One spelling that is known and another that is not would show, by the wait, whether the account exists. */
    @ParameterizedTest
    @ValueSource(strings = {"CS-1", "CS-9"})
    void spellingsThatWaitTogetherAreOneLogin(String login) {
        var spellings = List.of(login.replace('S', '\u017f'), login + " ".repeat(300), login.toLowerCase(Locale.ROOT));
        for (int i = 0; i < 5; i++) {
            var spelling = spellings.get(i % 3);
            assertThrows(Refusal.NotSignedIn.class, () -> signIn(spelling, "wrong wrong wrong"));
        }
        assertThrows(Refusal.TooFast.class, () -> signIn(login, INITIAL));
    }

    @Test
    void afterTheWaitTheRightPasswordOpens() {
        for (int i = 0; i < 5; i++) {
            assertThrows(Refusal.NotSignedIn.class, () -> signIn("CS-1", "wrong wrong wrong"));
        }
        var refusal = assertThrows(Refusal.TooFast.class, () -> signIn("CS-1", INITIAL));
        clock.moveOn(refusal.retryAfter());
        signIn("CS-1", INITIAL);
    }

    /** A time server may put it right by hours, and waiting is told by the time that passes. */
    @Test
    void aClockThatIsSetBackMakesNobodyWaitLonger() {
        for (int i = 0; i < 5; i++) {
            assertThrows(Refusal.NotSignedIn.class, () -> signIn("CS-1", "wrong wrong wrong"));
        }
        clock.setBack(Duration.ofHours(6));
        var refusal = assertThrows(Refusal.TooFast.class, () -> signIn("CS-1", INITIAL));
        assertEquals(Duration.ofSeconds(5), refusal.retryAfter());
        clock.moveOn(refusal.retryAfter());
        signIn("CS-1", INITIAL);
    }

    @Test
    void anInitialPasswordIsGoodForSomeDaysOnlyAndOnlyWhoKnowsItIsTold() {
        clock.moveOn(Duration.ofDays(31));
        assertThrows(Refusal.NotSignedIn.class, () -> signIn("CS-1", "wrong wrong wrong"));
        var refusal = assertThrows(Refusal.NotAllowed.class, () -> signIn("CS-1", INITIAL));
        assertEquals("initial-password-expired", refusal.slug());
    }

    @Test
    void aChosenPasswordIsGoodForEver() {
        changes.change(signedIn(), INITIAL, CHOSEN, HOSTEL);
        clock.moveOn(Duration.ofDays(3650));
        assertFalse(signIn("CS-1", CHOSEN).signedIn().caller().mustChangePassword());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "K7M3P-X9QWD-A2CFN",
                "k7m3px9qwda2cfn",
                "  k7m3p-x9qwd-a2cfn\t",
                "K7m3p X9qwd A2cfn",
                "k7m3p\u00a0\u2013\u00a0x9qwd\u2212a2cfn\u200b",
                "\uff4b7m3p\u2010x9qwd\u2011a2cfn."
            })
    void anInitialPasswordMayBeTypedAsItIsReadOffASlip(String typed) {
        signIn("CS-1", typed);
        assertEquals(2, passwords.matched);
        assertThrows(Refusal.NotSignedIn.class, () -> signIn("CS-2", typed));
        assertThrows(Refusal.NotSignedIn.class, () -> signIn("CS-9", typed));
        assertEquals(6, passwords.matched, "as many for nobody as for somebody");
    }

    @Test
    void aPasswordOfOnesOwnIsTypedExactly() {
        asha.givePassword(passwords.hash(INITIAL), false, clock.instant());
        signIn("CS-1", INITIAL);
        assertThrows(Refusal.NotSignedIn.class, () -> signIn("CS-1", INITIAL.toUpperCase(Locale.ROOT)));
    }

    @Test
    void whoIsNoLongerTheOnlyOneOfTheirNameIsToldOnceTheyShowThatItIsThem() {
        signIn("asha rao", INITIAL);
        var second = user(3, "Asha Rao", "CS-3");
        second.givePassword(passwords.hash(CHOSEN), false, clock.instant());
        users.add(second, Caller.OPERATOR);
        var told = assertThrows(Refusal.NotSignedIn.class, () -> signIn("asha rao", INITIAL));
        assertEquals("name-shared", told.slug());
        assertTrue(told.getMessage().contains("CS-1"), told.getMessage());
        passwords.matched = 0;
        var stranger = assertThrows(Refusal.NotSignedIn.class, () -> signIn("asha rao", "wrong wrong wrong"));
        assertEquals("wrong-credentials", stranger.slug());
        assertEquals(1, passwords.matched, "no slower for a name that several have");
        signIn("cs-1", INITIAL);
        signIn("cs-3", CHOSEN);
    }

    @Test
    void aHashOfAnotherCostIsMadeAnew() {
        asha.givePassword(new Argon2id(32, 1, 1).hash(INITIAL), true, clock.instant());
        signIn("CS-1", INITIAL);
        assertEquals(1, hashes.replaced.size());
        assertTrue(passwords.match(INITIAL, hashes.replaced.get(0)));
        asha.givePassword(hashes.replaced.get(0), true, clock.instant());
        signIn("CS-1", INITIAL);
        assertEquals(1, hashes.replaced.size());
    }

    @Test
    void thePresentPasswordIsAskedFor() {
        var refusal = assertThrows(
                Refusal.NotAllowed.class, () -> changes.change(signedIn(), "wrong wrong wrong", CHOSEN, HOSTEL));
        assertEquals("wrong-password", refusal.slug());
        signIn("CS-1", INITIAL);
    }

    @Test
    void whoGuessesThePresentPasswordIsSlowedToo() {
        for (int i = 0; i < 5; i++) {
            assertThrows(
                    Refusal.NotAllowed.class, () -> changes.change(signedIn(), "wrong wrong wrong", CHOSEN, HOSTEL));
        }
        assertThrows(Refusal.TooFast.class, () -> changes.change(signedIn(), INITIAL, CHOSEN, HOSTEL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "password123", "Asha Rao 12345", "Ganga Hostel 12345", INITIAL})
    void aWeakOrTheSamePasswordIsRefused(String next) {
        var refusal = assertThrows(Refusal.Unacceptable.class, () -> changes.change(signedIn(), INITIAL, next, HOSTEL));
        assertEquals("next", refusal.violations().get(0).field());
        assertTrue(asha.mustChangePassword());
    }

    @Test
    void whoSignsOutOnOtherDevicesProvesThatItIsThem() {
        var phone = Set.of("phone");
        var nothing = assertThrows(Refusal.Unacceptable.class, () -> signIns.signOut(signedIn(), Set.of(), "", HOSTEL));
        assertEquals(
                List.of("device", "password"),
                nothing.violations().stream()
                        .map(violation -> violation.field())
                        .toList());
        for (int i = 0; i < 5; i++) {
            assertThrows(
                    Refusal.NotAllowed.class, () -> signIns.signOut(signedIn(), phone, "wrong wrong wrong", HOSTEL));
        }
        assertThrows(Refusal.TooFast.class, () -> signIns.signOut(signedIn(), phone, INITIAL, HOSTEL));
        assertEquals(Set.of(), rows.removed);
        clock.moveOn(Duration.ofMinutes(1));
        signIns.signOut(signedIn(), phone, INITIAL, HOSTEL);
        assertEquals(phone, rows.removed);
    }

    @Test
    void theOperatorHasNoPassword() {
        var operator = new SignedIn(Caller.OPERATOR, OperatorKey.SESSION);
        assertThrows(Refusal.NotAllowed.class, () -> changes.change(operator, INITIAL, CHOSEN, HOSTEL));
        assertEquals(Optional.of(operator), signIns.renew(operator));
    }

    private static final String TYPED = "le café – दीया और विळक्कु";

    /** What the hash of {@link #TYPED} was made of by a page that read forms as Latin-1. */
    private static final String MISREAD =
            new String(TYPED.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

    @Test
    void aPasswordThatAPageMisreadGoesOnOpeningAndIsStoredAnew() {
        marked(3, "CS-3", MISREAD);
        signIn("CS-3", TYPED);
        assertEquals(1, hashes.replaced.size());
        assertTrue(passwords.match(TYPED, hashes.replaced.get(0)));
        assertThrows(Refusal.NotSignedIn.class, () -> signIn("CS-3", TYPED + "!"));
    }

    @Test
    void aMisreadPasswordIsKnownWhereverThePresentOneIsAsked() {
        var renee = new SignedIn(marked(3, "CS-3", MISREAD).asCaller(), "here");
        signIns.signOut(renee, Set.of("there"), TYPED, HOSTEL);
        assertEquals(Set.of("there"), rows.removed);
        changes.change(renee, TYPED, CHOSEN, HOSTEL);
        assertTrue(passwords.match(CHOSEN, users.find(3).orElseThrow().passwordHash()));
    }

    @Test
    void aPasswordThatIsTypedRightIsMarkedAsMisreadNoMore() {
        var renee = marked(3, "CS-3", TYPED);
        signIn("CS-3", TYPED);
        assertEquals(List.of(renee.passwordHash()), hashes.replaced, "the same hash, and no mark");
    }

    @Test
    void nobodyElsesPasswordIsReadTwice() {
        marked(3, "CS-3", MISREAD);
        asha.givePassword(passwords.hash(MISREAD), false, clock.instant());
        assertThrows(Refusal.NotSignedIn.class, () -> signIn("CS-1", TYPED));
    }

    @ParameterizedTest
    @CsvSource({"CS-1", "CS-2", "CS-3", "CS-9"})
    void whatEarlierPagesMisreadTellsNobodyWhetherAnAccountExists(String login) {
        marked(3, "CS-3", MISREAD);
        assertThrows(Refusal.NotSignedIn.class, () -> signIn(login, "nö, not thát one"));
        assertEquals(2, passwords.matched, "the same for all");
        assertThrows(Refusal.NotSignedIn.class, () -> signIn(login, "in ASCII it reads the same"));
        assertEquals(3, passwords.matched);
        hashes.misread = false;
        clock.moveOn(Duration.ofHours(1));
        assertThrows(Refusal.NotSignedIn.class, () -> signIn(login, "nö, not thát one"));
        assertEquals(4, passwords.matched, "none is left");
    }
}
