package org.hostelchat.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.changelog.LoggedChange;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.support.MovableClock;
import org.hostelchat.support.RecordingEvent;
import org.hostelchat.user.NewUser;
import org.hostelchat.user.Register;
import org.hostelchat.user.SessionEnd;
import org.hostelchat.user.User;
import org.hostelchat.user.UserChange;
import org.hostelchat.user.UserErasing;
import org.hostelchat.user.UserFilter;
import org.hostelchat.user.UserOrder;
import org.hostelchat.user.UserRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The register, its sessions and its tokens on a real database. */
@EachEngine
class CredentialsLifecycleTest {

    @Parameter
    Engine engine;

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();
    private RecordingEvent<UserErasing> erasing;
    private BareDatabase database;
    private ChangeLog changes;
    private UserRepository users;
    private Sessions sessions;
    private AccessTokens tokens;
    private Register register;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        var accounts = new Accounts(database, folder, clock);
        erasing = accounts.erasing;
        changes = accounts.changes;
        sessions = accounts.sessions;
        tokens = accounts.tokens;
        users = accounts.users;
        register = accounts.register;
    }

    @AfterEach
    void close() {
        database.close();
    }

    private boolean isTold(Change change) {
        return changes.after(0).stream().anyMatch(logged -> logged.change().equals(change));
    }

    private boolean isEnded(User user, String session) {
        return changes.after(0).stream()
                .anyMatch(logged -> logged.change() instanceof Change.SessionsEnded ended
                        && ended.userId() == user.id()
                        && ended.ends(session));
    }

    private User register(String name, String enrolmentNumber, Role role) {
        return register.register(Caller.OPERATOR, new NewUser(name, enrolmentNumber, role, null))
                .user();
    }

    private NewSession signIn(User user, boolean remembered) {
        return sessions.open(user, remembered, new Device("192.0.2.7", "Firefox on Android"));
    }

    private static UserChange unmade() {
        return UserChange.of(Role.STUDENT);
    }

    private static UserChange deactivated() {
        return UserChange.of(false);
    }

    @Test
    void aClockThatIsSetBackLengthensNoSession() {
        var asha = register("Asha", "CS/1", Role.STUDENT);
        var token = signIn(asha, false).token();
        clock.setBack(Duration.ofHours(6));
        assertTrue(sessions.resume(token).isPresent());
        sessions.writeUses();
        clock.moveOn(Duration.ofHours(12).plusMinutes(1));
        assertFalse(sessions.resume(token).isPresent(), "idle for as long as the settings say, and not six hours more");
    }

    @Test
    void aNumberIsGivenOnceWhateverItsCase() {
        register("Asha", "CS/1", Role.STUDENT);
        var refusal = assertThrows(Refusal.Conflict.class, () -> register("Other", "cs/1", Role.STUDENT));
        assertEquals("enrolment-number-taken", refusal.slug());
    }

    @Test
    void everyBrokenRuleIsNamedAndNothingIsStored() {
        var draft = new NewUser(" ", "a b", null, "short");
        var refusal = assertThrows(Refusal.Unacceptable.class, () -> register.register(Caller.OPERATOR, draft));
        assertEquals(
                List.of("name", "enrolmentNumber", "role", "password"),
                refusal.violations().stream()
                        .map(violation -> violation.field())
                        .toList());
        assertTrue(register.list(Caller.OPERATOR, "", 0, 10).items().isEmpty());
    }

    @Test
    void theHostelsNameIsNoPassword() {
        var draft = new NewUser("Warden", "W", Role.ADMIN, "ganga hostel 12345");
        var refusal = assertThrows(Refusal.Unacceptable.class, () -> register.register(Caller.OPERATOR, draft));
        assertEquals("password", refusal.violations().get(0).field());
    }

    @Test
    void aNumberCanBeCorrectedButNotToSomebodyElses() {
        var asha = register("Asha", "CS/1", Role.STUDENT);
        register("Bina", "CS/2", Role.STUDENT);
        var session = signIn(asha, false);
        var corrected = new UserChange(null, " cs/11 ", null, null);
        assertEquals("cs/11", register.edit(Caller.OPERATOR, "CS/1", corrected).enrolmentNumber());
        assertEquals(asha.id(), register.find(Caller.OPERATOR, "CS/11").id());
        assertThrows(Refusal.NotFound.class, () -> register.find(Caller.OPERATOR, "CS/1"));
        assertEquals(1, users.list(UserFilter.of("asha cs/11"), 0, 10).size(), "is found by the new number");
        assertTrue(sessions.resume(session.token()).isPresent(), "stays signed in");
        var taken = new UserChange(null, "cs/2", null, null);
        var refusal = assertThrows(Refusal.Conflict.class, () -> register.edit(Caller.OPERATOR, "CS/11", taken));
        assertEquals("enrolment-number-taken", refusal.slug());
        var written = new UserChange(null, "CS/11", null, null);
        assertEquals(
                "CS/11",
                register.edit(Caller.OPERATOR, "cs/11", written).enrolmentNumber(),
                "one's own in another case");
        assertThrows(
                Refusal.Unacceptable.class,
                () -> register.edit(Caller.OPERATOR, "CS/11", new UserChange(null, "no such sign!", null, null)));
    }

    @Test
    void whatCannotBeTakenBackAsksForThePasswordAgainAfterAWhile() {
        register("Asha", "A", Role.STUDENT);
        var warden = register("Warden", "W", Role.ADMIN);
        var now = clock.instant();
        for (var stale : List.of(now.minus(Duration.ofMinutes(11)), now.plus(Duration.ofHours(6)), Instant.EPOCH)) {
            var caller = warden.asCaller(stale);
            assertConfirms(() -> register.edit(caller, "A", UserChange.of(Role.ADMIN)));
            assertConfirms(() -> register.register(caller, new NewUser("New", "N", Role.ADMIN, null)));
            assertConfirms(() -> register.resetPassword(caller, "A"));
            assertConfirms(() -> register.erase(caller, "A"));
            register.edit(caller, "A", new UserChange("Asha Rao", null, null, null));
        }
        var fresh = warden.asCaller(now.minus(Duration.ofMinutes(9)));
        register.resetPassword(fresh, "A");
        register.edit(fresh, "A", UserChange.of(Role.ADMIN));
        register.erase(warden.asCaller(), "A");
    }

    @Test
    void whoComesBackIntoOfficeIsMadeAnOfficialToo() {
        var warden = register("Warden", "W", Role.ADMIN);
        register("Deputy", "D", Role.ADMIN);
        register("Asha", "A", Role.STUDENT);
        for (var number : List.of("D", "A")) register.edit(Caller.OPERATOR, number, deactivated());
        var stale = warden.asCaller(clock.instant().minus(Duration.ofMinutes(11)));
        assertConfirms(() -> register.edit(stale, "D", UserChange.of(true)));
        assertFalse(register.find(stale, "D").isActive());
        register.edit(stale, "D", new UserChange("Deputy Das", null, null, null));
        register.edit(stale, "D", UserChange.of(Role.STUDENT));
        register.edit(stale, "D", UserChange.of(true));
        register.edit(stale, "A", UserChange.of(true));
    }

    private static void assertConfirms(Executable act) {
        assertEquals(
                "confirm-password", assertThrows(Refusal.NotAllowed.class, act).slug());
    }

    @Test
    void itIsKnownWhyASessionIsOver() {
        var asha = register("Asha", "A", Role.STUDENT);
        var warden = register("Warden", "W", Role.ADMIN);
        var signedOut = signIn(asha, false);
        sessions.end(signedOut.signedIn());
        assertEnded(asha, SessionEnd.SIGNED_OUT, signedOut);
        var reset = signIn(asha, true);
        register.resetPassword(Caller.OPERATOR, "A");
        assertEnded(asha, SessionEnd.PASSWORD_RESET, reset);
        var again = users.find(asha.id()).orElseThrow();
        var elsewhere = signIn(again, false);
        var here = signIn(again, false);
        users.choosePassword(again, again.asCaller(), "hash", here.signedIn().session(), clock.instant());
        assertEnded(asha, SessionEnd.PASSWORD_CHANGED, elsewhere);
        assertTrue(sessions.ended(here.token()).isEmpty());
        register.endSessions(Caller.OPERATOR, "A");
        assertEnded(asha, SessionEnd.ENDED_BY_OFFICE, here);
        var last = signIn(users.find(asha.id()).orElseThrow(), false);
        register.edit(Caller.OPERATOR, "A", UserChange.of(false));
        assertEnded(asha, SessionEnd.DEACTIVATED, last);
        var idle = signIn(warden, false);
        clock.moveOn(Duration.ofHours(13));
        assertEnded(warden, SessionEnd.EXPIRED, idle);
        sessions.writeUses();
        assertEnded(warden, SessionEnd.EXPIRED, idle);
        register.erase(Caller.OPERATOR, "A");
        assertEquals(
                SessionEnd.DEACTIVATED,
                sessions.ended(last.token()).orElseThrow().reason());
        assertNull(sessions.ended(last.token()).orElseThrow().userId(), "nobody's any more");
        assertTrue(sessions.ended("never one of ours").isEmpty());
        clock.moveOn(Duration.ofDays(400));
        sessions.writeUses();
        assertTrue(sessions.ended(last.token()).isEmpty(), "not kept for ever");
    }

    private void assertEnded(User whose, SessionEnd reason, NewSession session) {
        assertTrue(sessions.resume(session.token()).isEmpty());
        var ended = sessions.ended(session.token()).orElseThrow();
        assertEquals(reason, ended.reason());
        assertEquals(whose.id(), ended.userId());
    }

    @Test
    void theRegisterIsReadInOtherOrdersToo() {
        register("Bina", "3", Role.STUDENT);
        register("asha", "2", Role.STUDENT);
        register("Chitra", "1", Role.STUDENT);
        register("Asha", "4", Role.STUDENT);
        database.write(
                em -> em.createNativeQuery("update users set last_seen_at = id where enrolment_key in ('1', '3')")
                        .executeUpdate());

        assertEquals(List.of("3", "2", "1", "4"), numbers(UserOrder.Key.CREATED, false));
        assertEquals(List.of("4", "1", "2", "3"), numbers(UserOrder.Key.CREATED, true));
        assertEquals(List.of("2", "4", "3", "1"), numbers(UserOrder.Key.NAME, false));
        assertEquals(List.of("1", "3", "4", "2"), numbers(UserOrder.Key.NAME, true));
        assertEquals(List.of("1", "2", "3", "4"), numbers(UserOrder.Key.NUMBER, false));
        assertEquals(List.of("2", "4", "3", "1"), numbers(UserOrder.Key.SEEN, false));
        assertEquals(List.of("1", "3", "4", "2"), numbers(UserOrder.Key.SEEN, true));

        var byName = new UserOrder(UserOrder.Key.NAME, false);
        var first = register.list(Caller.OPERATOR, UserFilter.of("a"), byName, 0, 3);
        assertEquals(3, first.items().size());
        var second = register.list(Caller.OPERATOR, UserFilter.of("a"), byName, first.next(), 3);
        assertEquals(List.of("Chitra"), second.items().stream().map(User::name).toList());
        assertNull(second.next());
        var asha = register.find(Caller.OPERATOR, "2").asCaller();
        assertThrows(Refusal.NotAllowed.class, () -> register.list(asha, UserFilter.of(""), byName, 0, 3));
        assertThrows(Refusal.NotAllowed.class, () -> register.count(asha));
    }

    private List<String> numbers(UserOrder.Key key, boolean descending) {
        return register
                .list(Caller.OPERATOR, UserFilter.of(null), new UserOrder(key, descending), 0, 10)
                .items()
                .stream()
                .map(User::enrolmentNumber)
                .toList();
    }

    @Test
    void onlyAnAdminWhoChoseAPasswordAtTheServerKeepsIt() {
        var password = "seventeen green umbrellas";
        var warden = register.register(Caller.OPERATOR, new NewUser("Warden", "W", Role.ADMIN, password));
        assertFalse(warden.user().mustChangePassword());
        assertNull(warden.initialPassword());
        var asha = register.register(Caller.OPERATOR, new NewUser("Asha", "A", Role.STUDENT, password));
        assertTrue(asha.user().mustChangePassword());
        var byWarden = register.register(warden.user().asCaller(), new NewUser("Two", "W2", Role.ADMIN, password));
        assertTrue(byWarden.user().mustChangePassword());
        assertTrue(register("Three", "W3", Role.ADMIN).mustChangePassword());
    }

    @Test
    void studentsDoNotKeepTheRegister() {
        var asha = register("Asha", "A", Role.STUDENT).asCaller();
        assertThrows(Refusal.NotAllowed.class, () -> register.register(asha, new NewUser("B", "B", Role.ADMIN, null)));
        assertThrows(Refusal.NotAllowed.class, () -> register.edit(asha, "A", UserChange.of(Role.ADMIN)));
        assertThrows(Refusal.NotAllowed.class, () -> register.erase(asha, "A"));
        assertThrows(Refusal.NotAllowed.class, () -> register.resetPassword(asha, "A"));
        assertThrows(Refusal.NotAllowed.class, () -> register.endSessions(asha, "A"));
        assertThrows(Refusal.NotAllowed.class, () -> register.find(asha, "A"));
        assertThrows(Refusal.NotAllowed.class, () -> register.list(asha, "", 0, 10));
        assertThrows(Refusal.NotAllowed.class, () -> tokens.create(asha, null, personal("roll")));
    }

    @Test
    void aPasswordThatWasChangedMeanwhileIsNotReplacedUnseen() {
        register("Asha", "A", Role.STUDENT);
        var setAt = register.find(Caller.OPERATOR, "A").passwordSetAt();
        assertThrows(Refusal.Conflict.class, () -> register.resetPassword(Caller.OPERATOR, "A", setAt.minusMillis(1)));
        register.resetPassword(Caller.OPERATOR, "A", setAt);
        register.resetPassword(Caller.OPERATOR, "A");
    }

    @Test
    void theLastAdminStays() {
        register("Warden", "W", Role.ADMIN);
        for (var change : List.of(unmade(), deactivated())) {
            var refusal = assertThrows(Refusal.Conflict.class, () -> register.edit(Caller.OPERATOR, "W", change));
            assertEquals("last-admin", refusal.slug());
        }
        assertThrows(Refusal.Conflict.class, () -> register.erase(Caller.OPERATOR, "W"));
        assertEquals(Role.ADMIN, register.find(Caller.OPERATOR, "W").role());
        assertTrue(register.find(Caller.OPERATOR, "W").isActive());

        register("Second", "W2", Role.ADMIN);
        register.edit(Caller.OPERATOR, "W", deactivated());
        assertThrows(
                Refusal.Conflict.class,
                () -> register.erase(Caller.OPERATOR, "W2"),
                "one who is not active runs no hostel");
    }

    @Test
    void aChangeIsTold() {
        var asha = register("Asha", "A", Role.STUDENT);
        var before = changes.last();
        register.edit(Caller.OPERATOR, "a", new UserChange("  Asha Rao ", null, null, null));
        assertEquals(List.of(new LoggedChange(before + 1, new Change.UserChanged(asha.id()))), changes.after(before));
        assertEquals(
                asha.id(), users.findByLogin("ASHA RAO").orElseThrow().user().id());
    }

    @Test
    void erasingIsToldAndTheNumberIsFreeAgain() {
        var asha = register("Asha", "A", Role.STUDENT);
        register.erase(Caller.OPERATOR, "A");
        assertTrue(isTold(new Change.UserErased(asha.id())));
        assertEquals(asha.id(), erasing.events.get(0).userId());
        assertEquals(Caller.OPERATOR, erasing.events.get(0).by());
        assertThrows(Refusal.NotFound.class, () -> register.erase(Caller.OPERATOR, "A"));
        assertTrue(register("Asha", "A", Role.STUDENT).id() > asha.id(), "no number of an account is given twice");
    }

    @Test
    void aNameThatTwoShareMeansNeither() {
        var one = register("Asha", "A1", Role.STUDENT);
        assertEquals(one.id(), users.findByLogin(" asha ").orElseThrow().user().id());
        register("ASHA", "A2", Role.STUDENT);
        assertEquals(one.id(), users.findByLogin("asha").orElseThrow().user().id());
        assertTrue(users.findByLogin("asha").orElseThrow().shared());
        assertEquals(one.id(), users.findByLogin("a1").orElseThrow().user().id());
        assertFalse(users.findByLogin("a1").orElseThrow().shared());
    }

    @Test
    void theRegisterIsSearchedAndPaged() {
        for (int i = 1; i <= 5; i++) register("Asha " + "x".repeat(i), "CS-" + i, Role.STUDENT);
        register("100%_!", "EE-1", Role.STUDENT);
        var first = register.list(Caller.OPERATOR, "asha", 0, 3);
        assertEquals(3, first.items().size());
        var second = register.list(Caller.OPERATOR, "asha", first.next(), 3);
        assertEquals(2, second.items().size());
        assertNull(second.next());
        assertEquals(1, register.list(Caller.OPERATOR, "ee-", 0, 10).items().size());
        assertEquals(1, register.list(Caller.OPERATOR, "0%_!", 0, 10).items().size());
        assertEquals(0, register.list(Caller.OPERATOR, "_____%", 0, 10).items().size());
        assertEquals(
                6,
                register.list(Caller.OPERATOR, UserFilter.of(null), 0, 10)
                        .items()
                        .size());
        assertEquals(6, register.count(Caller.OPERATOR));
    }

    @ParameterizedTest
    @CsvSource({
        "rao asha, CS-1",
        "2023 cs, EE-2",
        "cs 2023 ilker, EE-2",
        "2023cs, EE-2",
        "ilker ışık, EE-2",
        "isik, EE-2",
        "d'souza, EE-3",
        "D’SOUZA renee, EE-3",
        "' d’souza\u200b ', EE-3",
        "renée, EE-3",
        "mi\u0301nal, EE-4",
        "मीनल, EE-5",
        "राव मीनल, EE-5",
    })
    void peopleAreFoundByWordsInAnyOrder(String text, String name) {
        register("Asha Rao", "CS-1", Role.STUDENT);
        register("İlker Işık", "2023/CS/41", Role.STUDENT);
        register("Renée D’Souza", "EE-3", Role.STUDENT);
        register("Mínal", "EE-4", Role.STUDENT);
        register("मीनल राव", "EE-5", Role.STUDENT);
        var found = register.list(Caller.OPERATOR, text, 0, 10).items();
        assertEquals(
                1, found.size(), () -> found.stream().map(User::name).toList().toString());
        assertEquals(name.replace("EE-2", "2023/CS/41"), found.get(0).enrolmentNumber());
    }

    @ParameterizedTest
    @CsvSource({
        "d'souza, D’Souza",
        "ilker ışık, İlker Işık",
        "RENE\u0301E, Renée",
        "asha\u00a0 rao, Asha Rao",
        "मीनल, ' \ufeffमीनल\u200b'"
    })
    void aNameIsALoginHoweverItIsTyped(String typed, String name) {
        var user = register(name, "\u00a0cs–1\u200b", Role.STUDENT);
        assertEquals("cs-1", user.enrolmentNumber());
        assertEquals(user.id(), users.findByLogin(typed).orElseThrow().user().id());
        assertEquals(
                user.id(), users.findByLogin("ＣＳ-१\ufeff").orElseThrow().user().id());
        assertThrows(Refusal.Conflict.class, () -> register("Another", "CS\u2011\u200b1", Role.STUDENT));
    }

    @Test
    void aNameThatLooksTheSameIsTheSame() {
        register("Asha Rao", "A1", Role.STUDENT);
        register("Asha\u00a0Rao\u200b", "A2", Role.STUDENT);
        assertTrue(users.findByLogin("asha rao").orElseThrow().shared(), "two have it");
    }

    @Test
    void aSessionLivesWhileItIsUsedAndNoLongerThanItsLife() {
        var token = signIn(register("Asha", "A", Role.STUDENT), false).token();
        for (int i = 0; i < 15; i++) {
            clock.moveOn(Duration.ofHours(11));
            sessions.writeUses();
            assertTrue(sessions.resume(token).isPresent(), "used " + i);
        }
        clock.moveOn(Duration.ofHours(11));
        assertTrue(sessions.resume(token).isEmpty(), "seven days are over");
    }

    @Test
    void anUnusedSessionEndsAndARememberedOneWaits() {
        var asha = register("Asha", "A", Role.STUDENT);
        var token = signIn(asha, false).token();
        var remembered = signIn(asha, true).token();
        clock.moveOn(Duration.ofHours(13));
        assertTrue(sessions.resume(token).isEmpty());
        clock.moveOn(Duration.ofDays(50));
        assertTrue(sessions.resume(remembered).isPresent());
        clock.moveOn(Duration.ofDays(10));
        assertTrue(sessions.resume(remembered).isEmpty());
        sessions.writeUses();
        assertEquals(0L, ((Number) database.query("select count(*) from sessions")).longValue());
    }

    @Test
    void whatIsStoredOpensNothing() {
        var asha = register("Asha", "A", Role.STUDENT);
        var token = signIn(asha, true).token();
        var stored = (String) database.query("select token_hash from sessions");
        assertFalse(stored.contains(token));
        assertTrue(sessions.resume(stored).isEmpty());
        var script = forOffice("roll");
        assertFalse(((String) database.query("select token_hash from access_tokens")).contains(script.token()));
    }

    @Test
    void aDeactivatedAccountOpensNothing() {
        var warden = register("Warden", "W", Role.ADMIN);
        register("Second", "W2", Role.ADMIN);
        var session = signIn(warden, true).token();
        var token = tokens.create(warden.asCaller(), warden, personal("roll")).token();
        assertTrue(tokens.resume(token).isPresent());
        register.edit(Caller.OPERATOR, "W", deactivated());
        assertTrue(sessions.resume(session).isEmpty());
        assertTrue(tokens.resume(token).isEmpty());
    }

    @Test
    void anErasedPersonsTokensGoToo() {
        var warden = register("Warden", "W", Role.ADMIN);
        register("Second", "W2", Role.ADMIN);
        var token = tokens.create(warden.asCaller(), warden, personal("roll")).token();
        signIn(warden, true);
        register.erase(Caller.OPERATOR, "W");
        assertTrue(tokens.resume(token).isEmpty());
        assertEquals(0L, ((Number) database.query("select count(*) from sessions")).longValue());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theTokensOfAnOfficialGoWithTheOfficeAndDoNotComeBack(boolean demoted) {
        var warden = register("Warden", "W", Role.ADMIN);
        var second = register("Second", "W2", Role.ADMIN);
        var token = tokens.create(warden.asCaller(), warden, personal("roll"));
        var others = tokens.create(second.asCaller(), second, personal("roll")).token();
        register.edit(Caller.OPERATOR, "W", new UserChange("Warden Rao", null, Role.ADMIN, true));
        assertTrue(tokens.resume(token.token()).isPresent(), "a new name takes no rights");
        register.edit(Caller.OPERATOR, "W", demoted ? unmade() : deactivated());
        assertTrue(isEnded(warden, token.entry().session()));
        register.edit(Caller.OPERATOR, "W", new UserChange(null, null, Role.ADMIN, true));
        assertTrue(tokens.resume(token.token()).isEmpty());
        assertTrue(tokens.resume(others).isPresent());
        assertEquals(1, tokens.list(Caller.OPERATOR, 0, 10).size());
    }

    private static TokenDraft personal(String name) {
        return new TokenDraft(name, TokenScope.ALL, false, null);
    }

    private static TokenDraft machine(String name) {
        return new TokenDraft(name, TokenScope.ALL, true, null);
    }

    /** As the operator makes one. */
    private NewToken forOffice(String name) {
        return tokens.create(Caller.OPERATOR, null, machine(name));
    }

    @Test
    void personalTokensEndWithThePasswordAndTheSessionsAndAMachinesStays() {
        var warden = register("Warden", "W", Role.ADMIN);
        register("Second", "W2", Role.ADMIN);
        var here = signIn(warden, false);
        var machine =
                tokens.create(warden.asCaller(), warden, machine("meters")).token();
        List<Runnable> ends = List.of(
                () -> users.choosePassword(
                        users.find("W").orElseThrow(),
                        warden.asCaller(),
                        "hash",
                        here.signedIn().session(),
                        clock.instant()),
                () -> register.resetPassword(Caller.OPERATOR, "W"),
                () -> register.endSessions(Caller.OPERATOR, "W"),
                () -> sessions.endAll(warden.asCaller()),
                () -> register.edit(Caller.OPERATOR, "W", unmade()),
                () -> register.erase(Caller.OPERATOR, "W"));
        for (var end : ends) {
            var owner = users.find("W").orElseThrow();
            var made = owner.isActiveAdmin() ? tokens.create(owner.asCaller(), owner, personal("script")) : null;
            end.run();
            if (made != null) {
                assertTrue(tokens.resume(made.token()).isEmpty());
                assertTrue(isEnded(warden, made.entry().session()));
            }
            assertTrue(tokens.resume(machine).orElseThrow().caller().isOperator());
        }
        var left = tokens.list(Caller.OPERATOR, 0, 10);
        assertEquals(1, left.size());
        assertTrue(left.get(0).token().isMachines());
        assertNull(left.get(0).maker(), "the account is gone");
    }

    @Test
    void aTokenEndsWhenItsDaysAreOver() {
        var warden = register("Warden", "W", Role.ADMIN);
        var day = tokens.create(warden.asCaller(), warden, new TokenDraft("day", TokenScope.READ, false, 1L));
        var year = tokens.create(warden.asCaller(), warden, personal("year")).token();
        var machine =
                tokens.create(warden.asCaller(), warden, machine("machine")).token();
        assertEquals(TokenScope.READ, tokens.resume(day.token()).orElseThrow().scope());
        assertEquals("Warden", tokens.list(Caller.OPERATOR, 0, 1).get(0).maker());
        clock.moveOn(Duration.ofDays(1));
        assertTrue(tokens.resume(day.token()).isEmpty());
        assertTrue(tokens.find(day.entry().session()).isEmpty(), "nor does a socket live on it");
        tokens.writeUses();
        assertTrue(isTold(Change.SessionsEnded.one(warden.id(), day.entry().session())));
        assertEquals(2, tokens.list(Caller.OPERATOR, 0, 10).size());
        clock.moveOn(Duration.ofDays(363));
        assertTrue(tokens.resume(year).isPresent());
        clock.moveOn(Duration.ofDays(1));
        assertTrue(tokens.resume(year).isEmpty());
        clock.moveOn(Duration.ofDays(10_000));
        assertTrue(tokens.resume(machine).isPresent());
    }

    @ParameterizedTest
    @CsvSource({"false, 0", "false, 366", "false, -1", "true, 0", "true, 3651", "true, 9223372036854775807"})
    void noTokenIsGoodForTooLong(boolean machine, long days) {
        var warden = register("Warden", "W", Role.ADMIN);
        var draft = new TokenDraft("roll", null, machine, days);
        var refusal = assertThrows(Refusal.Unacceptable.class, () -> tokens.create(warden.asCaller(), warden, draft));
        assertEquals("days", refusal.violations().get(0).field());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200b", "\u2800", "\u3164", "\u202eevil", "a\nb", "\u0301"})
    void aTokensNameCanBeRead(String name) {
        var warden = register("Warden", "W", Role.ADMIN);
        var refusal = assertThrows(
                Refusal.Unacceptable.class, () -> tokens.create(warden.asCaller(), warden, personal(name)));
        assertEquals("name", refusal.violations().get(0).field());
    }

    @Test
    void nobodyHasTwoTokensOfOneName() {
        var warden = register("Warden", "W", Role.ADMIN);
        var mine = tokens.create(warden.asCaller(), warden, personal("roll"));
        forOffice("roll");
        for (var draft : List.of(personal(" roll\u200b"), machine("roll"))) {
            var refusal =
                    assertThrows(Refusal.Unacceptable.class, () -> tokens.create(warden.asCaller(), warden, draft));
            assertEquals("name", refusal.violations().get(0).field());
        }
        assertEquals(2, tokens.list(Caller.OPERATOR, 0, 10).size());
        tokens.revoke(warden.asCaller(), mine.entry().id());
        tokens.create(warden.asCaller(), warden, personal("roll"));
    }

    @Test
    void whoWasAnOfficialAMomentAgoMakesNoToken() {
        var warden = register("Warden", "W", Role.ADMIN);
        register("Second", "W2", Role.ADMIN);
        register.edit(Caller.OPERATOR, "W", unmade());
        assertThrows(Refusal.NotAllowed.class, () -> tokens.create(warden.asCaller(), warden, machine("roll")));
        assertTrue(tokens.list(Caller.OPERATOR, 0, 10).isEmpty());
    }

    @Test
    void aTokenActsAsItsMakerUntilItIsRevoked() {
        var warden = register("Warden", "W", Role.ADMIN);
        var token = tokens.create(warden.asCaller(), warden, personal("roll")).token();
        assertEquals(Role.ADMIN, tokens.resume(token).orElseThrow().caller().role());
        tokens.writeUses();
        var entry = tokens.list(Caller.OPERATOR, 0, 10).get(0).token();
        assertTrue(entry.lastUsedAt() != null);
        tokens.revoke(Caller.OPERATOR, entry.id());
        assertTrue(tokens.resume(token).isEmpty());
        assertTrue(isTold(Change.SessionsEnded.one(warden.id(), entry.session())));
        assertThrows(Refusal.NotFound.class, () -> tokens.revoke(Caller.OPERATOR, entry.id()));
    }

    @Test
    void whatAnOldPasswordOpenedDoesNotOutliveIt() {
        var asha = register("Asha", "A", Role.STUDENT);
        var here = signIn(asha, false);
        clock.moveOn(Duration.ofMillis(1));
        register.resetPassword(Caller.OPERATOR, "A");
        assertThrows(Refusal.NotSignedIn.class, () -> signIn(asha, true), "compared before the reset");
        assertThrows(
                Refusal.NotSignedIn.class,
                () -> users.choosePassword(
                        asha, asha.asCaller(), "hash", here.signedIn().session(), clock.instant()));
        new PasswordHashes(database).replace(asha, "the old one's");
        var now = users.find("A").orElseThrow();
        assertNotEquals("the old one's", now.passwordHash());
        assertTrue(now.mustChangePassword());
        signIn(now, true);
        register.edit(Caller.OPERATOR, "A", deactivated());
        assertThrows(Refusal.NotSignedIn.class, () -> signIn(now, true));
        assertEquals(0L, ((Number) database.query("select count(*) from sessions")).longValue());
    }

    @Test
    void anotherPasswordEndsTheOtherSessions() {
        var asha = register("Asha", "A", Role.STUDENT);
        var here = signIn(asha, false);
        var there = signIn(asha, true);
        users.choosePassword(asha, asha.asCaller(), "hash", here.signedIn().session(), clock.instant());
        assertTrue(sessions.resume(there.token()).isEmpty());
        assertFalse(sessions.resume(here.token()).orElseThrow().caller().mustChangePassword());
        assertTrue(isTold(Change.SessionsEnded.allBut(asha.id(), here.signedIn().session())));
    }

    @Test
    void peopleSeeWhereTheyAreSignedInAndEndWhatTheyChoose() {
        var asha = register("Asha", "A", Role.STUDENT);
        var ravi = register("Ravi", "R", Role.STUDENT);
        var others = signIn(ravi, true);
        var phone = signIn(asha, true);
        var began = clock.instant();
        clock.moveOn(Duration.ofHours(1));
        var library = sessions.open(asha, false, new Device("192.0.2.7", ""));
        clock.moveOn(Duration.ofHours(1));
        sessions.resume(phone.token());

        var id = phone.signedIn().session();
        assertEquals(
                new OpenSession(id, "Firefox on Android", began, clock.instant()),
                sessions.of(asha.asCaller()).get(0),
                "used last, though it is not yet stored");
        assertEquals(2, sessions.of(asha.asCaller()).size());

        sessions.end(
                asha.asCaller(), Set.of(id, "no such session", others.signedIn().session()));
        assertTrue(sessions.resume(phone.token()).isEmpty());
        assertTrue(isTold(Change.SessionsEnded.one(asha.id(), id)));
        assertTrue(sessions.resume(library.token()).isPresent());
        assertTrue(sessions.resume(others.token()).isPresent(), "somebody else's");

        clock.moveOn(Duration.ofHours(13));
        assertTrue(sessions.of(asha.asCaller()).isEmpty(), "what has ended is not shown, though the row is there");
    }
}
