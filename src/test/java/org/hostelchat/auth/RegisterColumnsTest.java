package org.hostelchat.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.support.RecordingEvent;
import org.hostelchat.user.NewUser;
import org.hostelchat.user.People;
import org.hostelchat.user.Register;
import org.hostelchat.user.RegisterColumn;
import org.hostelchat.user.RegisterSelection;
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
import org.junit.jupiter.api.io.TempDir;

/** The register's columns besides name and number, over a real database file. */
class RegisterColumnsTest {

    @TempDir
    private Path folder;

    private final Clock clock = Clock.systemUTC();
    private BareDatabase database;
    private ChangeLog changes;
    private Sessions sessions;
    private Register register;
    private RegisterSelection selection;

    @BeforeEach
    void open() {
        database = new BareDatabase(folder.resolve("hostel.db"));
        var settings = TestSettings.in(folder);
        changes = new ChangeLog(database);
        sessions = new Sessions(new SessionRepository(database, changes, new AuditTrail()), settings, clock);
        var credentials = new StoredCredentials(TestSettings.cheapPasswords(), settings, new AuditLog(), clock);
        var users =
                new UserRepository(database, new RecordingEvent<UserErasing>(), changes, credentials, new AuditTrail());
        register = new Register(users, credentials, new AuditLog(), clock);
        selection = new RegisterSelection(users, new AuditLog());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private User register(String name, String number, Map<RegisterColumn, String> details) {
        return register.register(Caller.OPERATOR, new NewUser(name, number, Role.STUDENT, null, details))
                .user();
    }

    private List<String> names(UserFilter filter) {
        return register.list(Caller.OPERATOR, filter, 0, 100).items().stream()
                .map(User::name)
                .toList();
    }

    private static UserFilter where(RegisterColumn column, String... values) {
        return new UserFilter(null, Map.of(column, List.of(values)));
    }

    @Test
    void valuesAreTidyAndComparedAsNamesAre() {
        register("Asha", "1/A", Map.of(RegisterColumn.WING, "  Ganga\u00a0 North ", RegisterColumn.ROOM, "१०१"));
        register("रवि", "2/A", Map.of(RegisterColumn.WING, "B", RegisterColumn.ROOM, "102"));
        assertEquals("Ganga North", register.find(Caller.OPERATOR, "1/A").detail(RegisterColumn.WING));
        assertEquals(List.of("Asha"), names(where(RegisterColumn.WING, "GANGA north")));
        assertEquals(List.of("Asha"), names(where(RegisterColumn.ROOM, "101")), "whichever digits");
        assertEquals(List.of("Asha", "रवि"), names(where(RegisterColumn.WING, "b", "ganga north")));
        assertEquals(List.of(), names(where(RegisterColumn.WING, "Ganga")), "the whole value");
        assertEquals(List.of("Asha", "रवि"), names(where(RegisterColumn.WING, " ")), "nothing asked");
    }

    @Test
    void theSearchFindsByRoomAndPhoneInAnyOrderOfWords() {
        var details =
                Map.of(RegisterColumn.WING, "B", RegisterColumn.ROOM, "204", RegisterColumn.PHONE, "+91 98300-12345");
        register("आशा राव", "1/A", details);
        register("Ravi", "2/A", Map.of());
        for (var text : List.of("204", "204 आशा", "b-204", "B204", "9830012345", "राव 98300")) {
            assertEquals(List.of("आशा राव"), names(UserFilter.of(text)), text);
        }
        register.edit(Caller.OPERATOR, "1/A", UserChange.of(Map.of(RegisterColumn.ROOM, "305")));
        assertEquals(List.of(), names(UserFilter.of("204")));
        assertEquals(List.of("आशा राव"), names(UserFilter.of("305")));
    }

    /** Who lives where, and who has which number, is for officials. */
    @Test
    void studentsFindNobodyByRoomOrNumber() {
        register("Asha", "1/A", Map.of(RegisterColumn.ROOM, "204"));
        var ravi = register("Ravi", "2/A", Map.of());
        var people = new People(database);
        assertEquals(1, people.named(ravi.asCaller(), "asha").size());
        assertEquals(0, people.named(ravi.asCaller(), "204").size());
        assertEquals(0, people.named(ravi.asCaller(), "1/A").size());
    }

    @Test
    void everyFieldThatBreaksARuleIsNamed() {
        var wrong = Map.of(
                RegisterColumn.WING, "w".repeat(65),
                RegisterColumn.ROOM, "1\n2",
                RegisterColumn.MESS, "\u202Eabc",
                RegisterColumn.UNTIL, "31.5.2026");
        var refusal = assertThrows(Refusal.Unacceptable.class, () -> register("Asha", "1/A", wrong));
        assertEquals(
                List.of("wing", "room", "mess", "until"),
                refusal.problem().violations().stream()
                        .map(violation -> violation.field())
                        .sorted((a, b) -> RegisterColumn.of(a)
                                .orElseThrow()
                                .compareTo(RegisterColumn.of(b).orElseThrow()))
                        .toList());
        for (var day : List.of("2026-02-30", "+12026-01-01", "२०२६-०१-०१", "1899-12-31", "2026-1-1")) {
            var until = Map.of(RegisterColumn.UNTIL, day);
            assertThrows(Refusal.Unacceptable.class, () -> register("Asha", "1/A", until), day);
        }
        register("Asha", "1/A", Map.of(RegisterColumn.WING, "\uD83C\uDFE0".repeat(64)));
    }

    @Test
    void severalAreChangedAtOnceAndTheRecordSaysWhatWasBefore() throws Exception {
        register("Asha", "1/A", Map.of(RegisterColumn.WING, "A", RegisterColumn.ROOM, "1"));
        register("Ravi", "2/A", Map.of(RegisterColumn.WING, "B"));
        register("Meena", "3/A", Map.of(RegisterColumn.WING, "Kaveri"));
        var all = List.of("1/a", "2/A", "3/A", "9/NOBODY");
        var to = Map.of(RegisterColumn.WING, "Kaveri", RegisterColumn.ROOM, "");
        assertEquals(2, selection.describe(Caller.OPERATOR, all, to));
        assertEquals(List.of("Asha", "Ravi", "Meena"), names(where(RegisterColumn.WING, "kaveri")));
        assertNull(register.find(Caller.OPERATOR, "1/A").detail(RegisterColumn.ROOM));
        var rows = database.read(em -> em.createNativeQuery(
                        "select person_before, person_after from audit_entries where act = 'user-details-changed' order by id")
                .getResultList());
        assertEquals(2, rows.size());
        var first = (Object[]) rows.get(0);
        assertEquals("wing=A\nroom=1", first[0]);
        assertEquals("wing=Kaveri", first[1]);
        assertThrows(Refusal.Unacceptable.class, () -> selection.describe(Caller.OPERATOR, List.of(), to));
        assertThrows(Refusal.Unacceptable.class, () -> selection.describe(Caller.OPERATOR, all, Map.of()));
        register.erase(Caller.OPERATOR, "3/A");
        register.erase(Caller.OPERATOR, "2/A");
        register.erase(Caller.OPERATOR, "1/A");
        database.close();
        for (var file : databaseFiles()) {
            assertFalse(
                    Files.readString(file, StandardCharsets.ISO_8859_1).contains("Kaveri"),
                    "erased from " + file.getFileName());
        }
        open();
    }

    @Test
    void theAccessOfSeveralIsEndedAtOnceButNotAnOfficials() {
        var asha = register("Asha", "1/A", Map.of());
        register("Ravi", "2/A", Map.of());
        register("Meena", "3/A", Map.of());
        register.register(Caller.OPERATOR, new NewUser("Warden", "W/1", Role.ADMIN, null, Map.of()));
        register.edit(Caller.OPERATOR, "3/A", UserChange.of(false));
        var session = sessions.open(asha, true, new Device("192.0.2.7", "Firefox"));
        var before = changes.last();
        assertEquals(
                2,
                selection.deactivate(Caller.OPERATOR, List.of("1/a", "2/A", "3/A", "W/1", "9/NOBODY")),
                "two of them could still sign in");
        assertFalse(register.find(Caller.OPERATOR, "1/A").isActive());
        assertTrue(register.find(Caller.OPERATOR, "W/1").isActive());
        assertTrue(sessions.resume(session.token()).isEmpty());
        assertTrue(changes.after(before).stream()
                .anyMatch(told -> told.change().equals(Change.SessionsEnded.all(asha.id()))));
        var recorded = database.read(em -> em.createNativeQuery(
                        "select person_number from audit_entries where act = 'user-deactivated' order by id")
                .getResultList());
        assertEquals(List.of("3/A", "1/A", "2/A"), recorded);
        assertThrows(
                Refusal.Unacceptable.class,
                () -> selection.deactivate(Caller.OPERATOR, List.of("W/1", "1/A")),
                "nobody");
        assertThrows(Refusal.Unacceptable.class, () -> selection.deactivate(Caller.OPERATOR, List.of()));
        assertThrows(Refusal.NotAllowed.class, () -> selection.deactivate(asha.asCaller(), List.of("2/A")));
    }

    @Test
    void theListIsInOrderOfAColumnWithTheUnknownLast() {
        register("Asha", "1/A", Map.of(RegisterColumn.ROOM, "B2"));
        register("Ravi", "2/A", Map.of());
        register("Meena", "3/A", Map.of(RegisterColumn.ROOM, "a9"));
        for (var descending : List.of(false, true)) {
            var order = new UserOrder(UserOrder.Key.ROOM, descending);
            var names = register.list(Caller.OPERATOR, UserFilter.of(""), order, 0, 10).items().stream()
                    .map(User::name)
                    .toList();
            assertEquals(descending ? List.of("Asha", "Meena", "Ravi") : List.of("Meena", "Asha", "Ravi"), names);
        }
    }

    @Test
    void afterTheirLastDaySessionsEndAndThatIsTold() {
        var today = LocalDate.now(ZoneOffset.UTC);
        var asha = register("Asha", "1/A", Map.of(RegisterColumn.UNTIL, today.toString()));
        var session = sessions.open(asha, true, new Device("192.0.2.7", "Firefox"));
        assertTrue(sessions.resume(session.token()).isPresent(), "still on the last day");
        var yesterday = today.minusDays(1).toString();
        register.edit(Caller.OPERATOR, "1/A", UserChange.of(Map.of(RegisterColumn.UNTIL, yesterday)));
        assertTrue(sessions.resume(session.token()).isEmpty(), "at once");
        var before = changes.after(0).size();
        sessions.writeUses();
        sessions.writeUses();
        var told = changes.after(0).stream()
                .skip(before)
                .map(logged -> logged.change())
                .toList();
        assertEquals(List.of(Change.SessionsEnded.all(asha.id())), told, "told once, for open lines");
        assertEquals(
                SessionEnd.STAY_ENDED,
                sessions.ended(session.token()).orElseThrow().reason());
    }

    @Test
    void theLastOfficialStaysWithoutAnEnd() {
        var boss = Caller.OPERATOR;
        register.register(boss, new NewUser("Warden", "W-1", Role.ADMIN, null));
        var ends = UserChange.of(Map.of(RegisterColumn.UNTIL, "2030-01-01"));
        assertThrows(Refusal.Conflict.class, () -> register.edit(boss, "W-1", ends));
        register.register(boss, new NewUser("Second", "W-2", Role.ADMIN, null));
        register.edit(boss, "W-1", ends);
        assertThrows(
                Refusal.Conflict.class,
                () -> selection.describe(boss, List.of("W-2"), Map.of(RegisterColumn.UNTIL, "2031-01-01")));
    }

    private List<Path> databaseFiles() throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().startsWith("hostel.db"))
                    .toList();
        }
    }
}
