package org.hostelchat.owndata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.hostelchat.attachment.FileSettings;
import org.hostelchat.attachment.Quota;
import org.hostelchat.attachment.Uploads;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.platform.files.FolderBlobStore;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.support.MovableClock;
import org.hostelchat.wire.OwnDataArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What people get of what is held of them. */
@EachEngine
class OwnDataTest {

    private static final int MESSAGES = 1_203;

    @Parameter
    Engine engine;

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();
    private BareDatabase database;
    private FolderBlobStore blobs;
    private OwnData data;
    private Caller asha;
    private Caller ravi;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        blobs = new FolderBlobStore(folder.resolve("files"));
        data = new OwnData(database, blobs, new AuditLog(), clock, clock.elapsed());
        asha = database.resident("आशा राव", Role.STUDENT).authenticated(clock.instant());
        ravi = database.resident("Ravi", Role.STUDENT).authenticated(clock.instant());
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** Every third message is Ravi's. */
    private void talk() {
        database.write(em -> {
            for (var seq = 1; seq <= MESSAGES; seq++) {
                var isRavis = seq % 3 == 0;
                em.createNativeQuery("insert into messages (room_id, seq, kind, author_id, at, body, post, posts)"
                                + " values (1, ?1, 'POSTED', ?2, 5, ?3, 1, ?1)")
                        .setParameter(1, seq)
                        .setParameter(2, isRavis ? ravi.id() : asha.id())
                        .setParameter(3, isRavis ? "Ravi's" : "चाय \"" + seq)
                        .executeUpdate();
            }
            return null;
        });
    }

    private static Map<String, byte[]> unpacked(OwnData.Copy copy) throws IOException {
        var packed = new ByteArrayOutputStream();
        OwnDataArchive.write(copy, packed);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    @Test
    void isAllOfOnesOwnAndNothingOfOthers() throws IOException {
        talk();
        database.write(em -> em.createNativeQuery(
                        "insert into reactions (room_id, target, emoji, user_id, seq) values (1, 3, '👍', ?1, 9)")
                .setParameter(1, asha.id())
                .executeUpdate());
        var bytes = "menu".getBytes(StandardCharsets.UTF_8);
        var uploads = new Uploads(
                database,
                blobs,
                new Quota(database, blobs, new FileSettings(1_000_000, 2_000_000, 3_000_000)),
                Clock.systemUTC());
        var upload = uploads.begin(asha, "../मेनू.txt", bytes.length).id();
        uploads.append(asha, upload, 0, bytes.length, new ByteArrayInputStream(bytes));
        var file = uploads.complete(asha, upload, null);

        Map<String, byte[]> entries;
        try (var copy = data.begin(asha)) {
            entries = unpacked(copy);
        }

        var messages = new String(entries.get("messages.jsonl"), StandardCharsets.UTF_8);
        assertEquals(MESSAGES - MESSAGES / 3, messages.lines().count());
        assertTrue(
                messages.startsWith(
                        "{\"room\":1,\"seq\":1,\"at\":5,\"body\":\"चाय \\\"1\",\"replyTo\":null,\"editedAt\":null}\n"),
                messages.substring(0, 100));
        assertFalse(messages.contains("Ravi's"));
        assertEquals(
                "{\"room\":1,\"seq\":3,\"emoji\":\"👍\"}\n",
                new String(entries.get("reactions.jsonl"), StandardCharsets.UTF_8));
        assertArrayEquals(bytes, entries.get("files/" + file.id() + ".txt"));
        var account = new String(entries.get("account.jsonl"), StandardCharsets.UTF_8);
        assertTrue(account.contains("आशा राव"), account);
        assertFalse(account.toLowerCase(java.util.Locale.ROOT).contains("hash"), account);
        assertEquals(14, entries.size(), entries.keySet().toString());
    }

    @Test
    void asksForThePasswordAndIsGivenOnceInAWhile() {
        assertThrows(
                Refusal.NotAllowed.class,
                () -> data.begin(asha.authenticated(clock.instant().minus(Duration.ofMinutes(11)))));
        assertThrows(Refusal.NotAllowed.class, () -> data.begin(Caller.OPERATOR));
        assertThrows(Refusal.NotAllowed.class, () -> data.begin(asha.byToken(1, "script")));
        data.begin(asha).close();
        assertThrows(Refusal.TooFast.class, () -> data.begin(asha));
        data.begin(ravi).close();
        clock.moveOn(Duration.ofMinutes(OwnData.MINUTES));
        data.begin(asha.authenticated(clock.instant())).close();
    }

    @Test
    void nobodyTakesTwoAtOnce() {
        var first = data.begin(asha);
        clock.moveOn(Duration.ofMinutes(OwnData.MINUTES));
        var later = asha.authenticated(clock.instant());
        assertThrows(Refusal.TooFast.class, () -> data.begin(later));
        first.close();
        data.begin(later).close();
    }

    @Test
    void othersWhoReadSlowlyKeepNobodyFromTheirsUnlessTheyAreVeryMany() throws IOException {
        var copies = new ArrayList<OwnData.Copy>();
        for (var i = 0; i < OwnData.MOST_SENT - 1; i++) {
            copies.add(data.begin(database.resident("Reader " + i, Role.STUDENT).authenticated(clock.instant())));
        }
        try (var own = data.begin(asha)) {
            assertFalse(unpacked(own).isEmpty());
            assertThrows(Refusal.Unavailable.class, () -> data.begin(ravi));
        }
        data.begin(ravi).close();
        copies.forEach(OwnData.Copy::close);
    }

    @Test
    void holdsWhyOneIsMutedWhatOneReportedAndWhatOneChose() throws IOException {
        talk();
        database.write(em -> {
            em.createNativeQuery("update users set muted_until = 99, muted_why = 'Too loud' where id = ?1")
                    .setParameter(1, asha.id())
                    .executeUpdate();
            for (var person : List.of(asha, ravi)) {
                em.createNativeQuery("insert into reports (room_id, seq, user_id, first_seq, why, at)"
                                + " values (1, 3, ?1, 1, ?2, 7)")
                        .setParameter(1, person.id())
                        .setParameter(2, person.equals(asha) ? "It hurts me" : "Ravi's reason")
                        .executeUpdate();
            }
            em.createNativeQuery("insert into notification_choices (user_id, level, sound, words, quiet_from, quiet_to)"
                            + " select id, 'ALL', active, active, 1320, 360 from users where id = ?1")
                    .setParameter(1, asha.id())
                    .executeUpdate();
            return null;
        });
        Map<String, byte[]> entries;
        try (var copy = data.begin(asha)) {
            entries = unpacked(copy);
        }
        assertTrue(text(entries, "account").contains("\"mutedWhy\":\"Too loud\""), text(entries, "account"));
        assertTrue(text(entries, "reports").contains("It hurts me"));
        assertFalse(text(entries, "reports").contains("Ravi's reason"));
        assertEquals(
                "{\"person\":" + asha.id()
                        + ",\"level\":\"ALL\",\"sound\":1,\"words\":1,\"quietFrom\":1320,\"quietTo\":360}\n",
                text(entries, "notifications"));
    }

    private static String text(Map<String, byte[]> entries, String part) {
        return new String(entries.get(part + ".jsonl"), StandardCharsets.UTF_8);
    }
}
