package org.hostelchat.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hostelchat.audit.AuditEntry;
import org.hostelchat.audit.AuditFilter;
import org.hostelchat.audit.AuditSearch;
import org.hostelchat.audit.AuditVerifier;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.support.MovableClock;
import org.hostelchat.user.NewUser;
import org.hostelchat.user.Register;
import org.hostelchat.user.User;
import org.hostelchat.user.UserChange;
import org.hostelchat.user.UserRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is recorded of accounts, sessions and tokens, on a real database. */
@EachEngine
class RecordedActsTest {

    private static final String PASSWORD = "correct horse battery";
    private static final Device OFFICE = new Device("192.0.2.7", "Firefox on Linux");
    private static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);

    @Parameter
    Engine engine;

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();
    private BareDatabase database;
    private UserRepository users;
    private Sessions sessions;
    private AccessTokens tokens;
    private SignIns signIns;
    private PasswordChanges passwordChanges;
    private Register register;
    private AuditSearch search;
    private Caller warden;
    private long before;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        var accounts = new Accounts(database, folder, clock);
        sessions = accounts.sessions;
        tokens = accounts.tokens;
        users = accounts.users;
        register = accounts.register;
        signIns = accounts.signIns;
        passwordChanges = accounts.passwordChanges;
        search = new AuditSearch(database);
        register.register(Caller.OPERATOR, new NewUser("वार्डन कुलकर्णी", "W", Role.ADMIN, PASSWORD));
        warden = users.find("W").orElseThrow().asCaller().from("192.0.2.7");
        before = last();
    }

    @AfterEach
    void close() {
        assertTrue(new AuditVerifier(database).verify(Caller.OPERATOR, null).fits());
        database.close();
    }

    private long last() {
        return search.latest(Caller.OPERATOR, ALL, 0, 1).get(0).id();
    }

    /** What was recorded since the last call, the oldest first. */
    private List<AuditEntry> recorded() {
        var since = before;
        before = last();
        return search.latest(Caller.OPERATOR, ALL, 0, 500).stream()
                .filter(entry -> entry.id() > since)
                .sorted((a, b) -> Long.compare(a.id(), b.id()))
                .toList();
    }

    private String acts() {
        return recorded().stream().map(AuditEntry::act).collect(Collectors.joining(" "));
    }

    private User registered(String name, String number, Role role) {
        var user =
                register.register(warden, new NewUser(name, number, role, null)).user();
        recorded();
        return user;
    }

    @Test
    void registeringIsRecorded() {
        register.register(warden, new NewUser("आशा राव", "CS/1", Role.STUDENT, null));
        var entry = recorded().get(0);
        assertEquals("user-registered", entry.act());
        assertEquals(warden.id(), entry.by().id());
        assertEquals("वार्डन कुलकर्णी", entry.by().name());
        assertEquals("192.0.2.7", entry.by().address());
        assertEquals(users.find("CS/1").orElseThrow().id(), entry.person().id());
        assertEquals(Map.of("name", "आशा राव", "number", "CS/1", "role", "STUDENT"), entry.after());
    }

    @Test
    void eachThingThatAFormChanges() {
        var asha = registered("Asha", "CS/1", Role.STUDENT);
        register.edit(warden, "CS/1", new UserChange("आशा राव", "CS/11", Role.ADMIN, false));
        var entries = recorded();
        assertEquals(
                List.of("user-renamed", "user-renumbered", "user-role-changed", "user-deactivated"),
                entries.stream().map(AuditEntry::act).toList());
        assertTrue(entries.stream().allMatch(entry -> entry.person().id() == asha.id()));
        assertEquals(Map.of("name", "Asha"), entries.get(0).before());
        assertEquals(Map.of("name", "आशा राव"), entries.get(0).after());
        assertEquals(Map.of("number", "CS/11"), entries.get(1).after());
        assertEquals(Map.of("role", "STUDENT"), entries.get(2).before());
        assertEquals(Map.of("role", "ADMIN"), entries.get(2).after());
        register.edit(warden, "CS/11", UserChange.of(true));
        assertEquals("user-activated", acts());
        register.edit(warden, "CS/11", UserChange.of(true));
        assertEquals("", acts(), "nothing was changed");
    }

    @Test
    void resettingAndSigningOut() {
        registered("Asha", "CS/1", Role.STUDENT);
        register.resetPassword(warden, "CS/1");
        register.endSessions(warden, "CS/1");
        assertEquals("password-reset sessions-ended", acts());
    }

    @Test
    void officialsSignInsAndNobodyElses() {
        var made = register.register(warden, new NewUser("Asha", "CS/1", Role.STUDENT, PASSWORD));
        recorded();
        signIns.signIn("CS/1", PASSWORD, false, OFFICE);
        assertThrows(Refusal.NotSignedIn.class, () -> signIns.signIn("W", "wrong", false, OFFICE));
        assertEquals("", acts());
        signIns.signIn("W", PASSWORD, false, new Device("2001:db8::9", ""));
        var entry = recorded().get(0);
        assertEquals("signed-in", entry.act());
        assertEquals(warden.id(), entry.by().id());
        assertEquals("2001:db8::9", entry.by().address());
        assertTrue(made.user().id() > 0);
    }

    @ParameterizedTest
    @CsvSource({
        "ADMIN, signed-out-elsewhere password-changed signed-out-everywhere",
        // Their own devices they could turn on and off all day, and bury what officials did.
        "STUDENT, password-changed"
    })
    void passwordsOfEverybodyAndDevicesOfOfficials(Role role, String expected) {
        register.register(warden, new NewUser("Asha", "CS/1", role, PASSWORD));
        recorded();
        var phone = signIns.signIn("CS/1", PASSWORD, false, OFFICE).signedIn().from("192.0.2.50");
        var library = signIns.signIn("CS/1", PASSWORD, false, OFFICE).signedIn();
        signIns.signOut(phone, Set.of(library.session()), PASSWORD, "192.0.2.50");
        passwordChanges.change(phone, PASSWORD, "another horse battery", "192.0.2.50");
        sessions.endAll(phone.caller());
        var entries = recorded().stream()
                .filter(entry -> !entry.act().equals("signed-in"))
                .toList();
        assertEquals(expected, entries.stream().map(AuditEntry::act).collect(Collectors.joining(" ")));
        assertTrue(entries.stream()
                .allMatch(entry -> "192.0.2.50".equals(entry.by().address())));
        assertTrue(entries.stream()
                .allMatch(entry -> entry.by().id().equals(phone.caller().id())));
        sessions.end(phone);
        assertEquals("", acts(), "whoever only signs out");
    }

    @Test
    void tokensAndWhatIsDoneByThem() {
        var verified = users.find("W").orElseThrow();
        var personal = tokens.create(warden, verified, new TokenDraft("लैपटॉप", TokenScope.ALL, false, 30L));
        var machine = tokens.create(warden, verified, new TokenDraft("meters", TokenScope.READ, true, 1L));
        var made = recorded();
        assertEquals("token", made.get(0).kind());
        assertEquals(personal.entry().id(), made.get(0).thingId());
        assertEquals(warden.id(), made.get(0).person().id());
        assertEquals("लैपटॉप", made.get(0).after().get("name"));
        assertEquals("all", made.get(0).after().get("scope"));
        assertEquals("meters", made.get(1).thingName());

        var byToken = tokens.resume(personal.token())
                .orElseThrow()
                .from("198.51.100.4")
                .caller();
        register.register(byToken, new NewUser("Asha", "CS/1", Role.STUDENT, null));
        var act = recorded().get(0);
        assertEquals(warden.id(), act.by().id());
        assertEquals(personal.entry().id(), act.by().tokenId());
        assertEquals("लैपटॉप", act.by().tokenName());
        assertEquals("198.51.100.4", act.by().address());
        var office = tokens.resume(machine.token()).orElseThrow().caller();
        assertTrue(office.isOperator());
        assertEquals(machine.entry().id(), office.source().tokenId());

        tokens.revoke(warden, personal.entry().id());
        assertEquals("लैपटॉप", recorded().get(0).before().get("name"));
        clock.moveOn(Duration.ofDays(2));
        tokens.writeUses();
        var expired = recorded().get(0);
        assertEquals("token-expired", expired.act());
        assertNull(expired.by().id());
        assertEquals("meters", expired.thingName());
    }

    @Test
    void tokensThatEndWithSomethingElse() {
        var verified = users.find("W").orElseThrow();
        registered("Second", "W2", Role.ADMIN);
        tokens.create(warden, verified, new TokenDraft("one", TokenScope.ALL, false, null));
        tokens.create(warden, verified, new TokenDraft("two", TokenScope.ALL, false, null));
        recorded();
        register.resetPassword(Caller.OPERATOR, "W");
        assertEquals("password-reset token-revoked token-revoked", acts());
    }

    @Test
    void erasingKeepsTheNumberAndLosesTheName() {
        var asha = registered("आशा राव", "CS/1", Role.ADMIN);
        var self = users.find("CS/1").orElseThrow().asCaller().from("192.0.2.9");
        tokens.create(
                self, users.find("CS/1").orElseThrow(), new TokenDraft("आशा का लैपटॉप", TokenScope.ALL, false, null));
        register.register(self, new NewUser("Ravi", "CS/2", Role.STUDENT, null));
        register.erase(self, "CS/1");
        var entries = search.latest(Caller.OPERATOR, ALL, 0, 100);
        assertEquals("user-erased", entries.get(0).act());
        assertEquals(asha.id(), entries.get(0).person().id());
        assertEquals(asha.id(), entries.get(0).by().id());
        assertNull(entries.get(0).by().name());
        var columns = "by_name,by_key,token_name,person_name,person_number,person_before,person_after,person_key,"
                + "thing_name,values_before,values_after";
        for (var column : columns.split(",", -1)) {
            assertEquals(
                    0,
                    ((Number) database.query("select count(*) from audit_entries where " + column + " like '%आशा%' or "
                                    + column + " like '%CS/1%' or " + column + " like '%cs1%'"))
                            .intValue(),
                    column);
        }
        assertFalse(search.latest(Caller.OPERATOR, new AuditFilter(null, null, "ravi", null, null), 0, 1)
                .isEmpty());
    }

    @Test
    void whatIsRefusedIsNotRecorded() {
        registered("Asha", "CS/1", Role.STUDENT);
        assertThrows(
                Refusal.Conflict.class,
                () -> register.register(warden, new NewUser("Other", "cs/1", Role.STUDENT, null)));
        assertThrows(Refusal.Conflict.class, () -> register.erase(Caller.OPERATOR, "W"));
        assertThrows(Refusal.NotFound.class, () -> register.endSessions(warden, "none"));
        assertThrows(
                Refusal.NotAllowed.class,
                () -> register.resetPassword(users.find("W").orElseThrow().asCaller(Instant.EPOCH), "CS/1"));
        assertEquals("", acts());
    }

    @Test
    void theRecordHasNoSecrets() {
        var verified = users.find("W").orElseThrow();
        var made = register.register(warden, new NewUser("Asha", "CS/1", Role.STUDENT, null));
        var reset = register.resetPassword(warden, "CS/1");
        var token = tokens.create(warden, verified, new TokenDraft("laptop", TokenScope.ALL, false, null));
        var session = signIns.signIn("W", PASSWORD, true, OFFICE);
        var all = search.latest(Caller.OPERATOR, ALL, 0, 100).stream()
                .map(entry -> entry.before() + " " + entry.after() + " " + entry.thingName() + " "
                        + entry.by().name() + " " + entry.by().tokenName() + " "
                        + entry.person().name())
                .collect(Collectors.joining("\n"));
        for (var secret : List.of(
                made.initialPassword(),
                reset,
                token.token(),
                Secrets.sha256(token.token()),
                session.token(),
                session.signedIn().session(),
                PASSWORD,
                users.find("W").orElseThrow().passwordHash())) {
            assertFalse(all.contains(secret));
        }
    }
}
