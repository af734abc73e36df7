package org.hostelchat.platform.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.message.MessageDraft;
import org.hostelchat.message.MessageSettings;
import org.hostelchat.message.MessageWriter;
import org.hostelchat.message.SilentFeed;
import org.hostelchat.platform.db.sqlite.DatabaseFile;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.search.SearchIndex;
import org.hostelchat.search.SearchIndexer;
import org.hostelchat.storage.Transactions;
import org.hostelchat.support.RawBytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Search over SQLite, and what of erased text is left in its files. */
class SqliteSearchTest extends SearchContractTest {

    @TempDir
    private Path folder;

    private BareDatabase database;

    @Override
    Transactions open() {
        database = new BareDatabase(folder.resolve("hostel.db"));
        return new SerialTransactions(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    SearchIndex index() {
        return new SqliteSearchIndex();
    }

    @Override
    Caller resident(String name) {
        return database.resident(name, Role.STUDENT);
    }

    @Override
    String no() {
        return "0";
    }

    /** Words of letters by chance, so that no other word begins or ends alike. */
    @Test
    void wordsThatAreGoneAreInNoFileAnyMore() throws Exception {
        var path = folder.resolve("hostel.db");
        var transactions = new SerialTransactions(database);
        var asha = resident("Meena");
        var indexer = new SearchIndexer(transactions, index());
        var settings = new MessageSettings(10_000, 100, 0, 0);
        var writer = new MessageWriter(transactions, new SilentFeed(), settings, new AuditTrail(), Clock.systemUTC());
        writer.start(Thread::new);
        try {
            var random = new Random(1);
            var gone = new TreeMap<Long, String>();
            var kept = new ArrayList<String>();
            for (var i = 0; i < 300; i++) {
                var word = random.ints(24, 'a', 'z' + 1)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
                var seq = writer.submit(new MessageDraft.Post(asha, 1, UUID.randomUUID(), "Said " + word))
                        .get(30, TimeUnit.SECONDS)
                        .seq();
                if (i % 5 == 0) gone.put(seq, word);
                else kept.add(word);
                if (i % 40 == 0) indexer.catchUp();
            }
            indexer.catchUp();
            for (var seq : gone.keySet()) {
                writer.submit(new MessageDraft.Delete(asha, 1, seq)).get(30, TimeUnit.SECONDS);
            }
            pass(path);
            var before = RawBytes.of(path);
            assertTrue(
                    gone.values().stream()
                            .anyMatch(word -> !before.longestPieceOf(word).isEmpty()),
                    "the index still has them");

            indexer.catchUp();
            pass(path);

            var after = RawBytes.of(path);
            for (var word : gone.values()) assertEquals("", after.longestPieceOf(word), word);
            for (var word : kept) assertFalse(after.longestPieceOf(word).isEmpty(), word);
            database.write(
                    em -> em.createNativeQuery("insert into search_index (search_index) values ('integrity-check')")
                            .executeUpdate());
            assertEquals("ok", database.query("pragma integrity_check"));
        } finally {
            writer.stop();
        }
    }

    private static void pass(Path path) throws Exception {
        try (var pass = new ErasurePass("jdbc:sqlite:" + path, path, DatabaseFile.shared(path))) {
            pass.look(() -> true);
            while (!pass.finish()) TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
