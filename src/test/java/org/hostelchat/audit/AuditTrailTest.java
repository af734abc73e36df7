package org.hostelchat.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hostelchat.language.Phrase;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.platform.db.SerialTransactions;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.support.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The record on a real database: what it contains, and which manipulations are detected. */
@EachEngine
class AuditTrailTest {

    private static final Caller WARDEN = new Caller(7, "वार्डन कुलकर्णी", Role.ADMIN, false)
            .byToken(3, "laptop")
            .from("192.0.2.7");
    private static final Caller OTHER = new Caller(8, "José D’Souza", Role.ADMIN, false).from("2001:db8::1");

    @Parameter
    Engine engine;

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();
    private final AuditTrail trail = new AuditTrail(new AuditLog(), clock);
    private BareDatabase database;
    private AuditSearch search;
    private AuditVerifier verifier;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        search = new AuditSearch(database);
        verifier = new AuditVerifier(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void record(AuditDraft... acts) {
        database.write(em -> {
            trail.record(em, acts);
            return acts;
        });
    }

    private static AuditDraft renamed(Caller by, long id, String from, String to) {
        return AuditDraft.of(AuditAct.USER_RENAMED, by)
                .person(id, to, "2026/CS/" + id)
                .name("name", from, to);
    }

    private static AuditDraft posted(Caller by, long id, String title) {
        return AuditDraft.of(AuditAct.NOTICE_POSTED, by)
                .on("notice", id, title)
                .change("text", null, "₹ 120\nनिवासी = सब \\ आज")
                .change("until", null, null);
    }

    private AuditVerdict verdict() {
        return verifier.verify(WARDEN, null);
    }

    private List<Long> numbers(AuditFilter filter) {
        return search.latest(WARDEN, filter, 0, 100).stream()
                .map(AuditEntry::id)
                .toList();
    }

    /** Five entries: two renamings and a notice in one transaction, then two by somebody else. */
    private void five() {
        record(
                renamed(WARDEN, 20, "Asha", "आशा राव"),
                renamed(WARDEN, 21, "Ravi", "ரவி"),
                posted(WARDEN, 4, "Café – पानी"));
        record(renamed(OTHER, 20, "आशा राव", "Asha Rao"));
        record(posted(OTHER, 5, "Mess menu"));
    }

    private void tamper(String statements) {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            for (var sql : statements.split(";", -1)) statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anEntrySaysWhoDidWhatToWhomFromWhere() {
        clock.moveOn(Duration.ofNanos(123_456));
        record(renamed(WARDEN, 20, "Asha", "आशा राव"), posted(WARDEN, 4, "Café"));
        var entries = search.latest(WARDEN, new AuditFilter(null, null, null, null, null), 0, 10);
        var notice = entries.get(0);
        assertEquals(2, notice.id());
        assertEquals(clock.instant().toEpochMilli(), notice.at().toEpochMilli());
        assertEquals("notice-posted", notice.act());
        assertEquals(7, notice.by().id());
        assertEquals("वार्डन कुलकर्णी", notice.by().name());
        assertEquals(3, notice.by().tokenId());
        assertEquals("laptop", notice.by().tokenName());
        assertEquals("192.0.2.7", notice.by().address());
        assertEquals("notice", notice.kind());
        assertEquals(4, notice.thingId());
        assertEquals("Café", notice.thingName());
        assertEquals(Map.of("text", "₹ 120\nनिवासी = सब \\ आज"), notice.after());
        var renaming = entries.get(1);
        assertEquals("user", renaming.kind());
        assertEquals(20, renaming.person().id());
        assertEquals("आशा राव", renaming.person().name());
        assertEquals("2026/CS/20", renaming.person().number());
        assertEquals(Map.of("name", "Asha"), renaming.before());
        assertEquals(Map.of("name", "आशा राव"), renaming.after());
    }

    @Test
    void whatHappensByItselfHasNoActor() {
        record(AuditDraft.of(AuditAct.TOKEN_EXPIRED, null).on("token", 9L, "meters"));
        record(AuditDraft.of(AuditAct.SIGNED_IN, WARDEN));
        var entry = search.latest(WARDEN, new AuditFilter(null, "expired", null, null, null), 0, 10)
                .get(0);
        assertNull(entry.by().id());
        assertNull(entry.person().id());
        assertTrue(verdict().fits());
    }

    @Test
    void anEmptyRecordFits() {
        assertEquals(new AuditVerdict(0, AuditEntry.GENESIS, null, null), verdict());
    }

    @Test
    void theChainFitsAndItsHeadIsTheLastEntrysHash() {
        five();
        var verdict = verdict();
        assertTrue(verdict.fits(), verdict.why());
        assertEquals(5, verdict.entries());
        assertEquals(database.query("select hash from audit_entries where id = 5"), verdict.head());
        assertEquals(List.of(5L, 4L, 3L, 2L, 1L), numbers(new AuditFilter(null, null, null, null, null)));
    }

    @Test
    void theLogTellsTheHeadOfEachTransaction() {
        try (var lines = new AuditLogCapture()) {
            five();
            var told = lines.of("recorded");
            assertEquals(3, told.size());
            assertEquals("recorded entry=5 hash=\"" + verdict().head() + "\"", told.get(2));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            update audit_entries set at = at + 1 where id = 3 | 3
            update audit_entries set act = 'notice-edited' where id = 3 | 3
            update audit_entries set by_id = 8 where id = 3 | 3
            update audit_entries set by_id = null where id = 3 | 3
            update audit_entries set by_name = 'Other' where id = 3 | 3
            update audit_entries set token_id = null where id = 3 | 3
            update audit_entries set token_name = null where id = 3 | 3
            update audit_entries set address = null where id = 3 | 3
            update audit_entries set kind = 'room' where id = 3 | 3
            update audit_entries set thing_id = 5 where id = 3 | 3
            update audit_entries set seq = 1 where id = 3 | 3
            update audit_entries set thing_name = 'Cafe' where id = 3 | 3
            update audit_entries set person_id = 21 where id = 3 | 3
            update audit_entries set values_before = 'x=y' where id = 3 | 3
            update audit_entries set values_after = null where id = 3 | 3
            update audit_entries set hash = upper(hash) where id = 3 | 3
            update audit_entries set person_name = 'Ravi' where id = 2 | 2
            update audit_entries set person_number = null where id = 2 | 2
            update audit_entries set person_before = null where id = 2 | 2
            update audit_entries set person_after = 'name=Ravi' where id = 2 | 2
            update audit_entries set person_digest = by_digest, person_salt = by_salt where id = 2 | 2
            update audit_entries set by_name = null, by_salt = null, token_name = null where id = 3 | 3
            update audit_entries set by_name = null, by_salt = null, token_name = null, by_digest = null where id = 3 | 3
            update audit_entries set by_name = 'X', by_salt = null where id = 3 | 3
            delete from audit_entries where id = 1 | 1
            delete from audit_entries where id = 3 | 3
            delete from audit_entries where id = 5 | 5
            delete from audit_entries where id > 3 | 4
            delete from audit_entries | 1
            delete from audit_entries where id = 3; update audit_entries set id = id - 1 where id > 3; update audit_head set last = 4 | 3
            update audit_entries set id = 99 where id = 3; update audit_entries set id = 3 where id = 4; update audit_entries set id = 4 where id = 99 | 3
            insert into audit_entries (id, at, act, hash) values (6, 0, 'user-erased', 'x') | 6
            insert into audit_entries (id, at, act, hash) values (0, 0, 'user-erased', 'x') | 0
            insert into audit_entries (id, at, act, hash) values (6, 0, 'user-erased', 'x'); update audit_head set last = 6, hash = 'x' | 6
            update audit_head set hash = 'x' | 5
            """)
    void whoeverHasBeenAtItIsFoundOutAtTheFirstEntry(String statements, long wrong) {
        five();
        tamper(statements);
        var verdict = verdict();
        assertEquals(wrong, verdict.wrong(), verdict.why());
        assertFalse(verdict.fits());
    }

    @Test
    void anEndThatWasCutOffShowsByAHeadThatWasNoted() {
        five();
        var noted = AuditHead.parse("5:" + verdict().head()).orElseThrow();
        tamper("delete from audit_entries where id > 3;"
                + "update audit_head set last = 3, hash = (select hash from audit_entries where id = 3)");
        assertTrue(verdict().fits(), "by itself it does");
        assertEquals(5, verifier.verify(WARDEN, noted).wrong());
        record(posted(WARDEN, 6, "New"), posted(WARDEN, 7, "New"));
        assertTrue(verdict().fits());
        assertEquals(5, verifier.verify(WARDEN, noted).wrong(), "others of the same number");
    }

    @Test
    void aHeadThatWasNotedGoesOnFitting() {
        five();
        var noted = AuditHead.parse("5:" + verdict().head()).orElseThrow();
        record(posted(WARDEN, 6, "New"));
        assertTrue(verifier.verify(WARDEN, noted).fits());
        assertEquals(
                4, verifier.verify(WARDEN, new AuditHead(4, verdict().head())).wrong());
    }

    /** An act that had begun before the erasure, and is stored after it, knows the name still. */
    @Test
    void whoWasErasedMeanwhileIsNotNamedAgain() {
        five();
        record(AuditDraft.of(AuditAct.USER_ERASED, WARDEN).person(20, null, null));
        database.write(em -> {
            trail.forget(em, 20);
            return em;
        });
        record(
                AuditDraft.of(AuditAct.USER_DEACTIVATED, WARDEN).person(20, "आशा राव", "2023/CS/20"),
                posted(OTHER, 6, "New"));
        assertTrue(verdict().fits(), verdict().why());
        for (var entry : search.latest(WARDEN, new AuditFilter(null, null, "#20", null, null), 0, 10)) {
            assertNull(entry.person().name());
            assertNull(entry.person().number());
        }
    }

    @Test
    void whoIsErasedLosesTheirNameAndTheChainFits() {
        five();
        record(AuditDraft.of(AuditAct.USER_ERASED, OTHER).person(20, null, null));
        database.write(em -> {
            trail.forget(em, 20);
            return em;
        });
        assertTrue(verdict().fits(), verdict().why());
        for (var entry : search.latest(WARDEN, new AuditFilter(null, null, "#20", null, null), 0, 10)) {
            assertEquals(20, entry.person().id());
            assertNull(entry.person().name());
            assertNull(entry.person().number());
            assertEquals(Map.of(), entry.before());
        }
        assertEquals(List.of(2L), numbers(new AuditFilter(null, null, "ரவி", null, null)), "the others keep theirs");
        assertEquals(List.of(), numbers(new AuditFilter(null, null, "Asha", null, null)));
        assertEquals(
                0,
                ((Number) database.query("select count(*) from audit_entries where person_key like '%asha%'"
                                + " or person_before like '%आशा%' or person_after like '%आशा%'"))
                        .intValue());
    }

    @Test
    void anErasedOfficialsActsKeepTheirNumber() {
        five();
        record(AuditDraft.of(AuditAct.USER_ERASED, WARDEN).person(7, null, null));
        database.write(em -> {
            trail.forget(em, 7);
            return em;
        });
        assertTrue(verdict().fits(), verdict().why());
        var acts = search.latest(OTHER, new AuditFilter("7", null, null, null, null), 0, 10);
        assertEquals(4, acts.size(), "the erasure too");
        assertTrue(acts.stream()
                .allMatch(act -> act.by().name() == null && act.by().tokenName() == null));
        assertTrue(acts.stream().allMatch(act -> "192.0.2.7".equals(act.by().address())));
        assertEquals(
                "José D’Souza",
                search.latest(OTHER, new AuditFilter("8", null, null, null, null), 0, 1)
                        .get(0)
                        .by()
                        .name());
    }

    @Test
    void whatIsRolledBackLeavesNoEntryAndTakesNoNumber() {
        five();
        assertThrows(
                Refusal.Conflict.class,
                () -> database.write(em -> {
                    trail.record(em, posted(WARDEN, 6, "never"));
                    throw new Refusal.Conflict("conflict", Phrase.literal("no"));
                }));
        assertEquals(5, verdict().entries());
        record(posted(WARDEN, 6, "then"));
        assertEquals(6, verdict().entries());
        assertTrue(verdict().fits(), verdict().why());
    }

    @Test
    void twoWritersAtOnceMakeOneChain() throws Exception {
        var turns = new SerialTransactions(database);
        var together = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(4);
        try {
            var all = new ArrayList<Callable<Object>>();
            for (var thread = 0; thread < 4; thread++) {
                var by = thread % 2 == 0 ? WARDEN : OTHER;
                all.add(() -> {
                    together.await();
                    for (var i = 0; i < 25; i++) trail.record(turns, posted(by, i, "at once"));
                    return null;
                });
            }
            var running = all.stream().map(threads::submit).toList();
            together.countDown();
            for (var one : running) one.get(60, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }
        assertEquals(100, verdict().entries());
        assertTrue(verdict().fits(), verdict().why());
    }

    @Test
    void aRollOfSixHundredIsRecordedInOneGo() {
        var roll = IntStream.range(0, 600)
                .mapToObj(i -> renamed(WARDEN, i, "x" + i, "मीनाक्षी " + i))
                .toArray(AuditDraft[]::new);
        try (var lines = new AuditLogCapture()) {
            record(roll);
            assertEquals(1, lines.of("recorded").size());
        }
        record(posted(OTHER, 1, "after it"));
        assertEquals(601, verdict().entries());
        assertTrue(verdict().fits(), verdict().why());
    }

    @Test
    void longerThanAPageOfTheCheckItIsReadToItsEnd() {
        for (var part = 0; part < 5; part++) {
            record(IntStream.range(0, 500).mapToObj(i -> posted(WARDEN, i, "n")).toArray(AuditDraft[]::new));
        }
        assertTrue(verdict().fits(), verdict().why());
        tamper("update audit_entries set at = 1 where id = 2001");
        assertEquals(2001, verdict().wrong());
        tamper("delete from audit_entries where id = 1001");
        assertEquals(1001, verdict().wrong());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            कुलकर्णी | - | - | 3 2 1
            कुलकर्णी वार्डन | - | - | 3 2 1
            7 | - | - | 3 2 1
            d'souza jose | - | - | 5 4
            nobody | - | - | ''
            - | notice-posted | - | 5 3
            - | USER | - | 4 2 1
            - | no-such-act | - | ''
            - | - | आशा | 4 1
            - | - | asha | 4 1
            - | - | #20 | 4 1
            #8 | - | - | 5 4
            - | - | #5 | 5
            - | - | ரவி | 2
            - | - | cafe पानी | 3
            - | - | 2026cs20 | 4 1
            - | - | 2026/CS/21 | 2
            - | - | 5 | 5
            - | - | 100% | ''
            d'souza | renamed | asha | 4
            """)
    void isSearchedByWhoWhatAndOnWhom(String who, String what, String on, String expected) {
        five();
        var found = numbers(new AuditFilter(who, what, on, null, null));
        assertEquals(
                expected, String.join(" ", found.stream().map(String::valueOf).toList()));
    }

    @Test
    void isSearchedByTimeAndReadPageByPage() {
        for (var hour = 0; hour < 7; hour++) {
            record(posted(WARDEN, hour, "hourly"));
            clock.moveOn(Duration.ofHours(1));
        }
        var now = clock.instant();
        var from = now.minus(Duration.ofHours(5));
        var to = now.minus(Duration.ofHours(2));
        assertEquals(List.of(5L, 4L, 3L), numbers(new AuditFilter(null, null, null, from, to)));
        var all = new AuditFilter(null, null, null, null, null);
        var pages = LongStream.of(0, 5, 2)
                .mapToObj(before -> search.latest(WARDEN, all, before, 3).stream()
                        .map(AuditEntry::id)
                        .toList())
                .toList();
        assertEquals(List.of(List.of(7L, 6L, 5L), List.of(4L, 3L, 2L), List.of(1L)), pages);
    }

    @Test
    void isForOfficials() {
        var student = new Caller(20, "Asha", Role.STUDENT, false);
        var all = new AuditFilter(null, null, null, null, null);
        assertThrows(Refusal.NotAllowed.class, () -> search.latest(student, all, 0, 10));
        assertThrows(Refusal.NotAllowed.class, () -> verifier.verify(student, null));
    }
}
