package org.hostelchat.platform.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.message.Erasure;
import org.hostelchat.message.MessageDraft;
import org.hostelchat.message.MessageSettings;
import org.hostelchat.message.MessageWriter;
import org.hostelchat.message.SilentFeed;
import org.hostelchat.message.Stored;
import org.hostelchat.platform.db.sqlite.DatabaseFile;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.support.RawBytes;
import org.hostelchat.user.UserErasing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** None of the database's files contains deleted text any more: searched in their raw bytes. */
class ErasureTest {

    private record Said(long room, long seq, String body) {}

    @TempDir
    private Path folder;

    private Path path;
    private BareDatabase database;
    private SerialTransactions inTurn;
    private MessageWriter writer;
    private Caller asha;
    private Caller ravi;

    @BeforeEach
    void open() {
        path = folder.resolve("hostel.db");
        database = new BareDatabase(path);
        inTurn = new SerialTransactions(database);
        writer = new MessageWriter(
                inTurn,
                new SilentFeed(),
                new MessageSettings(10_000, 1_000, 0, 0),
                new AuditTrail(),
                Clock.systemUTC());
        writer.start(Thread::new);
        asha = database.resident("Asha", Role.STUDENT);
        ravi = database.resident("Ravi", Role.STUDENT);
        // What is posted in the first room is then in the middle of the table.
        database.write(em -> em.createNativeQuery("insert into rooms (id, kind, name, created_at)"
                        + " values (2, 'NOTICE', 'Mess', 0), (3, 'NOTICE', 'Gate', 0)")
                .executeUpdate());
    }

    @AfterEach
    void close() {
        writer.stop();
        if (database != null) database.close();
        database = null;
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource({
        "one by one, deleted, 1", "one by one, deleted, 2", "one by one, edited, 3", "one by one, erased, 4",
        "in bursts, deleted, 1", "in bursts, deleted, 2", "in bursts, edited, 3", "in bursts, erased, 4"
    })
    void nothingIsLeftOfWhatIsGone(String how, String act, long seed) throws Exception {
        var random = new Random(seed);
        var kept = new ArrayList<Said>();
        for (long room : new long[] {3, 2, 1}) kept.addAll(say(ravi, room, 20, how, random));
        var gone = say(asha, 1, 60, how, random);
        assertKept(gone);

        switch (act) {
            case "deleted" -> delete(gone);
            case "edited" -> {
                for (var said : gone) stored(new MessageDraft.Edit(asha, said.room(), said.seq(), letters(random)));
            }
            default ->
                database.write(em -> {
                    new Erasure(new SilentFeed(), Clock.systemUTC())
                            .takeWordsAway(new UserErasing(em, asha.id(), Caller.OPERATOR));
                    return null;
                });
        }
        pass();

        assertGone(gone);
        assertKept(kept);
        assertEquals("ok", database.query("pragma integrity_check"));
        close();
        assertGone(gone);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void longWordsInAnotherScriptGoToo(int seed) throws Exception {
        var random = new Random(seed);
        say(ravi, 2, 10, "in bursts", random);
        var gone = new ArrayList<Said>();
        for (var i = 0; i < 20; i++) {
            var hindi = random.ints(100 + random.nextInt(3_900), 'अ', 'ह')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            gone.add(new Said(1, stored(post(asha, 1, hindi)).seq(), hindi));
        }
        assertKept(gone);
        delete(gone);
        pass();

        assertGone(gone);
        assertEquals("ok", database.query("pragma integrity_check"));
    }

    /** What others say meanwhile moves pages about, and must neither be lost nor hide what is to go. */
    @Test
    void peopleGoOnTalkingMeanwhile() throws Exception {
        var random = new Random(7);
        var kept = new ArrayList<Said>();
        for (long room : new long[] {3, 2, 1}) kept.addAll(say(ravi, room, 40, "in bursts", random));
        var silence = new AtomicBoolean();
        var talk = CompletableFuture.supplyAsync(() -> talkUntil(silence));
        for (var round = 0; round < 5; round++) {
            var gone = say(asha, 1, 20, "one by one", random);
            delete(gone);
            pass();
            assertGone(gone);
        }
        silence.set(true);
        kept.addAll(talk.get(1, TimeUnit.MINUTES));

        assertEquals("ok", database.query("pragma integrity_check"));
        close();
        assertKept(kept);
    }

    private List<Said> talkUntil(AtomicBoolean silence) {
        var random = new Random(8);
        var said = new ArrayList<Said>();
        try {
            while (!silence.get()) said.addAll(say(ravi, 1 + random.nextInt(3), 3, "in bursts", random));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return said;
    }

    /** As long as somebody reads what was stored before, the log holds it; the pass waits, and loses nothing of what it found. */
    @Test
    void whoReadsOnlyDelaysIt() throws Exception {
        var random = new Random(9);
        say(ravi, 2, 20, "in bursts", random);
        var gone = say(asha, 1, 60, "one by one", random);
        try (var reader = database.connect();
                var statement = reader.createStatement();
                var pass = new ErasurePass("jdbc:sqlite:" + path, path, DatabaseFile.shared(path))) {
            statement.execute("begin");
            statement.executeQuery("select count(*) from messages").close();
            delete(gone);
            pass.look(() -> true);
            assertFalse(pass.finish());
            say(ravi, 1, 20, "one by one", random);
            assertFalse(pass.finish());
            statement.execute("rollback");
            assertTrue(pass.finish());
        }
        assertGone(gone);
        assertEquals("ok", database.query("pragma integrity_check"));
    }

    private void pass() throws Exception {
        try (var pass = new ErasurePass("jdbc:sqlite:" + path, path, DatabaseFile.shared(path))) {
            pass.look(() -> true);
            while (!finish(pass)) TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private boolean finish(ErasurePass pass) throws Exception {
        inTurn.turn().lock();
        try {
            return pass.finish();
        } finally {
            inTurn.turn().unlock();
        }
    }

    private void delete(List<Said> all) throws Exception {
        for (var said : all) stored(new MessageDraft.Delete(asha, said.room(), said.seq()));
    }

    private List<Said> say(Caller who, long room, int count, String how, Random random) throws Exception {
        var said = new ArrayList<Said>();
        var answers = new ArrayList<CompletableFuture<Stored>>();
        for (var i = 0; i < count; i++) {
            var body = letters(random);
            var answer = writer.submit(post(who, room, body));
            said.add(new Said(room, 0, body));
            answers.add(answer);
            if (how.equals("one by one")) answer.get(30, TimeUnit.SECONDS);
        }
        for (var i = 0; i < count; i++) {
            var seq = answers.get(i).get(30, TimeUnit.SECONDS).seq();
            said.set(i, new Said(room, seq, said.get(i).body()));
        }
        return said;
    }

    private static MessageDraft post(Caller who, long room, String body) {
        return new MessageDraft.Post(who, room, UUID.randomUUID(), body);
    }

    private Stored stored(MessageDraft draft) throws Exception {
        return writer.submit(draft).get(30, TimeUnit.SECONDS);
    }

    private static String letters(Random random) {
        return random.ints(200 + random.nextInt(701), 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void assertGone(List<Said> gone) throws IOException {
        var bytes = RawBytes.of(path);
        for (var said : gone) assertEquals("", bytes.longestPieceOf(said.body()), "still in the files");
    }

    private void assertKept(List<Said> kept) throws IOException {
        var bytes = RawBytes.of(path);
        for (var said : kept) assertTrue(bytes.longestPieceOf(said.body()).length() >= 100, said.body());
    }
}
