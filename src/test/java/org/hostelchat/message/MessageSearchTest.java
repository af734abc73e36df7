package org.hostelchat.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.message.MessageSearch.Filter;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Room;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@EachEngine
class MessageSearchTest {

    @Parameter
    Engine engine;

    @TempDir
    private Path folder;

    private BareDatabase database;
    private Caller asha;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        asha = database.resident("Asha", Role.STUDENT);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Is there TEA?, tea",
        "Is there tea?, TEA",
        "É, É",
        "É, é",
        "é, É",
        "Un CAFÉ s'il te plaît, café",
        "Un café s'il te plaît, CAFÉ",
        "L'Été arrive, été",
        "École Élémentaire, école élémentaire",
        "ОБЪЯВЛЕНИЕ, объявление",
        "Объявление, объявление",
        "चाय तैयार है, तैयार",
        "தேநீர் தயார், தேநீர்",
        "100% sure, 100%",
        "under_score, r_s",
        "the cup of tea is hot, hot tea",
        "the cup of tea is hot, ' tea   TEA '",
        "the cup of tea is hot, \"cup of tea\"",
        "the cup of tea is hot, “cup of” HOT",
        "Don’t forget, don't",
        "Don't forget, don’t forget",
        "आज रात चाय तैयार है, चाय रात",
    })
    void findsWordsInAnyCaseAndScript(String said, String lookedFor) {
        say(said);
        say("something else altogether");
        assertEquals(List.of(said), found(lookedFor));
    }

    @Test
    void findsComposedLettersThatWereTypedInParts() {
        say("café");
        assertEquals(List.of("café"), found("cafe\u0301"));
    }

    @Test
    void isPagedFromEitherEnd() {
        for (var i = 1; i <= 5; i++) say("said " + i);
        assertEquals(
                List.of("said 1", "said 2", "said 3", "said 4", "said 5"), paged(new MessageSearch(database)::find));
        assertEquals(
                List.of("said 5", "said 4", "said 3", "said 2", "said 1"), paged(new MessageSearch(database)::latest));
    }

    private interface Paged {
        List<MessageSearch.Found> page(Caller caller, Filter filter, MessageSearch.Cursor after, int limit);
    }

    /** All, by pages of two. Those of one millisecond are kept apart by their numbers. */
    private static List<String> paged(Paged search) {
        var all = new ArrayList<String>();
        MessageSearch.Cursor cursor = null;
        while (true) {
            var page = search.page(Caller.OPERATOR, new Filter(null, null, null, null, null), cursor, 2);
            if (page.isEmpty()) return all;
            page.forEach(found -> all.add(found.event().body()));
            var last = page.get(page.size() - 1).event();
            cursor = new MessageSearch.Cursor(last.at(), last.room(), last.seq());
        }
    }

    @Test
    void percentAndUnderscoreAreLiteral() {
        say("a cup of tea");
        assertEquals(List.of(), found("c_p"));
        assertEquals(List.of(), found("a%tea"));
        assertEquals(List.of(), found("!"));
    }

    @Test
    void everyWordHasToBeThereAndQuotedOnesInTheirOrder() {
        say("a cup of tea");
        assertEquals(List.of(), found("cup coffee"));
        assertEquals(List.of(), found("\"tea cup\""));
        assertEquals(List.of("a cup of tea"), found("\u200b"), "nothing to look for");
        assertEquals(List.of("a cup of tea"), found("\" \" tea"));
    }

    @Test
    void anAuthorIsMeantByNumberOrNameOrWordsOfEither() {
        var ravi = database.resident("Ravi D’Souza", Role.STUDENT);
        var rao = database.resident("Ravi Rao", Role.STUDENT);
        say("by Asha");
        say(ravi, "by Ravi D’Souza");
        say(rao, "by Ravi Rao");
        assertEquals(List.of("by Asha"), by("asha"));
        assertEquals(List.of("by Ravi D’Souza"), by("ravi d'souza"));
        assertEquals(List.of("by Ravi D’Souza"), by("SOUZA ravi"));
        assertEquals(List.of("by Ravi D’Souza", "by Ravi Rao"), by("ravi"));
        database.resident("Ravi", Role.STUDENT);
        assertEquals(List.of(), by("ravi"), "who is called just so, and has said nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200b", "Asja", "asha rao", "\0", "%"})
    void anUnknownAuthorIsRefused(String author) {
        var refusal = assertThrows(Refusal.Unacceptable.class, () -> by(author));
        assertEquals("no-such-author", refusal.slug());
        assertEquals("author", refusal.violations().get(0).field());
    }

    @Test
    void tooManyAreAskedForMore() {
        for (var i = 0; i <= 50; i++) database.resident("Ravi " + i, Role.STUDENT);
        var refusal = assertThrows(Refusal.Unacceptable.class, () -> by("ravi"));
        assertTrue(refusal.getMessage().contains("More than 50"), refusal.getMessage());
        assertEquals(List.of(), by("ravi 17"));
    }

    private List<String> by(String author) {
        return new MessageSearch(database)
                .find(Caller.OPERATOR, new Filter(null, author, null, null, null), null, 10).stream()
                        .map(found -> found.event().body())
                        .toList();
    }

    @Test
    void whatHasNoAuthorIsListedToo() {
        say("from the program before");
        database.write(
                em -> em.createQuery("update Message m set m.authorId = null").executeUpdate());
        assertEquals(List.of("from the program before"), found("program"));
        var found = new MessageSearch(database)
                .find(Caller.OPERATOR, Room.COMMON, 1)
                .orElseThrow();
        assertNull(found.enrolmentNumber());
        assertNull(found.event().by().name());
    }

    @Test
    void findsOneByItsNumberUntilItIsTakenBack() {
        say("tea at 5");
        var search = new MessageSearch(database);
        assertEquals(
                Optional.of("tea at 5"),
                search.find(Caller.OPERATOR, Room.COMMON, 1)
                        .map(found -> found.event().body()));
        database.write(em -> new MessageBatch(em, new AuditTrail(), Instant.now())
                .store(List.of(new MessageDraft.Delete(asha, Room.COMMON, 1))));
        assertEquals(Optional.empty(), search.find(Caller.OPERATOR, Room.COMMON, 1));
        assertEquals(Optional.empty(), search.find(Caller.OPERATOR, Room.COMMON, 2), "a deletion says nothing");
        assertThrows(Refusal.NotAllowed.class, () -> search.find(asha, Room.COMMON, 1));
    }

    @Test
    void comparesOnceWhereThereIsOneForm() {
        assertEquals(Set.of("tea at 5"), SearchedText.forms(" Tea at 5 "));
        assertEquals(Set.of("चाय"), SearchedText.forms("चाय"));
        assertEquals(Set.of("தேநீர்"), SearchedText.forms("தேநீர்"));
    }

    private void say(String body) {
        say(asha, body);
    }

    private void say(Caller author, String body) {
        var draft = new MessageDraft.Post(author, Room.COMMON, UUID.randomUUID(), body);
        database.write(em -> new MessageBatch(em, new AuditTrail(), Instant.now()).store(List.of(draft)));
    }

    private List<String> found(String text) {
        return new MessageSearch(database)
                .find(Caller.OPERATOR, new Filter(null, null, null, null, text), null, 10).stream()
                        .map(found -> found.event().body())
                        .toList();
    }
}
