package org.hostelchat.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.hostelchat.attachment.FilePresence;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditDraft;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.audit.AuditVerifier;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.platform.files.FolderBlobStore;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.transfer.archive.ExportCheck;
import org.hostelchat.transfer.archive.ExportManifest;
import org.hostelchat.transfer.archive.NotAnExport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A filled hostel on its way into the other kind of database. */
@EachEngine
class HostelTransferTest {

    private static final Caller OFFICE = Caller.OPERATOR;
    private static final byte[] PICTURE = {(byte) 0xFF, 0, 1, 2};

    @Parameter
    Engine engine;

    @TempDir
    private Path folder;

    private BareDatabase from;
    private BareDatabase to;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        from = engine.open(Files.createDirectory(folder.resolve("from")));
        to = other().open(Files.createDirectory(folder.resolve("to")));
        file = folder.resolve("hostel.zip");
    }

    private Engine other() {
        return engine == Engine.SQLITE ? Engine.POSTGRESQL : Engine.SQLITE;
    }

    @AfterEach
    void close() {
        from.close();
        to.close();
    }

    private FolderBlobStore blobs(String whose) {
        return new FolderBlobStore(folder.resolve(whose + "-files"));
    }

    private void export(BareDatabase database, String whose, Path into) throws IOException {
        var export = new HostelExport(
                database.transfer(),
                new TransferSettings(file, "test"),
                database,
                blobs(whose),
                new FilePresence(database, blobs(whose)),
                new AuditTrail(),
                Clock.systemUTC());
        try (var started = export.begin(OFFICE);
                var out = Files.newOutputStream(into)) {
            started.writeTo(out);
        }
    }

    private HostelImport imports() {
        return new HostelImport(
                to.transfer(),
                new TransferSettings(file, "test"),
                to,
                blobs("to"),
                new ChangeLog(to),
                new AuditTrail());
    }

    private static void sql(BareDatabase database, String... statements) {
        database.write(em -> {
            for (var each : statements) em.createNativeQuery(each).executeUpdate();
            return null;
        });
    }

    /** Something in every table, with ids that were given to what is gone. */
    private void fill() {
        var asha = from.resident("आशा राव", Role.STUDENT).id();
        var warden = from.resident("Warden", Role.ADMIN).id();
        var gone = from.resident("Gone", Role.STUDENT).id();
        var staged = blobs("from").stage(new ByteArrayInputStream(PICTURE), InputStream::transferTo);
        blobs("from").keep(staged);
        blobs("from").discard(staged);
        sql(
                from,
                "delete from users where id = " + gone,
                "update users set wing = 'A', wing_key = 'a', language = 'hi', last_seen_at = 5 where id = " + asha,
                "update rooms set last_seq = 4, posts = 2 where id = 1",
                "insert into rooms (kind, name, created_at, posts, posting, whole_past, slow_seconds, last_seq)"
                        + " values ('AUDIENCE', 'Wing A', 1, 0, 'ALL', true, 0, 0)",
                "insert into room_audience (room_id, field, value_key, value, place) values (2, 'wing', 'ä', 'Ä', 1),"
                        + " (2, 'wing', 'Z', 'Z', 2), (2, 'wing', 'a', 'a', 3)",
                "insert into memberships (user_id, room_id, role, involvement, joined_at, first_seq) values (" + asha
                        + ", 2, 'MEMBER', 'ALL', 1, 1)",
                "insert into read_marks (user_id, room_id, read_seq) values (" + asha + ", 1, 2)",
                "insert into messages (room_id, seq, kind, author_id, at, client_id, body, post, posts) values (1, 1, 'POSTED', "
                        + asha
                        + ", 10, 'c-1', 'चाय \\ \"tea\" – ☕', 1, 1), (1, 2, 'TOMBSTONE', null, 11, null, null, 1, 2)",
                "insert into messages (room_id, seq, kind, author_id, at, target, emoji, is_on, post, posts) values (1, 3,"
                        + " 'REACTED', " + warden + ", 12, 1, '👍', 1, 0, 2), (1, 4, 'PINNED', " + warden
                        + ", 13, 1, null, 1, 0, 2)",
                "insert into reactions (room_id, target, emoji, user_id, seq) values (1, 1, '👍', " + warden + ", 3)",
                "insert into pins (room_id, target, seq) values (1, 1, 4)",
                "insert into mentions (user_id, room_id, seq, author_id, at) values (0, 1, 1, " + asha + ", 10)",
                "insert into files (state, owner_id, name, type, size, hash, created_at, room_id, seq) values ('POSTED', "
                        + asha + ", 'a.png', 'image/png', 4, '" + staged.hash() + "', 1, 1, 1)",
                "insert into files (state, owner_id, name, type, size, created_at) values ('UPLOADING', " + asha
                        + ", 'b', 'x/y', 4, 1)",
                "insert into notices (room_id, title, text, acknowledge, at, author_id, everybody, pinned, shown, place)"
                        + " values (2, 'Water', 'none', true, 1, " + warden + ", false, true, true, 1)",
                "insert into receipts (notice_id, user_id, read_at, acknowledged_at, acknowledged_version) values (1, "
                        + asha + ", 2, 3, 1)",
                "insert into notice_drafts (user_id, title, text, acknowledge, pinned, changed_at) values (" + warden
                        + ", '', 'x', false, false, 1)",
                "insert into notification_choices (user_id, level, sound, words) values (" + asha
                        + ", 'ALL', true, false)",
                "insert into blocks (blocked_id, user_id, at) values (" + asha + ", " + warden + ", 1)",
                "insert into reports (room_id, seq, user_id, first_seq, why, at) values (1, 1, " + warden
                        + ", 1, 'rude', 1)",
                "insert into register_imports (created_at, kind, total) values (1, 'FILE', 1)",
                "insert into moved_spans (first_id, last_id, first_at, last_at) values (1, 1, 10, 10)",
                "insert into registered_files (digest, at) values ('d', 1)",
                "insert into register_slips (user_id, import_id, pending) values (" + asha + ", 1, true)",
                "insert into sessions (token_hash, user_id, remembered, created_at, last_seen_at) values ('h', " + asha
                        + ", true, 1, 1)");
        new AuditTrail().record(from, AuditDraft.of(AuditAct.BACKUP_TAKEN, OFFICE));
    }

    private static Map<String, String> digests(Path export) throws IOException {
        var digests = new LinkedHashMap<String, String>();
        try (var read = ExportCheck.open(export)) {
            read.verify();
            for (ExportManifest.Table table : read.manifest().tables()) {
                digests.put(table.name(), table.rows() + " " + table.sha256());
            }
            // The record goes on with the acts themselves.
            digests.remove("audit_entries");
            digests.remove("audit_head");
            digests.put(
                    "files of people",
                    read.manifest().files() + " " + read.manifest().fileBytes());
        }
        return digests;
    }

    @Test
    void everythingIsThereAgainAndTheRecordGoesOn() throws IOException, SQLException {
        fill();
        export(from, "from", file);
        var imported = imports().take(OFFICE);
        assertEquals(2, imported.people());
        assertEquals(4, imported.messages());
        assertEquals(1, imported.files());

        var again = folder.resolve("again.zip");
        export(to, "to", again);
        assertEquals(
                digests(file).toString().replace(", ", "\n"),
                digests(again).toString().replace(", ", "\n"));
        for (var rows : digests(file).values())
            assertTrue(!rows.startsWith("0 "), digests(file).toString());
        assertTrue(new AuditVerifier(to).verify(OFFICE, null).fits());
        assertEquals("4", String.valueOf(to.query("select last from audit_head")));
        assertEquals("0", String.valueOf(to.query("select count(*) from sessions")));
        try (var content = Channels.newInputStream(blobs("to").open((String) to.query("select hash from files")))) {
            assertArrayEquals(PICTURE, content.readAllBytes());
        }
        assertEquals(4, to.resident("New", Role.STUDENT).id());
        sql(to, "insert into messages (room_id, seq, kind, at, post, posts) values (1, 5, 'POSTED', 1, 1, 3)");
        assertTrue(!from.query("select epoch from hostel").equals(to.query("select epoch from hostel")));
    }

    @Test
    void aHostelInWhichSomethingHasHappenedTakesNoneIn() throws IOException {
        fill();
        export(from, "from", file);
        to.resident("Somebody", Role.STUDENT);
        assertEquals(
                "hostel-used",
                assertThrows(Refusal.Conflict.class, () -> imports().take(OFFICE))
                        .slug());
        assertThrows(Refusal.NotAllowed.class, () -> imports().take(from.resident("Official", Role.ADMIN)));
    }

    @Test
    void withoutTheFilesFolderNothingIsExported() throws IOException {
        fill();
        var missing = assertThrows(Refusal.Conflict.class, () -> export(from, "not-mounted", file));
        assertEquals("files-missing", missing.slug());
        sql(from, "update files set state = 'REMOVED'");
        export(from, "not-mounted", file);
        digests(file);
    }

    @Test
    void anExportWithAnOldFileMissingIsNoExport() throws IOException {
        fill();
        var hash = (String) from.query("select hash from files where hash is not null");
        var export = new HostelExport(
                from.transfer(),
                new TransferSettings(file, "test"),
                from,
                blobs("from"),
                new FilePresence(from, blobs("from")),
                new AuditTrail(),
                Clock.systemUTC());
        try (var started = export.begin(OFFICE);
                var out = Files.newOutputStream(file)) {
            blobs("from").remove(hash);
            assertThrows(IOException.class, () -> started.writeTo(out));
        }
        assertThrows(NotAnExport.class, () -> digests(file));
    }

    @Test
    void whatIsNoWholeExportChangesNothing() throws IOException {
        fill();
        export(from, "from", file);
        var whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 100));
        assertEquals("damaged-file", refused());
        Files.writeString(file, "notes");
        assertEquals("not-an-export", refused());
        tamper(whole, "tables/messages.jsonl");
        assertEquals("damaged-file", refused());
        tamper(whole, "tables/register_slips.jsonl");
        assertEquals("damaged-file", refused());
        assertEquals("0", String.valueOf(to.query("select count(*) from users")));
        assertEquals("1", String.valueOf(to.query("select count(*) from rooms")));
        Files.write(file, whole);
        assertEquals(2, imports().take(OFFICE).people());
    }

    /** Writes the export with another digit in one of its entries. */
    private void tamper(byte[] whole, String name) throws IOException {
        try (var in = new ZipInputStream(new ByteArrayInputStream(whole));
                var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
                var content = in.readAllBytes();
                if (entry.getName().equals(name)) {
                    var text = new String(content, StandardCharsets.UTF_8);
                    content = text.replaceFirst("1", "2").getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(content);
            }
        }
    }

    @Test
    void whereverAByteHasChangedItIsFoundOrHoldsNothing() throws IOException {
        fill();
        export(from, "from", file);
        var whole = Files.readAllBytes(file);
        var digests = digests(file);
        var changed = folder.resolve("changed.zip");
        for (var at = 0; at < whole.length; at += 37) {
            var bytes = whole.clone();
            bytes[at] ^= 0x55;
            Files.write(changed, bytes);
            try {
                assertEquals(digests, digests(changed));
            } catch (NotAnExport found) {
                assertTrue(found.reason() != null);
            }
        }
    }

    private String refused() {
        return assertThrows(Refusal.Unacceptable.class, () -> imports().take(OFFICE))
                .slug();
    }
}
