package org.hostelchat.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.changelog.LoggedChange;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.CountedStatements;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Audience;
import org.hostelchat.room.AudienceFollower;
import org.hostelchat.room.AudienceRooms;
import org.hostelchat.room.Memberships;
import org.hostelchat.room.Posting;
import org.hostelchat.room.ReadMarks;
import org.hostelchat.room.RoomAccess;
import org.hostelchat.room.RoomChange;
import org.hostelchat.room.RoomDraft;
import org.hostelchat.room.RoomKind;
import org.hostelchat.room.RoomUpkeep;
import org.hostelchat.room.Rooms;
import org.hostelchat.support.RecordingEvent;
import org.hostelchat.user.NewUser;
import org.hostelchat.user.Register;
import org.hostelchat.user.RegisterColumn;
import org.hostelchat.user.RegisterSelection;
import org.hostelchat.user.User;
import org.hostelchat.user.UserChange;
import org.hostelchat.user.UserErasing;
import org.hostelchat.user.UserRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Who is in a room that follows the register, whatever changes in the register or in the room. */
@EachEngine
class AudienceTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @Parameter
    Engine engine;

    @TempDir
    private Path folder;

    private BareDatabase database;
    private CountedStatements statements;
    private ChangeLog changes;
    private Register register;
    private RegisterSelection selection;
    private AudienceRooms audiences;
    private RoomUpkeep upkeep;
    private Rooms rooms;
    private Memberships memberships;
    private RoomAccess access;
    private Caller warden;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        statements = new CountedStatements(database);
        changes = new ChangeLog(statements, new AudienceFollower(CLOCK)::follow);
        var settings = TestSettings.in(folder);
        var credentials = new StoredCredentials(TestSettings.cheapPasswords(), settings, new AuditLog(), CLOCK);
        var users = new UserRepository(
                statements, new RecordingEvent<UserErasing>(), changes, credentials, new AuditTrail());
        register = new Register(users, credentials, new AuditLog(), CLOCK);
        selection = new RegisterSelection(users, new AuditLog());
        audiences = new AudienceRooms(statements, changes, new AuditTrail(), CLOCK);
        rooms = new Rooms(statements, new ReadMarks(statements), CLOCK);
        upkeep = new RoomUpkeep(statements, rooms, new AuditLog(), changes, new AuditTrail(), CLOCK);
        access = new RoomAccess(statements);
        memberships = new Memberships(statements, access, new AuditLog(), changes, new AuditTrail(), CLOCK);
        warden = database.resident("Warden", Role.ADMIN);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private User register(String name, String number, String wing, String year) {
        return register.register(
                        Caller.OPERATOR,
                        new NewUser(
                                name,
                                number,
                                Role.STUDENT,
                                null,
                                Map.of(RegisterColumn.WING, wing, RegisterColumn.YEAR, year)))
                .user();
    }

    private long make(Map<String, List<String>> audience) {
        return audiences.make(
                warden,
                new RoomDraft(
                        RoomKind.AUDIENCE, "गंगा विंग", null, Posting.ALL, true, List.of(), Audience.of(audience)));
    }

    private Set<Long> in(long room) {
        return new TreeSet<>(rooms.members(room));
    }

    private List<Change> toldSince(long seq) {
        return changes.after(seq).stream().map(LoggedChange::change).toList();
    }

    @Test
    void thoseAreInItWhomEveryColumnNamesAndTheOfficials() {
        var asha = register("आशा", "1/A", "Ganga", "1");
        var ravi = register("ரவி", "2/A", "kaveri", "१");
        register("Meena", "3/A", "Ganga", "2");
        register("Renée", "4/A", "Yamuna", "1");
        var room = make(Map.of("wing", List.of("GANGA", "Kaveri"), "year", List.of("1")));

        assertEquals(Set.of(warden.id(), asha.id(), ravi.id()), in(room));
        assertEquals(
                2,
                audiences
                        .preview(warden, Audience.of(Map.of("wing", List.of("ganga"))), 1)
                        .count());
        assertEquals(1, rooms.view(asha.id(), room).first());
        assertEquals(
                "wing: GANGA, Kaveri; year: 1",
                audiences.find(warden, room).audience().toString());
    }

    @Test
    void everyChangeOfTheRegisterIsFollowedInItsTransaction() {
        var asha = register("आशा", "1/A", "A", "1");
        var room = make(Map.of("wing", List.of("A"), "year", List.of("1")));
        var last = changes.last();

        var ravi = register("ரவி", "2/A", "A", "1");
        register.edit(Caller.OPERATOR, "1/A", UserChange.of(Map.of(RegisterColumn.WING, "B")));
        assertEquals(Set.of(warden.id(), ravi.id()), in(room));
        assertTrue(toldSince(last).contains(new Change.Joined(ravi.id(), room)));
        assertTrue(toldSince(last).contains(new Change.Left(asha.id(), room)));
        assertFalse(access.mayRead(asha.id(), room));

        selection.describe(Caller.OPERATOR, List.of("1/A", "2/A"), Map.of(RegisterColumn.WING, "A"));
        assertEquals(Set.of(warden.id(), asha.id(), ravi.id()), in(room));
        register.edit(Caller.OPERATOR, "1/A", UserChange.of(false));
        register.edit(Caller.OPERATOR, "2/A", UserChange.of(Map.of(RegisterColumn.YEAR, "")));
        assertEquals(Set.of(warden.id()), in(room));
        register.edit(Caller.OPERATOR, "1/A", UserChange.of(true));
        register.edit(Caller.OPERATOR, "2/A", UserChange.of(Role.ADMIN));
        assertEquals(Set.of(warden.id(), asha.id(), ravi.id()), in(room));
        register.edit(Caller.OPERATOR, "2/A", UserChange.of(Role.STUDENT));
        assertEquals(Set.of(warden.id(), asha.id()), in(room));
    }

    @Test
    void anotherAudienceAppliesAtOnce() {
        var asha = register("आशा", "1/A", "A", "1");
        var ravi = register("ரவி", "2/A", "B", "1");
        var room = make(Map.of("wing", List.of("A")));
        var last = changes.last();
        upkeep.change(
                warden, room, new RoomChange(null, false, null, null, null, Audience.of(Map.of("wing", List.of("b")))));
        assertEquals(Set.of(warden.id(), ravi.id()), in(room));
        assertEquals(
                List.of(
                        new Change.RoomChanged(room),
                        new Change.Joined(ravi.id(), room),
                        new Change.Left(asha.id(), room)),
                toldSince(last));
        upkeep.close(warden, room);
        register.edit(Caller.OPERATOR, "1/A", UserChange.of(Map.of(RegisterColumn.WING, "B")));
        assertEquals(List.of(), audiences.list(warden));
    }

    @Test
    void nobodyIsAddedOrTakenOutByHandAndNothingElseIsTaken() {
        var asha = register("आशा", "1/A", "A", "1");
        var room = make(Map.of("wing", List.of("A")));
        var caller = asha.asCaller();
        for (var call : List.<Runnable>of(
                () -> memberships.add(warden, room, asha.id()),
                () -> memberships.remove(warden, room, asha.id()),
                () -> memberships.remove(caller, room, asha.id()))) {
            assertEquals(
                    "fixed-members",
                    assertThrows(Refusal.Conflict.class, call::run).slug());
        }
        assertThrows(Refusal.NotAllowed.class, () -> upkeep.close(caller, room));
        for (var wrong : List.<Map<String, List<String>>>of(
                Map.of(),
                Map.of("wing", List.of()),
                Map.of("wing", List.of(" ")),
                Map.of("phone", List.of("1")),
                Map.of("name", List.of("आशा")),
                Map.of("wing", List.of("w".repeat(65))))) {
            assertThrows(Refusal.Unacceptable.class, () -> Audience.of(wrong), wrong::toString);
        }
        var audience = Audience.of(Map.of("wing", List.of("A")));
        assertThrows(
                Refusal.NotAllowed.class,
                () -> audiences.make(
                        caller, new RoomDraft(RoomKind.AUDIENCE, "x", null, Posting.ALL, true, List.of(), audience)));
        assertThrows(
                Refusal.Unacceptable.class,
                () -> new RoomDraft(RoomKind.OPEN, "x", null, Posting.ALL, true, List.of(), audience));
    }

    @Test
    void whoMadeItAndIsNoOfficialAnyMoreDoesNotManageIt() {
        register("ரவி", "2/A", "A", "1");
        register.edit(Caller.OPERATOR, "2/A", UserChange.of(Role.ADMIN));
        var room = audiences.make(
                register.find(Caller.OPERATOR, "2/A").asCaller(),
                new RoomDraft(
                        RoomKind.AUDIENCE,
                        "x",
                        null,
                        Posting.ALL,
                        true,
                        List.of(),
                        Audience.of(Map.of("wing", List.of("A")))));
        register.edit(Caller.OPERATOR, "2/A", UserChange.of(Role.STUDENT));
        var ravi = register.find(Caller.OPERATOR, "2/A").asCaller();
        assertTrue(in(room).contains(ravi.id()));
        for (var call : List.<Runnable>of(
                () -> upkeep.change(ravi, room, new RoomChange("y", false, null, null, null)),
                () -> upkeep.close(ravi, room))) {
            assertEquals(
                    "not-yours",
                    assertThrows(Refusal.NotAllowed.class, call::run).slug());
        }
    }

    /** Hundreds who come or go cost a few statements, and one change to be told. */
    @Test
    void manyComeAndGoAtOnce() {
        database.write(em -> {
            for (var i = 0; i < 1_200; i++) {
                em.createNativeQuery(
                                """
                                insert into users (name, name_key, enrolment_number, enrolment_key, search_key, password_hash,
                                    role, active, must_change_password, password_set_at, created_at, wing, wing_key)
                                values (?1, ?1, ?1, ?1, ?1, '-', 'STUDENT', true, false, 0, 0, 'A', 'a')""")
                        .setParameter(1, "many/" + i)
                        .executeUpdate();
            }
            return null;
        });
        var room = make(Map.of("wing", List.of("A")));
        assertEquals(1_201, in(room).size());
        var last = changes.last();
        var other = new RoomChange(null, false, null, null, null, Audience.of(Map.of("wing", List.of("B"))));
        var count = statements.during(() -> upkeep.change(warden, room, other));
        assertTrue(count < 40, count + " statements");
        assertEquals(Set.of(warden.id()), in(room));
        assertEquals(List.of(new Change.RoomChanged(room), new Change.MembersChanged(room)), toldSince(last));
    }
}
