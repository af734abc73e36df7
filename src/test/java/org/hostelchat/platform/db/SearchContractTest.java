package org.hostelchat.platform.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.message.Erasure;
import org.hostelchat.message.ImportedLine;
import org.hostelchat.message.MessageDraft;
import org.hostelchat.message.MessageSettings;
import org.hostelchat.message.MessageWriter;
import org.hostelchat.message.SilentFeed;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.RoomAccess;
import org.hostelchat.search.Hit;
import org.hostelchat.search.Search;
import org.hostelchat.search.SearchIndex;
import org.hostelchat.search.SearchIndexer;
import org.hostelchat.search.SearchPage;
import org.hostelchat.search.SearchQuery;
import org.hostelchat.storage.Transactions;
import org.hostelchat.user.People;
import org.hostelchat.user.UserErasing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What search guarantees over every database, whether or not a message is indexed yet. */
abstract class SearchContractTest {

    private static final long GROUP = 11;
    private static final long OTHERS = 12;

    private Transactions database;
    private SearchIndex index;
    private MessageWriter writer;
    private Search search;
    private Caller asha;
    private Caller ravi;

    /** A database with the hostel's tables and nobody in it. */
    abstract Transactions open();

    abstract SearchIndex index();

    /** Somebody who lives there. */
    abstract Caller resident(String name);

    @BeforeEach
    void begin() {
        database = open();
        index = index();
        writer = new MessageWriter(
                database,
                new SilentFeed(),
                new MessageSettings(10_000, 1_000, 0, 0),
                new AuditTrail(),
                Clock.systemUTC());
        writer.start(Thread::new);
        search = new Search(database, new RoomAccess(database), new People(database), index);
        asha = resident("Asha");
        ravi = resident("Ravi");
        room(GROUP, "GROUP", "Wing A");
        room(OTHERS, "DIRECT", null);
        join(GROUP, asha, 1);
    }

    @AfterEach
    void end() {
        writer.stop();
    }

    private void room(long id, String kind, String name) {
        sql("insert into rooms (id, kind, name, created_at, posting, whole_past) values (" + id + ", '" + kind + "', '"
                + (name == null ? "" : name) + "', 0, 'ALL', " + no() + ")");
    }

    /** How this database writes that something is not so. */
    abstract String no();

    private void join(long room, Caller who, long first) {
        sql("insert into memberships (user_id, room_id, role, involvement, joined_at, first_seq) values (" + who.id()
                + ", " + room + ", 'MEMBER', 'ALL', 0, " + first + ")");
    }

    private void sql(String sql) {
        database.write(em -> em.createNativeQuery(sql).executeUpdate());
    }

    private long say(Caller who, long room, String body) {
        return stored(new MessageDraft.Post(who, room, UUID.randomUUID(), body));
    }

    private void sayMany(Caller who, long room, String body, int count) {
        IntStream.range(0, count)
                .mapToObj(i -> writer.submit(new MessageDraft.Post(who, room, UUID.randomUUID(), body + i)))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private long stored(MessageDraft draft) {
        try {
            return writer.submit(draft).get(30, TimeUnit.SECONDS).seq();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void indexAll() {
        new SearchIndexer(database, index).catchUp();
    }

    private List<String> found(Caller who, String text) {
        return found(who, new SearchQuery(text, null, null, null, null));
    }

    private List<String> found(Caller who, SearchQuery query) {
        return search.find(who, query, null, 50).items().stream().map(Hit::body).toList();
    }

    /** As soon as it is stored, and in the same way once it is indexed. */
    private void assertFound(Caller who, String text, String... bodies) {
        assertEquals(List.of(bodies), found(who, text));
        indexAll();
        assertEquals(List.of(bodies), found(who, text));
    }

    @Test
    void findsInEveryScriptTheNewestFirst() {
        say(asha, 1, "मैं मेनू देखूँगी");
        say(ravi, 1, "आज का मेनू क्या है?");
        say(ravi, 1, "தேநீர் ஐந்து மணிக்கு");
        say(asha, 1, "今天晚上有茶");
        say(asha, 1, "L’été au Café, ₹500 👍");
        assertFound(asha, "मेनू", "आज का मेनू क्या है?", "मैं मेनू देखूँगी");
        assertFound(asha, "मैं", "मैं मेनू देखूँगी");
        assertFound(asha, "தேநீ", "தேநீர் ஐந்து மணிக்கு");
        assertFound(asha, "晚上", "今天晚上有茶");
        assertFound(asha, "茶", "今天晚上有茶");
        for (var text : List.of("cafe ete", "ETE", "₹", "👍", "500", "\"l’ete au cafe\"", "c")) {
            assertFound(asha, text, "L’été au Café, ₹500 👍");
        }
        assertFound(asha, "\"cafe ete\"");
        assertFound(asha, "caf cafe ete");
    }

    @Test
    void aLongPrefixIsFoundBehindManyThatBeginAlike() {
        say(asha, 1, "hosteller");
        sayMany(asha, 1, "hostel ", 400);
        assertEquals(List.of(), found(ravi, "hostelly"));
        indexAll();
        assertEquals(List.of("hosteller"), found(ravi, "hostelle"));
        assertEquals(List.of("hosteller"), found(ravi, "\"hosteller\""));
        assertEquals(50, found(ravi, "hoste").size());
    }

    @Test
    void onlyInRoomsThatOneIsInAndFromOnesJoiningOn() {
        say(asha, GROUP, "tea before Ravi came");
        assertFound(ravi, "tea");
        join(GROUP, ravi, 2);
        say(asha, GROUP, "tea since he came");
        assertFound(ravi, "tea", "tea since he came");
        assertFound(asha, "tea", "tea since he came", "tea before Ravi came");
        sql("delete from memberships where user_id = " + ravi.id());
        assertFound(ravi, "tea");
        sql("update rooms set closed_at = 1 where id = " + GROUP);
        assertFound(asha, "tea");
        var warden = new Caller(ravi.id(), "Ravi", Role.ADMIN, false);
        assertFound(warden, "tea");
    }

    @Test
    void manyOfOthersHideNothing() {
        join(OTHERS, asha, 1);
        say(ravi, 1, "the only tea that Ravi may read");
        sayMany(asha, OTHERS, "tea ", 300);
        indexAll();
        assertEquals(List.of("the only tea that Ravi may read"), found(ravi, "tea"));
    }

    @Test
    void narrowsByRoomPersonAndTime() {
        say(asha, 1, "tea by Asha");
        say(ravi, 1, "tea by Ravi");
        say(asha, GROUP, "tea in the group");
        sql("update messages set at = 900000000000 where body = 'tea by Asha'");
        sql("update messages set at = 1000000000000 where body = 'tea by Ravi'");
        for (var round = 0; round < 2; round++) {
            assertEquals(List.of("tea in the group"), found(asha, new SearchQuery("tea", GROUP, null, null, null)));
            assertEquals(List.of("tea by Ravi"), found(asha, new SearchQuery("tea", null, "ravi", null, null)));
            assertEquals(List.of("tea by Ravi"), found(asha, new SearchQuery("tea", null, "" + ravi.id(), null, null)));
            var then = Instant.ofEpochMilli(1_000_000_000_000L);
            assertEquals(
                    List.of("tea by Ravi", "tea by Asha"),
                    found(asha, new SearchQuery("tea", null, null, null, then.plusMillis(1))));
            assertEquals(List.of("tea by Asha"), found(asha, new SearchQuery("tea", null, null, null, then)));
            assertEquals(
                    List.of("tea in the group"),
                    found(asha, new SearchQuery("tea", null, null, then.plusMillis(1), null)));
            indexAll();
        }
        assertThrows(Refusal.NotFound.class, () -> found(ravi, new SearchQuery("tea", GROUP, null, null, null)));
        var nobody = assertThrows(
                Refusal.Unacceptable.class, () -> found(ravi, new SearchQuery("tea", null, "Nobody", null, null)));
        assertEquals("no-such-author", nobody.slug());
    }

    @Test
    void aSearchByTimeFindsWhatWasMovedInAndWhatWasThereBefore() {
        say(asha, 1, "tea at the beginning");
        moveIn("2015-01-01T00:00:00Z", "tea in 2015", null);
        moveIn("2016-01-01T00:00:00Z", "tea in 2016", asha.id());
        moveIn("2017-01-01T00:00:00Z", "tea in 2017", asha.id());
        say(asha, 1, "tea at last");
        var then = Instant.parse("2016-06-01T00:00:00Z");
        for (var round = 0; round < 2; round++) {
            assertEquals(
                    List.of("tea at last", "tea in 2017", "tea at the beginning"),
                    found(asha, new SearchQuery("tea", null, null, then, null)));
            assertEquals(
                    List.of("tea in 2016", "tea in 2015"), found(asha, new SearchQuery("tea", null, null, null, then)));
            assertEquals(List.of("tea in 2016"), found(asha, new SearchQuery("tea", null, "Asha", null, then)));
            assertEquals(
                    List.of("tea at last", "tea at the beginning"),
                    found(asha, new SearchQuery("tea", null, null, Instant.parse("2026-01-01T00:00:00Z"), null)));
            assertEquals(
                    List.of(),
                    found(asha, new SearchQuery("tea", null, null, null, Instant.parse("2014-01-01T00:00:00Z"))));
            indexAll();
        }
    }

    @Test
    void whatWasMovedInWithoutAnAuthorIsFoundToo() {
        moveIn("2015-01-01T00:00:00Z", "tea by nobody", null);
        assertFound(ravi, "tea", "tea by nobody");
        var hit = search.find(ravi, new SearchQuery("tea", null, null, null, null), null, 1)
                .items()
                .get(0);
        assertNull(hit.by());
        assertNull(hit.name());
    }

    private void moveIn(String at, String body, Long author) {
        stored(new MessageDraft.Import(
                Caller.OPERATOR, 1, List.of(new ImportedLine(UUID.randomUUID(), author, Instant.parse(at), body))));
    }

    @Test
    void isPagedWithoutAHoleOrADouble() {
        var said = new ArrayList<String>();
        for (var i = 0; i < 45; i++) {
            say(asha, i % 3 == 0 ? GROUP : 1, "tea " + i);
            said.add(0, "tea " + i);
            if (i == 30) indexAll();
        }
        var all = new ArrayList<String>();
        SearchPage page = null;
        do {
            page = search.find(
                    asha, new SearchQuery("tea", null, null, null, null), page == null ? null : page.next(), 10);
            page.items().forEach(hit -> all.add(hit.body()));
        } while (page.next() != null);
        assertEquals(said, all);
    }

    @Test
    void whatIsEditedIsFoundByItsNewWordsOnly() {
        var seq = say(asha, 1, "coffee at five");
        indexAll();
        stored(new MessageDraft.Edit(asha, 1, seq, "cocoa at five"));
        assertFound(asha, "coffee");
        assertFound(asha, "cocoa", "cocoa at five");
        assertFound(asha, "five", "cocoa at five");
        var unindexed = say(asha, 1, "coffee at six");
        stored(new MessageDraft.Edit(asha, 1, unindexed, "cocoa at six"));
        assertFound(asha, "coffee");
        assertFound(asha, "cocoa", "cocoa at six", "cocoa at five");
    }

    @Test
    void whatIsTakenBackOrErasedLeavesTheIndex() {
        var seq = say(asha, 1, "coffee at five");
        for (var i = 0; i < 10; i++) say(ravi, 1, "coffee by Ravi " + i);
        say(asha, GROUP, "cocoa");
        indexAll();
        stored(new MessageDraft.Delete(asha, 1, seq));
        assertTrue(!found(asha, "coffee").contains("coffee at five"));
        database.write(em -> {
            new Erasure(new SilentFeed(), Clock.systemUTC())
                    .takeWordsAway(new UserErasing(em, ravi.id(), Caller.OPERATOR));
            return null;
        });
        assertFound(asha, "coffee");
        assertEquals(1L, indexed());
    }

    /** How many messages are in the index. */
    private long indexed() {
        return database.read(em -> ((Number) em.createNativeQuery("select count(*) from search_index")
                        .getSingleResult())
                .longValue());
    }

    @Test
    void whatAnotherFormOfTheProgramIndexedIsIndexedAnew() {
        say(asha, 1, "tea");
        indexAll();
        sql("update search_version set version = 0");
        say(asha, 1, "more tea");
        assertFound(asha, "tea", "more tea", "tea");
        assertEquals(2L, indexed());
    }

    @Test
    void namesTheRoomAndMarksTheWords() {
        say(ravi, 1, "😀 चाय at five");
        var hit = search.find(asha, new SearchQuery("चाय", null, null, null, null), null, 20)
                .items()
                .get(0);
        assertEquals(1L, hit.room());
        assertTrue(!hit.roomName().isEmpty());
        assertEquals("Ravi", hit.name());
        assertEquals(2, hit.marks().get(0).start());
        assertEquals(3, hit.marks().get(0).length());
    }
}
