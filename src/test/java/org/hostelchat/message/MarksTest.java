package org.hostelchat.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.ReadMarks;
import org.hostelchat.room.Room;
import org.hostelchat.room.RoomAccess;
import org.hostelchat.room.Rooms;
import org.hostelchat.user.UserErasing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Replies, mentions, reactions and pins: each takes the next number or none, and is deleted with its post. */
@EachEngine
class MarksTest {

    @Parameter
    Engine engine;

    /** A group of Asha's, in which Ravi reads from its number 2 on. */
    private static final long GROUP = 2;

    /** In which officials write. */
    private static final long GATE = 3;

    @TempDir
    private Path folder;

    private BareDatabase database;
    private MessageHistory history;
    private MessageLog log;
    private Rooms rooms;
    private ReadMarks marks;
    private MentionList mentionList;
    private Caller asha;
    private Caller ravi;
    private Caller meena;
    private Caller warden;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        var access = new RoomAccess(database);
        history = new MessageHistory(database, access);
        log = new MessageLog(database, access);
        marks = new ReadMarks(database);
        rooms = new Rooms(database, marks, Clock.systemUTC());
        mentionList = new MentionList(database, access);
        asha = database.resident("आशा राव", Role.STUDENT);
        ravi = database.resident("ரவி", Role.STUDENT);
        meena = database.resident("Meena", Role.STUDENT);
        warden = database.resident("Warden", Role.ADMIN);
        run("insert into rooms (id, kind, name, created_at) values (2, 'GROUP', 'Mess', 0)");
        run("insert into rooms (id, kind, name, created_at, posting) values (3, 'NOTICE', 'Gate', 0, 'OFFICIALS')");
        member(asha, 1);
        member(ravi, 2);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void run(String sql) {
        database.write(em -> em.createNativeQuery(sql).executeUpdate());
    }

    private void member(Caller who, long first) {
        run("insert into memberships (user_id, room_id, role, involvement, joined_at, first_seq) values (" + who.id()
                + ", 2, 'MEMBER', 'ALL', 0, " + first + ")");
    }

    @Test
    void aReactionTakesANumberAndARepeatTakesNone() {
        var post = post(asha, "चाय?");
        var reacted = react(ravi, post, "👍", true);
        assertEquals(new RoomMark.Reacted(1, 2, by(ravi), log(2).at(), post, "👍", true), reacted);
        assertEquals(log(2), reacted, "as it is read back");
        assertNull(react(ravi, post, "👍", true), "a repeat");
        assertEquals(2, last(Room.COMMON));
        assertEquals(3, react(meena, post, "👍", true).seq());
        assertEquals(4, react(ravi, post, "👍", false).seq());
        assertNull(react(ravi, post, "👍", false), "taken back twice");
        assertEquals(5, react(ravi, post, "❤", true).seq());

        assertEquals(List.of("👍 1 [Meena]", "❤️ 1 mine [ரவி]"), reactions(ravi, post));
        assertEquals(List.of("👍 1 [Meena]", "❤️ 1 [ரவி]"), reactions(asha, post));
        assertEquals(5, history.before(asha, Room.COMMON, null, 50).asOf());
        assertEquals(1, history.before(asha, Room.COMMON, null, 50).items().size());
    }

    @Test
    void nothingButOneEmojiIsAReaction() {
        for (var text : List.of("", " ", "a", "👍👍", "1", "क", "🇮", "🏻", "👍 ", "\uFE0F", "<b>", "👨‍"))
            refused("not-an-emoji", () -> new MessageDraft.React(ravi, 1, 1, text, true));
        refused("not-an-emoji", () -> new MessageDraft.React(ravi, 1, 1, null, true));
    }

    @Test
    void everyEmojiOfUnicodeIsAndHasOneForm() {
        for (var emoji : List.of(
                "👍", "👍🏽", "❤️", "☕", "🇮🇳", "1️⃣", "👨‍👩‍👧‍👦", "🏳️‍🌈", "🕵🏻‍♂️", "#️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿")) {
            assertEquals(emoji, new MessageDraft.React(ravi, 1, 1, emoji, true).emoji());
            assertEquals(emoji, new MessageDraft.React(ravi, 1, 1, emoji.replace("\uFE0F", ""), true).emoji());
        }
    }

    @Test
    void aMessageHasTwentyDifferentReactionsAtTheMost() {
        var post = post(asha, "चाय?");
        var emoji = List.of(
                "😀", "😃", "😄", "😁", "😆", "😅", "🤣", "😂", "🙂", "🙃", "😉", "😊", "😇", "🥰", "😍", "🤩", "😘",
                "😗", "😚", "😙");
        emoji.forEach(one -> react(asha, post, one, true));
        refused("too-many-reactions", () -> react(ravi, post, "👍", true));
        assertEquals(21, last(Room.COMMON), "what is refused takes no number");
        assertEquals(22, react(ravi, post, "😀", true).seq());
        react(asha, post, "😃", false);
        react(ravi, post, "👍", true);
        assertEquals(20, reactions(asha, post).size());
    }

    @Test
    void onlyPostsThatAreThereCanBeMarked() {
        var post = post(asha, "चाय?");
        react(ravi, post, "👍", true);
        refused("no-such-message", () -> react(ravi, 2, "👍", true));
        refused("no-such-message", () -> react(ravi, 99, "👍", true));
        refused("no-such-message", () -> pin(ravi, Room.COMMON, 99, true));
        act(new MessageDraft.Delete(asha, Room.COMMON, post));
        refused("no-such-message", () -> react(ravi, post, "👍", true));
        refused("no-such-message", () -> pin(ravi, Room.COMMON, post, true));
    }

    @Test
    void whatWasSaidBeforeOneCameInCanBeNeitherMarkedNorAnsweredNorQuoted() {
        post(asha, GROUP, "a secret", References.NONE);
        refused("no-such-message", () -> act(new MessageDraft.React(ravi, GROUP, 1, "👍", true)));
        refused("no-such-message", () -> pin(ravi, GROUP, 1, true));
        refused("no-such-message", () -> post(ravi, GROUP, "?", reply(1)));
        refused("no-such-room", () -> act(new MessageDraft.React(meena, GROUP, 1, "👍", true)));
        refused("no-such-room", () -> pin(warden, GROUP, 1, true));

        var answer = post(asha, GROUP, "as I said", reply(1));
        pin(asha, GROUP, 1, true);
        assertEquals(Quote.gone(1), item(ravi, GROUP, answer).quote());
        assertEquals("a secret", item(asha, GROUP, answer).quote().excerpt());
        assertEquals(List.of(), history.pins(ravi, GROUP));
        assertEquals(1, history.pins(asha, GROUP).size());
    }

    @Test
    void anAnswerQuotesThePostAsItReadsNow() {
        var first = post(asha, "चाय?");
        var answer = post(ravi, Room.COMMON, "ஆம்", reply(first));
        assertEquals(
                new Quote(first, by(asha), "चाय?"),
                item(meena, Room.COMMON, answer).quote());
        act(new MessageDraft.Edit(asha, Room.COMMON, first, "कॉफ़ी\n" + "अ ".repeat(200)));
        var excerpt = item(meena, Room.COMMON, answer).quote().excerpt();
        assertTrue(excerpt.startsWith("कॉफ़ी अ") && excerpt.endsWith("…") && excerpt.length() < 150, excerpt);
        act(new MessageDraft.Edit(ravi, Room.COMMON, answer, "ஆம்!"));
        assertEquals(reply(first), ((RoomEvent.Posted) log(answer)).references(), "an edit keeps it");
        act(new MessageDraft.Delete(asha, Room.COMMON, first));
        assertEquals(Quote.gone(first), item(meena, Room.COMMON, answer).quote());
        refused("no-such-message", () -> post(ravi, Room.COMMON, "?", reply(first)));
        refused("no-such-message", () -> post(ravi, Room.COMMON, "?", reply(999)));
    }

    @Test
    void aRepeatIsComparedWithItsAnswerAndItsMentions() {
        var first = post(asha, "चाय?");
        var id = UUID.randomUUID();
        var references = new References(first, List.of(meena.id(), asha.id(), 999L), false);
        var stored = store(new MessageDraft.Post(ravi, Room.COMMON, id, "ஆம்", references));
        var again = store(new MessageDraft.Post(
                ravi, Room.COMMON, id, "ஆம்", new References(first, List.of(asha.id(), 999L, meena.id()), false)));
        assertEquals(new Stored(stored.seq(), stored.at(), false), again);
        for (var other : List.of(
                References.NONE,
                reply(first),
                new References(null, references.mentions(), false),
                new References(first, references.mentions(), true),
                new References(stored.seq(), references.mentions(), false))) {
            refused("client-id-used", () -> store(new MessageDraft.Post(ravi, Room.COMMON, id, "ஆம்", other)));
        }
    }

    @Test
    void onlyMembersAreMentionedAndEverybodyByOfficialsAlone() {
        var all = new References(null, List.of(ravi.id(), meena.id(), 999L, ravi.id()), true);
        var seq = post(asha, GROUP, "who?", all);
        assertEquals(
                new References(null, List.of(ravi.id()), false),
                ((RoomEvent.Posted) log.after(GROUP, seq - 1, 1).get(0)).references());
        var common = post(warden, Room.COMMON, "water", all);
        assertEquals(
                new References(null, List.of(ravi.id(), meena.id()), true),
                ((RoomEvent.Posted) log(common)).references());
    }

    @Test
    void mentionsAfterTheReadMarkAreCountedAndListed() {
        post(asha, Room.COMMON, "1", mention(ravi));
        var second = post(asha, Room.COMMON, "2", mention(ravi));
        post(ravi, Room.COMMON, "3", mention(ravi));
        post(warden, Room.COMMON, "4", new References(null, List.of(ravi.id()), true));
        post(asha, Room.COMMON, "5", mention(meena));
        assertEquals(3, mentions(ravi), "not oneself, and once for a post");
        assertEquals(2, mentions(meena));
        assertEquals(0, mentions(warden));
        assertEquals(List.of("4", "2", "1"), listed(ravi, null, 10));
        var page = mentionList.of(ravi, null, 1).get(0);
        var rest = mentionList.of(ravi, new MentionList.Cursor(page.at(), page.room(), page.seq()), 10);
        assertEquals(
                List.of("2", "1"),
                rest.stream().map(MentionList.Mentioned::body).toList());
        assertEquals("Common room", page.roomName());

        act(new MessageDraft.Delete(asha, Room.COMMON, second));
        assertEquals(2, mentions(ravi));
        marks.advance(ravi.id(), Room.COMMON, second);
        assertEquals(1, mentions(ravi));
        assertEquals(List.of("4", "1"), listed(ravi, null, 10));
    }

    @Test
    void mentionsInRoomsThatOneHasLeftAreNotListed() {
        post(asha, GROUP, "first", References.NONE);
        post(asha, GROUP, "you", mention(ravi));
        assertEquals(List.of("you"), listed(ravi, null, 10));
        run("delete from memberships where user_id = " + ravi.id());
        assertEquals(List.of(), listed(ravi, null, 10));
        run("delete from mentions where user_id = 0");
        member(ravi, 3);
        assertEquals(List.of(), listed(ravi, null, 10), "said before they came back");
    }

    @Test
    void pinsAreListedTheLatestFirstAndWhereOfficialsWriteTheyPin() {
        var first = post(asha, "चाय?");
        var second = post(ravi, "காபி?");
        pin(meena, Room.COMMON, second, true);
        pin(meena, Room.COMMON, first, true);
        assertNull(pin(asha, Room.COMMON, first, true), "a repeat");
        assertEquals(
                List.of(first, second),
                history.pins(asha, Room.COMMON).stream()
                        .map(item -> item.event().seq())
                        .toList());
        assertTrue(item(asha, Room.COMMON, first).pinned());
        pin(asha, Room.COMMON, first, false);
        assertFalse(item(asha, Room.COMMON, first).pinned());

        var rule = post(warden, GATE, "gate closes at ten", References.NONE);
        refused("officials-only", () -> pin(asha, GATE, rule, true));
        pin(warden, GATE, rule, true);
        act(new MessageDraft.React(asha, GATE, rule, "😢", true));
        assertEquals(List.of("😢 1 mine [आशा राव]"), reactions(asha, GATE, rule));
    }

    @Test
    void whatIsDeletedTakesItsMarksAlong() {
        var post = post(asha, Room.COMMON, "चाय?", mention(ravi));
        react(ravi, post, "👍", true);
        pin(ravi, Room.COMMON, post, true);
        act(new MessageDraft.Delete(asha, Room.COMMON, post));
        assertEquals(
                new HistoryItem(new RoomEvent.Tombstone(1, post), null, List.of(), false),
                item(asha, Room.COMMON, post));
        assertEquals(
                List.of(EventKind.TOMBSTONE, EventKind.TOMBSTONE, EventKind.TOMBSTONE, EventKind.DELETED),
                log.after(Room.COMMON, 0, 10).stream().map(RoomEvent::kind).toList());
        assertEquals(List.of(), history.pins(asha, Room.COMMON));
        assertNothingHangsOn(post);
        assertEquals(0, mentions(ravi));
    }

    @Test
    void whoIsErasedTakesTheirReactionsAlongAndIsMentionedNowhere() {
        var theirs = post(ravi, Room.COMMON, "காபி?", mention(asha));
        var other = post(asha, Room.COMMON, "चाय?", new References(theirs, List.of(ravi.id(), meena.id()), false));
        react(asha, theirs, "👍", true);
        pin(asha, Room.COMMON, theirs, true);
        react(ravi, other, "❤️", true);
        react(meena, other, "❤️", true);
        pin(ravi, Room.COMMON, other, true);
        database.write(em -> {
            new Erasure(new SilentFeed(), Clock.systemUTC()).takeWordsAway(new UserErasing(em, ravi.id(), warden));
            return null;
        });
        assertNothingHangsOn(theirs);
        assertEquals(List.of("❤️ 1 [Meena]"), reactions(asha, other));
        assertTrue(item(asha, Room.COMMON, other).pinned(), "a pin is the room's");
        assertEquals(Quote.gone(theirs), item(asha, Room.COMMON, other).quote());
        assertEquals(new References(theirs, List.of(meena.id()), false), ((RoomEvent.Posted) log(other)).references());
        assertEquals(
                List.of(
                        EventKind.TOMBSTONE,
                        EventKind.POSTED,
                        EventKind.TOMBSTONE,
                        EventKind.TOMBSTONE,
                        EventKind.TOMBSTONE,
                        EventKind.REACTED,
                        EventKind.PINNED,
                        EventKind.ERASED),
                log.after(Room.COMMON, 0, 10).stream().map(RoomEvent::kind).toList());
        assertEquals(RoomEvent.Author.NOBODY, ((RoomMark.Pinned) log(7)).by());
        run("delete from users where id = " + ravi.id());
    }

    private void assertNothingHangsOn(long post) {
        for (var table : List.of("reactions where target = ", "pins where target = ", "mentions where seq = ")) {
            assertEquals(0, ((Number) database.query("select count(*) from " + table + post)).intValue(), table);
        }
    }

    private static References reply(long seq) {
        return new References(seq, List.of(), false);
    }

    private static References mention(Caller who) {
        return new References(null, List.of(who.id()), false);
    }

    private static RoomEvent.Author by(Caller who) {
        return new RoomEvent.Author(who.id(), who.name(), who.role());
    }

    private long post(Caller who, String words) {
        return post(who, Room.COMMON, words, References.NONE);
    }

    private long post(Caller who, long room, String words, References references) {
        return store(new MessageDraft.Post(who, room, UUID.randomUUID(), words, references))
                .seq();
    }

    private RoomEvent react(Caller who, long target, String emoji, boolean on) {
        return act(new MessageDraft.React(who, Room.COMMON, target, emoji, on));
    }

    private RoomEvent pin(Caller who, long room, long target, boolean on) {
        return act(new MessageDraft.Pin(who, room, target, on));
    }

    /** @return what happened, null if nothing did */
    private RoomEvent act(MessageDraft draft) {
        var outcome = outcome(draft);
        return outcome.events().isEmpty()
                ? null
                : outcome.events().get(draft.room()).get(0);
    }

    private Stored store(MessageDraft draft) {
        return outcome(draft).answers().get(0).stored();
    }

    private MessageBatch.Outcome outcome(MessageDraft draft) {
        var outcome = database.write(
                em -> new MessageBatch(em, new AuditTrail(), Instant.now().truncatedTo(ChronoUnit.MILLIS))
                        .store(List.of(draft)));
        var refusal = outcome.answers().get(0).refusal();
        if (refusal != null) throw refusal;
        return outcome;
    }

    private static void refused(String slug, org.junit.jupiter.api.function.Executable what) {
        assertEquals(slug, assertThrows(Refusal.class, what).slug());
    }

    private RoomEvent.Act log(long seq) {
        return (RoomEvent.Act) log.after(Room.COMMON, seq - 1, 1).get(0);
    }

    private HistoryItem item(Caller who, long room, long seq) {
        return history.around(who, room, seq, 1).items().get(0);
    }

    private List<String> reactions(Caller who, long seq) {
        return reactions(who, Room.COMMON, seq);
    }

    private List<String> reactions(Caller who, long room, long seq) {
        return item(who, room, seq).reactions().stream()
                .map(one -> one.emoji() + " " + one.count() + (one.mine() ? " mine " : " ")
                        + one.people().stream().map(Reaction.Person::name).toList())
                .toList();
    }

    private long mentions(Caller who) {
        return rooms.of(who).get(0).mentions();
    }

    private List<String> listed(Caller who, MentionList.Cursor before, int limit) {
        return mentionList.of(who, before, limit).stream()
                .map(MentionList.Mentioned::body)
                .toList();
    }

    private long last(long room) {
        return database.read(em -> em.find(Room.class, room)).last();
    }
}
