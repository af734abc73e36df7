package org.hostelchat.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.audit.AuditVerifier;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.language.Language;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.support.RecordingEvent;
import org.hostelchat.user.ImportLook;
import org.hostelchat.user.ImportRepository;
import org.hostelchat.user.InitialPasswords;
import org.hostelchat.user.InitialSlip;
import org.hostelchat.user.LookedFiles;
import org.hostelchat.user.NewUser;
import org.hostelchat.user.PasswordSlips;
import org.hostelchat.user.Register;
import org.hostelchat.user.RegisterColumn;
import org.hostelchat.user.RegisterImports;
import org.hostelchat.user.RollChange;
import org.hostelchat.user.RollColumn;
import org.hostelchat.user.RollLine;
import org.hostelchat.user.RollRow;
import org.hostelchat.user.SlipOrders;
import org.hostelchat.user.SlipRepository;
import org.hostelchat.user.UserChange;
import org.hostelchat.user.UserErasing;
import org.hostelchat.user.UserRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with residents, as spreadsheets save them, on their way into the register. */
@EachEngine
class RegisterImportTest {

    private static final Caller OFFICE = Caller.OPERATOR;

    @Parameter
    Engine engine;

    @TempDir
    private Path folder;

    private final Clock clock = Clock.systemUTC();
    private final Passwords hashing = TestSettings.cheapPasswords();
    private BareDatabase database;
    private Register register;
    private ImportRepository repository;
    private StoredCredentials credentials;
    private InitialPasswords passwords;
    private RegisterImports imports;
    private SlipRepository slipRepository;
    private SlipOrders orders;
    private PasswordSlips slips;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        credentials = new StoredCredentials(hashing, TestSettings.in(folder), new AuditLog(), clock);
        var changes = new ChangeLog(database);
        var users =
                new UserRepository(database, new RecordingEvent<UserErasing>(), changes, credentials, new AuditTrail());
        register = new Register(users, credentials, new AuditLog(), clock);
        repository = new ImportRepository(database, changes, new AuditTrail());
        slipRepository = new SlipRepository(database, new AuditTrail());
        orders = new SlipOrders(database, credentials, changes, new AuditTrail());
        begin();
    }

    /** What a restart leaves of it. */
    private void begin() {
        passwords = new InitialPasswords(slipRepository, credentials, clock);
        imports = new RegisterImports(repository, new LookedFiles(repository, clock), passwords, clock);
        slips = new PasswordSlips(repository, slipRepository, orders, passwords, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private ImportLook look(String text) {
        return imports.look(OFFICE, text.getBytes(UTF_8));
    }

    private static List<String> fields(ImportLook look) {
        return look.columns().stream().map(RollColumn::field).toList();
    }

    private List<String> passwordHashes() {
        return register.list(OFFICE, "", 0, 500).items().stream()
                .map(user -> user.passwordHash())
                .toList();
    }

    @Test
    @SuppressWarnings("StringConcatToTextBlock") // its lines end with CR and LF
    void aFileOfASpreadsheetIsLookedAtStoredAndStoredNeverAgain() {
        register.register(OFFICE, new NewUser("Ravi", "2/A", Role.STUDENT, null, Map.of(RegisterColumn.ROOM, "101")));
        register.register(OFFICE, new NewUser("Meena", "3/A", Role.STUDENT, null, Map.of()));
        register.register(OFFICE, new NewUser("José", "4/A", Role.STUDENT, null, Map.of()));
        var file = "\uFEFFक्र.;कमरा नंबर;छात्र का नाम;नामांकन संख्या;विंग;Remarks\r\n"
                + "1;२०४;आशा राव;1/A;\"A; North\";x\r\n"
                + "2;102;Ravi;2/a;;\r\n"
                + "3;;Meena;3/A;;\r\n";
        var look = look(file);
        assertEquals(Arrays.asList(null, "room", "name", "enrolmentNumber", "wing", null), fields(look));
        assertEquals(
                "3 1 1 1 1 1 0",
                String.join(
                        " ",
                        List.of(
                                        look.rows(),
                                        look.added(),
                                        look.changed(),
                                        look.moved(),
                                        look.unchanged(),
                                        look.left(),
                                        look.wrong())
                                .stream()
                                .map(String::valueOf)
                                .toList()));
        assertEquals(3, register.count(OFFICE), "nothing is stored by looking");

        assertEquals(
                ImportLook.State.APPLYING,
                imports.apply(OFFICE, look.id(), false).state());
        var asha = register.find(OFFICE, "1/A");
        assertEquals("A; North", asha.detail(RegisterColumn.WING));
        assertEquals("102", register.find(OFFICE, "2/A").detail(RegisterColumn.ROOM));
        assertThrows(Refusal.Conflict.class, () -> imports.apply(OFFICE, look.id(), false), "once");

        assertFalse(hashing.match("", asha.passwordHash()), "nobody gets in without a hash");
        assertThrows(Refusal.Conflict.class, () -> slips.take(OFFICE, look.id()), "not yet");
        passwords.tick(() -> true);
        assertEquals(ImportLook.State.DONE, imports.find(OFFICE, look.id()).state());
        var given = slips.take(OFFICE, look.id());
        assertEquals(1, given.size());
        assertTrue(hashing.match(
                given.get(0).password(), register.find(OFFICE, "1/A").passwordHash()));
        assertThrows(Refusal.Gone.class, () -> slips.take(OFFICE, look.id()));

        var again = look(file);
        assertEquals(3, again.unchanged());
        var before = passwordHashes();
        imports.apply(OFFICE, again.id(), false);
        passwords.tick(() -> true);
        assertEquals(before, passwordHashes());
    }

    @Test
    void columnsCanBeCorrected() {
        var look = look("Who,Which,Where\nAsha,1/A,204\n");
        assertEquals(Arrays.asList(null, null, null), fields(look));
        assertThrows(Refusal.Unacceptable.class, () -> imports.apply(OFFICE, look.id(), true));
        for (var wrong :
                List.of(List.of("name"), List.of("name", "name", "room"), List.of("name", "password", "room"))) {
            assertThrows(Refusal.Unacceptable.class, () -> imports.readAs(OFFICE, look.id(), wrong));
        }
        var read = imports.readAs(OFFICE, look.id(), List.of("name", "enrolmentNumber", "room"));
        assertEquals(1, read.added());
        imports.apply(OFFICE, look.id(), false);
        assertEquals("204", register.find(OFFICE, "1/A").detail(RegisterColumn.ROOM));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.2E+05|enrolmentNumber",
                "12-Mar|enrolmentNumber",
                "2023001.0|enrolmentNumber",
                "=A1|enrolmentNumber"
            })
    void whatASpreadsheetDamagedIsWrongAndTheGoodRowsCanBeStored(String number, String field) {
        var look = look("name\tenrolment\nAsha\t1/A\nRavi\t" + number + "\n");
        assertEquals(1, look.wrong());
        assertEquals(3, look.errors().get(0).row());
        assertEquals(field, look.errors().get(0).field());
        assertThrows(Refusal.Conflict.class, () -> imports.apply(OFFICE, look.id(), false));
        assertEquals(0, register.count(OFFICE));
        imports.apply(OFFICE, look.id(), true);
        assertEquals(1, register.count(OFFICE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void encodingsOfSpreadsheetsAreRead(String charset) {
        var text = "Name,Enrolment\r\nJosé D’Souza,1/A\r\n";
        var marked = charset.startsWith("UTF-16") ? "\uFEFF" + text : text;
        var look = imports.look(OFFICE, marked.getBytes(Charset.forName(charset)));
        imports.apply(OFFICE, look.id(), false);
        assertEquals("José D’Souza", register.find(OFFICE, "1/A").name());
    }

    @Test
    void headingsThatNobodyKnowsDoNotHideTheSeparator() {
        var look = look("who;which;where\n\"Asha\";1/A;\"204\"\n");
        assertEquals(3, look.columns().size());
        var read = imports.readAs(OFFICE, look.id(), List.of("name", "enrolmentNumber", "room"));
        assertEquals(1, read.added());
        var broken = assertThrows(Refusal.Unacceptable.class, () -> look("who,which\nAsha,\"1/A\nRavi,2\n"));
        assertEquals("unreadable-file", broken.slug());
    }

    @Test
    void whatIsNoSheetIsRefusedAtOnce() {
        for (var text : List.of("", "name,enrolment\n\"Asha,1\n", "PK\u0003\u0004", "%PDF-1", "<table>", "a\0b")) {
            assertThrows(
                    Refusal.Unacceptable.class,
                    () -> imports.look(OFFICE, text.getBytes(StandardCharsets.ISO_8859_1)),
                    text);
        }
        var large = new byte[RegisterImports.mostBytes() + 1];
        assertThrows(Refusal.TooLarge.class, () -> imports.look(OFFICE, large));
        var rows = "name,enrolment\n" + "A,1\n".repeat(1_000_000);
        assertThrows(Refusal.Unacceptable.class, () -> imports.look(OFFICE, rows.getBytes(UTF_8)));
        assertEquals(0, register.count(OFFICE));
    }

    @Test
    void whatAColleagueChangedMeanwhileIsSeenBeforeItIsOverwritten() {
        register.register(OFFICE, new NewUser("Ravi", "2/A", Role.STUDENT, null, Map.of()));
        var look = look("name,enrolment,room\nRavi,2/A,102\n");
        register.edit(OFFICE, "2/A", UserChange.of(Map.of(RegisterColumn.ROOM, "102")));
        var refusal = assertThrows(Refusal.Conflict.class, () -> imports.apply(OFFICE, look.id(), false));
        assertEquals("conflict", refusal.slug());
        assertEquals(1, imports.find(OFFICE, look.id()).unchanged(), "looked at again");
        imports.apply(OFFICE, look.id(), false);
    }

    /** The process that made the passwords has ended: new ones are made, but not for those who have others by then. */
    @Test
    void aRestartMakesPasswordsAnewThatNobodyCanHave() {
        var look = look("name,enrolment,wing,room\nAsha,1/A,B,9\nRavi,2/A,B,10\nMeena,3/A,A,1\nJosé,4/A,,\n");
        imports.apply(OFFICE, look.id(), false);
        passwords.tick(() -> true);
        var first = register.find(OFFICE, "1/A").passwordHash();
        register.resetPassword(OFFICE, "2/A");
        var ofDesk = register.find(OFFICE, "2/A").passwordHash();
        begin();
        passwords.tick(() -> true);
        assertNotEquals(first, register.find(OFFICE, "1/A").passwordHash());
        assertEquals(ofDesk, register.find(OFFICE, "2/A").passwordHash());
        var given = slips.take(OFFICE, look.id());
        assertEquals(
                List.of("Meena", "Asha", "José"),
                given.stream().map(slip -> slip.user().name()).toList(),
                "by wing and room");
        for (InitialSlip slip : given) {
            assertTrue(hashing.match(
                    slip.password(),
                    register.find(OFFICE, slip.user().enrolmentNumber()).passwordHash()));
        }
    }

    /** A slip that is not known any more is not lost: it can be taken once another password was made. */
    @Test
    void slipsAreNotTakenBeforeTheirPasswordsAreMadeAnew() {
        var look = look("name,enrolment\nAsha,1/A\nRavi,2/A\n");
        imports.apply(OFFICE, look.id(), false);
        passwords.tick(() -> true);
        begin();
        var refusal = assertThrows(Refusal.Conflict.class, () -> slips.take(OFFICE, look.id()));
        assertEquals("slips-not-ready", refusal.slug());
        passwords.tick(() -> true);
        assertEquals(2, slips.take(OFFICE, look.id()).size());
    }

    @Test
    void anInitialPasswordLastsFromWhenItsSlipIsTaken() {
        var look = look("name,enrolment\nAsha,1/A\n");
        imports.apply(OFFICE, look.id(), false);
        passwords.tick(() -> true);
        var later = Clock.offset(clock, Duration.ofDays(20));
        var before = later.instant().truncatedTo(ChronoUnit.MILLIS);
        var given = new PasswordSlips(repository, slipRepository, orders, passwords, later).take(OFFICE, look.id());
        assertFalse(given.get(0).user().passwordSetAt().isBefore(before));
        var asha = register.find(OFFICE, "1/A");
        assertEquals(given.get(0).user().passwordSetAt(), asha.passwordSetAt());
        assertTrue(asha.mustChangePassword());
        assertTrue(hashing.match(given.get(0).password(), asha.passwordHash()));
    }

    @Test
    void aStoredFileIsNotReadAgainWithOtherColumns() {
        var look = look("name,enrolment,Where\nAsha,1/A,204\n");
        imports.apply(OFFICE, look.id(), false);
        var refusal = assertThrows(
                Refusal.Conflict.class,
                () -> imports.readAs(OFFICE, look.id(), List.of("name", "enrolmentNumber", "room")));
        assertEquals("import-applied", refusal.slug());
    }

    @Test
    void whoIsInTheFileTwiceIsCountedOnce() {
        register.register(OFFICE, new NewUser("Ravi", "2/A", Role.STUDENT, null, Map.of()));
        assertEquals(0, look("name,enrolment\nRavi,2/A\nRavi,2/a\n").left());
    }

    /** Whoever went to lunch finds it again, with the columns as somebody corrected them. */
    @Test
    void aFileIsFoundAgainAfterARestart() {
        var look = look("Who,Which,Where\nAsha,1/A,204\n");
        imports.readAs(OFFICE, look.id(), Arrays.asList("name", "enrolmentNumber", null));
        begin();
        assertEquals(Arrays.asList("name", "enrolmentNumber", null), fields(imports.find(OFFICE, look.id())));
        assertEquals(1, imports.list(OFFICE).size());
        imports.apply(OFFICE, look.id(), false);
        begin();
        assertEquals(1, imports.find(OFFICE, look.id()).added());
        for (var i = 0; i < 9; i++) look("name,enrolment\nRavi," + i + "\n");
        assertEquals(9, imports.list(OFFICE).size(), "eight that are not stored");
    }

    @Test
    void aFileOfWhichAnotherNodeReadsOtherColumnsIsReadAgain() {
        var other = new RegisterImports(repository, new LookedFiles(repository, clock), passwords, clock);
        var look = look("Who,Which,Where\nAsha,1/A,204\n");
        other.readAs(OFFICE, look.id(), List.of("name", "enrolmentNumber", "wing"));
        assertEquals(List.of("name", "enrolmentNumber", "wing"), fields(imports.find(OFFICE, look.id())));
        other.apply(OFFICE, look.id(), false);
        assertEquals(
                List.of("Asha"),
                imports.rows(OFFICE, look.id(), null, 0, 10).items().stream()
                        .map(line -> line.row().name())
                        .toList(),
                "what storing it did");
    }

    /** Weeks later: what came of each row, by the names that people have by then, and nothing of those who were erased. */
    @Test
    void whatAStoredFileDidIsLookedAtAgainRowByRow() {
        register.register(OFFICE, new NewUser("Ravi", "2/A", Role.STUDENT, null, Map.of(RegisterColumn.ROOM, "101")));
        register.register(OFFICE, new NewUser("Meena", "3/A", Role.STUDENT, null, Map.of()));
        register.register(OFFICE, new NewUser("José", "4/A", Role.STUDENT, null, Map.of()));
        register.register(OFFICE, new NewUser("Sunita", "5/A", Role.STUDENT, null, Map.of()));
        var look = look("name,enrolment,room\nAsha,1/A,204\nRavi Kumar,2/A,102\nMeena,3/A,\nDamaged,\"9\t\n=9\",=A1\n");
        imports.apply(OFFICE, look.id(), true);
        var moved = rows(look, RollRow.Kind.MOVED).get(0);
        assertEquals("Ravi Kumar", moved.row().name());
        assertEquals(
                List.of(new RollChange("name", "Ravi", "Ravi Kumar"), new RollChange("room", "101", "102")),
                moved.row().changes());
        assertEquals(3, moved.row().row());
        assertEquals(
                "204", rows(look, RollRow.Kind.ADDED).get(0).row().details().get(RegisterColumn.ROOM));
        var wrong = rows(look, RollRow.Kind.WRONG).get(0);
        assertEquals("Damaged", wrong.row().name());
        var said = look.errors().get(0).message().in(Language.HI);
        assertEquals(said, wrong.errors().get(0).message().in(Language.HI), "in the reader's language");
        assertEquals(
                List.of("José", "Sunita"),
                rows(look, RollRow.Kind.MISSING).stream()
                        .map(line -> line.row().name())
                        .toList());
        assertEquals(List.of(), rows(look, RollRow.Kind.UNCHANGED), "there is nothing to say of them");
        var first = imports.rows(OFFICE, look.id(), null, 0, 1);
        assertEquals(1, first.items().size());
        assertEquals(
                2,
                imports.rows(OFFICE, look.id(), null, first.next(), 10).items().size(),
                "not who is missing");

        register.edit(OFFICE, "2/A", new UserChange("Ravi K.", null, null, null, Map.of()));
        assertEquals("Ravi K.", rows(look, RollRow.Kind.MOVED).get(0).row().name());
        register.edit(OFFICE, "5/A", UserChange.of(false));
        assertEquals(1, rows(look, RollRow.Kind.MISSING).size(), "whose access is ended already");
        register.erase(OFFICE, "4/A");
        register.erase(OFFICE, "2/A");
        assertEquals(List.of(), rows(look, RollRow.Kind.MISSING));
        assertEquals(List.of(), rows(look, RollRow.Kind.MOVED));
    }

    private List<RollLine> rows(ImportLook look, RollRow.Kind kind) {
        return imports.rows(OFFICE, look.id(), kind, 0, 100).items();
    }

    @Test
    void rowsThatCouldNotBeStoredGoWithWhoeverGetsTheirNumberAndAfterSixtyDays() {
        var look = look("name,enrolment,room\nAsha,1/A,=A1\nRavi,2/A,1\nMeena,3/A,=A2\n");
        imports.apply(OFFICE, look.id(), true);
        register.register(OFFICE, new NewUser("Asha", "1/a", Role.STUDENT, null, Map.of()));
        register.erase(OFFICE, "1/a");
        assertEquals(1, rows(look, RollRow.Kind.WRONG).size());
        new LookedFiles(repository, Clock.offset(clock, Duration.ofDays(59))).forgetOld();
        assertEquals(1, rows(look, RollRow.Kind.WRONG).size());
        new LookedFiles(repository, Clock.offset(clock, Duration.ofDays(61))).forgetOld();
        assertEquals(List.of(), rows(look, RollRow.Kind.WRONG));
        assertEquals(List.of(), rows(look, RollRow.Kind.ADDED));
        assertEquals(1, imports.find(OFFICE, look.id()).added(), "the counts stay");
    }

    @Test
    void aFileWithVeryManyColumnsIsRefused() {
        var wide = "name,enrolment" + ",x".repeat(63) + "\nAsha,1/A\n";
        assertThrows(Refusal.Unacceptable.class, () -> look(wide));
        assertEquals(0, imports.list(OFFICE).size());
    }

    @Test
    void onlyWhatSomebodyHasSeenIsStored() {
        var look = look("Who,Which,Where\nAsha,1/A,204\n");
        var seen = imports.readAs(OFFICE, look.id(), List.of("name", "enrolmentNumber", "room"));
        imports.readAs(OFFICE, look.id(), List.of("name", "enrolmentNumber", "wing"));
        assertThrows(Refusal.Conflict.class, () -> imports.apply(OFFICE, look.id(), false, seen.look()));
        imports.apply(OFFICE, look.id(), false, imports.find(OFFICE, look.id()).look());
        assertEquals("204", register.find(OFFICE, "1/A").detail(RegisterColumn.WING));
    }

    @Test
    void everyRowSaysWhatItChanges() {
        register.register(OFFICE, new NewUser("Ravi", "2/A", Role.STUDENT, null, Map.of(RegisterColumn.ROOM, "101")));
        register.register(OFFICE, new NewUser("Meena", "3/A", Role.STUDENT, null, Map.of()));
        var look = look("name,enrolment,room\nRavi Kumar,2/A,102\nJosé,4/A,=A1\n");
        var moved = imports.rows(OFFICE, look.id(), RollRow.Kind.MOVED, 0, 10).items();
        assertEquals(
                List.of(new RollChange("name", "Ravi", "Ravi Kumar"), new RollChange("room", "101", "102")),
                moved.get(0).row().changes());
        var wrong = imports.rows(OFFICE, look.id(), RollRow.Kind.WRONG, 0, 10).items();
        assertEquals("room", wrong.get(0).errors().get(0).field());
        var missing =
                imports.rows(OFFICE, look.id(), RollRow.Kind.MISSING, 0, 10).items();
        assertEquals("Meena", missing.get(0).row().name());
    }

    /** A browser that crashed, or a full disk, loses none; paper that is out keeps its passwords, whatever the server does. */
    @Test
    void slipsAreGivenUntilSomebodyHasThem() {
        var look = look("name,enrolment\nAsha,1/A\nRavi,2/A\n");
        imports.apply(OFFICE, look.id(), false);
        passwords.tick(() -> true);
        assertThrows(Refusal.Conflict.class, () -> slips.keep(OFFICE, look.id()), "nobody has had them");
        var first = slips.give(OFFICE, look.id());
        assertEquals(
                first.get(0).password(), slips.give(OFFICE, look.id()).get(0).password());
        var hashes = passwordHashes();
        begin();
        passwords.tick(() -> true);
        assertEquals(hashes, passwordHashes(), "they are on paper");
        assertThrows(Refusal.Gone.class, () -> slips.give(OFFICE, look.id()));
        assertEquals(ImportLook.Slips.TAKEN, imports.find(OFFICE, look.id()).slips());
    }

    @Test
    void whoHasNeverSignedInGetsANewSlipAndTheOldOneOpensNothing() {
        register.register(OFFICE, new NewUser("Warden", "W/1", Role.ADMIN, null, Map.of()));
        var old = register.register(OFFICE, new NewUser("Asha", "1/A", Role.STUDENT, null, Map.of()));
        assertEquals(1, slips.countNeverSignedIn(OFFICE));
        var id = slips.orderForNeverSignedIn(OFFICE);
        assertFalse(hashing.match(
                old.initialPassword(), register.find(OFFICE, "1/A").passwordHash()));
        passwords.tick(() -> true);
        var given = slips.take(OFFICE, id);
        assertEquals(1, given.size());
        assertTrue(hashing.match(
                given.get(0).password(), register.find(OFFICE, "1/A").passwordHash()));
        var again = slips.order(OFFICE, List.of("1/a", "W/1", "nobody"));
        assertEquals(1, imports.find(OFFICE, again).total(), "officials are left out");
        assertThrows(Refusal.Unacceptable.class, () -> slips.order(OFFICE, List.of("W/1")));
        assertThrows(Refusal.Unacceptable.class, () -> slips.order(OFFICE, List.of()));
    }

    @Test
    void slipsThatAnotherOrderReplacedAreNotPrintedAsAnEmptySheet() {
        var look = look("name,enrolment\nAsha,1/A\nRavi,2/A\n");
        imports.apply(OFFICE, look.id(), false);
        passwords.tick(() -> true);
        slips.order(OFFICE, List.of("1/A"));
        passwords.tick(() -> true);
        assertEquals(1, slips.give(OFFICE, look.id()).size());
        var last = slips.order(OFFICE, List.of("1/A", "2/A"));
        var seen = imports.find(OFFICE, look.id());
        assertEquals(ImportLook.Slips.REPLACED, seen.slips());
        assertEquals(ImportLook.State.DONE, seen.state());
        var refusal = assertThrows(Refusal.Gone.class, () -> slips.give(OFFICE, look.id()));
        assertEquals("slips-replaced", refusal.slug());
        passwords.tick(() -> true);
        assertEquals(2, slips.give(OFFICE, last).size());
    }

    /** What is on a slip opens the account, whichever node has stored the last password. */
    @Test
    void aNodeThatLostTheWorkGivesNoSlips() {
        var look = look("name,enrolment\nAsha,1/A\nRavi,2/A\n");
        imports.apply(OFFICE, look.id(), false);
        passwords.tick(() -> true);
        var other = new InitialPasswords(slipRepository, credentials, clock);
        other.tick(() -> true);
        assertThrows(Refusal.Conflict.class, () -> slips.give(OFFICE, look.id()), "the other node's are stored");

        // The work comes back without this node having noticed that it was away.
        passwords.tick(() -> true);
        assertThrows(Refusal.Conflict.class, () -> new PasswordSlips(repository, slipRepository, orders, other, clock)
                .give(OFFICE, look.id()));
        for (var slip : slips.give(OFFICE, look.id())) {
            assertTrue(hashing.match(
                    slip.password(),
                    register.find(OFFICE, slip.user().enrolmentNumber()).passwordHash()));
        }
    }

    @Test
    void nothingIsHashedOnceTheWorkIsAnotherNodes() {
        var look = look("name,enrolment\nAsha,1/A\n");
        imports.apply(OFFICE, look.id(), false);
        passwords.tick(() -> false);
        assertEquals(ImportLook.Slips.MAKING, imports.find(OFFICE, look.id()).slips());
    }

    @Test
    void anotherNodeSaysThatTheSlipsAreNotHere() {
        var look = look("name,enrolment\nAsha,1/A\n");
        imports.apply(OFFICE, look.id(), false);
        passwords.release();
        assertEquals(ImportLook.Slips.MAKING, imports.find(OFFICE, look.id()).slips());
        new InitialPasswords(slipRepository, credentials, clock).tick(() -> true);
        var seen = imports.find(OFFICE, look.id());
        assertEquals(ImportLook.Slips.ELSEWHERE, seen.slips());
        assertEquals(ImportLook.State.DONE, seen.state(), "so that no page and no program waits for ever");
        var refusal = assertThrows(Refusal.Conflict.class, () -> slips.give(OFFICE, look.id()));
        assertEquals("slips-elsewhere", refusal.slug());
    }

    /** So many rows are stored by other statements than few. */
    @Test
    void theRecordOfManyIsWhole() {
        register.register(OFFICE, new NewUser("Ravi", "7", Role.STUDENT, null, Map.of()));
        var file = IntStream.range(0, 60)
                .mapToObj(i -> "Asha é नाम," + i + ",K")
                .collect(Collectors.joining("\n", "name,enrolment,wing\n", "\n"));
        imports.apply(OFFICE, look(file).id(), false);
        assertEquals(60, register.count(OFFICE));
        assertEquals("Asha é नाम", register.find(OFFICE, "7").name());
        assertEquals(1, register.list(OFFICE, "नाम 59", 0, 500).items().size());
        assertEquals(60, imports.list(OFFICE).get(0).rows());
        assertEquals(60, look(file).unchanged());
        assertTrue(new AuditVerifier(database).verify(OFFICE, null).fits());
    }

    /** Another writer's short transaction; false if it has waited as long as the database lets it. */
    private boolean isWritten() {
        try {
            database.write(em -> em.createNativeQuery("update hostel set epoch = epoch where id = 1")
                    .executeUpdate());
            return true;
        } catch (Refusal.Unavailable busy) {
            return false;
        }
    }

    @ParameterizedTest
    @Tag("long")
    @ValueSource(ints = {3_000, 10_000})
    void manyAreStoredInOneGo(int people) throws InterruptedException {
        var file = IntStream.range(0, people)
                .mapToObj(i -> "नाम " + Integer.toString(i, 36) + "x,2026/" + i + ",A," + i / 3)
                .collect(Collectors.joining("\n", "name,enrolment,wing,room\n", "\n"));
        var begin = System.nanoTime();
        var look = look(file);
        var looked = System.nanoTime();
        var over = new AtomicBoolean();
        var longest = new AtomicLong();
        var talk = new Thread(() -> {
            while (!over.get()) {
                var asked = System.nanoTime();
                while (!isWritten()) Thread.onSpinWait();
                longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
            }
        });
        talk.start();
        imports.apply(OFFICE, look.id(), false);
        over.set(true);
        talk.join();
        System.Logger log = System.getLogger(RegisterImportTest.class.getName());
        log.log(
                System.Logger.Level.INFO,
                "{0} rows looked at in {1} ms, stored in {2} ms, while another writer waited {3} ms at most",
                people,
                (looked - begin) / 1_000_000,
                (System.nanoTime() - looked) / 1_000_000,
                longest.get() / 1_000_000);
        assertEquals(people, register.count(OFFICE));
    }
}
