package org.hostelchat.attachment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.platform.files.FolderBlobStore;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.RoomAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** From the first byte of a file to the last trace of it. */
@EachEngine
class FilesTest {

    private static final long MB = 1024 * 1024;

    @Parameter
    Engine engine;

    @TempDir
    private Path folder;

    private BareDatabase database;
    private FolderBlobStore blobs;
    private Uploads uploads;
    private FileReading reading;
    private FileUpkeep upkeep;
    private Caller asha;
    private Caller ravi;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        blobs = new FolderBlobStore(folder.resolve("files"));
        uploads = new Uploads(
                database,
                blobs,
                new Quota(database, blobs, new FileSettings(2 * MB, 3 * MB, 100 * MB)),
                Clock.systemUTC());
        reading = new FileReading(database, new RoomAccess(database), blobs);
        upkeep = new FileUpkeep(database, blobs);
        asha = database.resident("आशा राव", Role.STUDENT);
        ravi = database.resident("ரவி", Role.STUDENT);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    private AttachedFile upload(Caller who, String name, byte[] bytes) {
        var id = uploads.begin(who, name, bytes.length).id();
        append(who, id, 0, bytes);
        return uploads.complete(who, id, null);
    }

    private UploadProgress append(Caller who, long id, long offset, byte[] piece) {
        return uploads.append(who, id, offset, piece.length, new ByteArrayInputStream(piece));
    }

    private byte[] read(Caller who, long id) throws IOException {
        try (var in = Channels.newInputStream(reading.open(reading.file(who, id)))) {
            return in.readAllBytes();
        }
    }

    private void post(AttachedFile file, long seq) {
        database.write(em -> {
            var posted = PostedFiles.lookUp(em, List.of(file.id()));
            posted.post(posted.of(asha.id(), List.of(file.id())), 1, seq);
            return null;
        });
    }

    /** Everything below the folder of files but names: what the disk has. */
    private String disk() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(folder.resolve("files"))) {
            for (var file : files.filter(Files::isRegularFile).toList())
                all.append(Pictures.latin(Files.readAllBytes(file)));
        }
        return all.toString();
    }

    @Test
    void anUploadGoesOnWhereItWas() throws IOException {
        var bytes = bytes(300_000);
        var begun = uploads.begin(asha, "../मेनू.bin", bytes.length);
        assertEquals("मेनू.bin", begun.name());
        append(asha, begun.id(), 0, Arrays.copyOfRange(bytes, 0, 100_000));
        assertEquals(100_000, uploads.progress(asha, begun.id()).offset());
        for (var wrong : new long[] {0, 99_999, 100_001, Long.MAX_VALUE}) {
            assertThrows(Refusal.Conflict.class, () -> append(asha, begun.id(), wrong, new byte[10]));
        }
        assertThrows(Refusal.Conflict.class, () -> uploads.complete(asha, begun.id(), null), "not all of it");
        assertThrows(
                Refusal.Unacceptable.class, () -> append(asha, begun.id(), 100_000, new byte[200_001]), "too much");
        append(asha, begun.id(), 100_000, Arrays.copyOfRange(bytes, 100_000, 300_000));
        var file = uploads.complete(asha, begun.id(), "application/x-anything");
        assertEquals(
                new AttachedFile(begun.id(), "मेनू.bin", "application/octet-stream", 300_000, null, null, false), file);
        assertEquals(file, uploads.complete(asha, begun.id(), null), "a repeat");
        assertEquals(300_000, uploads.progress(asha, begun.id()).offset());
        assertThrows(Refusal.Conflict.class, () -> append(asha, begun.id(), 300_000, new byte[1]));
        assertArrayEquals(bytes, read(asha, file.id()));
    }

    @Test
    void nobodyElseSeesOrTouchesIt() throws IOException {
        var begun = uploads.begin(asha, "a", 10);
        assertThrows(Refusal.NotFound.class, () -> append(ravi, begun.id(), 0, new byte[10]));
        assertThrows(Refusal.NotFound.class, () -> uploads.progress(ravi, begun.id()));
        assertThrows(Refusal.NotFound.class, () -> uploads.complete(ravi, begun.id(), null));
        uploads.cancel(ravi, begun.id());
        append(asha, begun.id(), 0, new byte[10]);
        assertThrows(Refusal.NotFound.class, () -> reading.file(asha, begun.id()), "not complete");
        var file = uploads.complete(asha, begun.id(), null);
        assertThrows(Refusal.NotFound.class, () -> reading.file(ravi, file.id()), "not posted");
        assertEquals(10, read(asha, file.id()).length);
        post(file, 1);
        assertEquals(10, read(ravi, file.id()).length);
        assertThrows(Refusal.Conflict.class, () -> uploads.cancel(asha, file.id()));
    }

    @Test
    void whatIsPostedIsOnesOwnCompleteAndUnused() {
        var file = upload(asha, "a", bytes(10));
        var begun = uploads.begin(asha, "b", 10).id();
        var theirs = upload(ravi, "c", bytes(10));
        post(file, 1);
        for (var id : new long[] {file.id(), begun, theirs.id(), 4711}) {
            var refusal = assertThrows(
                    Refusal.Unacceptable.class,
                    () -> database.write(
                            em -> PostedFiles.lookUp(em, List.of(id)).of(asha.id(), List.of(id))));
            assertEquals("files", refusal.violations().get(0).field());
        }
    }

    @Test
    void aPictureHasASizeAndAPreviewAndNoPlace() throws IOException {
        var picture = upload(asha, "photo.jpg", Pictures.photo(400, 300));
        assertEquals(
                new AttachedFile(picture.id(), "photo.jpg", "image/jpeg", picture.size(), 300L, 400L, false), picture);
        assertFalse(disk().contains("GPS"));
        assertEquals(read(asha, picture.id()).length, picture.size());
        assertThrows(
                Refusal.WrongType.class, () -> uploads.preview(asha, picture.id(), Pictures.latin("<svg onload='x'>")));
        assertThrows(
                Refusal.TooLarge.class, () -> uploads.preview(asha, picture.id(), bytes(Uploads.LARGEST_PREVIEW + 1)));
        assertTrue(uploads.preview(asha, picture.id(), Pictures.jpeg(40, 30)).preview());
        assertEquals("image/jpeg", reading.preview(asha, picture.id()).type());
        assertThrows(Refusal.NotFound.class, () -> reading.preview(ravi, picture.id()));
        assertTrue(uploads.preview(asha, picture.id(), Pictures.jpeg(40, 30)).preview(), "a repeat");
        assertThrows(Refusal.Conflict.class, () -> uploads.preview(asha, picture.id(), Pictures.jpeg(41, 30)));
        post(picture, 1);
        assertTrue(reading.preview(ravi, picture.id()).isShown());
        assertThrows(Refusal.Conflict.class, () -> uploads.preview(asha, picture.id(), Pictures.jpeg(40, 30)));
    }

    @Test
    void whatOnlyClaimsToBeAPictureIsRefused() {
        var svg = Pictures.latin("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
        var id = uploads.begin(asha, "a.png", svg.length).id();
        append(asha, id, 0, svg);
        assertThrows(Refusal.WrongType.class, () -> uploads.complete(asha, id, "image/png"));
        var kept = uploads.complete(asha, id, "image/svg+xml");
        assertEquals("application/octet-stream", kept.type());
        assertFalse(reading.file(asha, kept.id()).isShown());
    }

    /** As just bytes it would keep the place where it was taken. */
    @Test
    void aPictureThatCannotLoseItsPlaceIsRefusedWhateverItIsSaidToBe() throws IOException {
        var huge = Pictures.png(2, 2);
        huge[18] = huge[22] = 0x7f;
        var photo = Pictures.photo(400, 300);
        var webp = Pictures.webp(400, 300);
        for (var broken : new byte[][] {Arrays.copyOf(photo, 300), Arrays.copyOf(webp, 40), huge}) {
            for (var claimed : new String[] {null, "application/octet-stream", "image/jpeg", "image/heic"}) {
                var id = uploads.begin(asha, "a.bin", broken.length).id();
                append(asha, id, 0, broken);
                assertThrows(Refusal.WrongType.class, () -> uploads.complete(asha, id, claimed));
                uploads.cancel(asha, id);
            }
        }
        upkeep.removeTaken();
        assertEquals("", disk());
        assertEquals(
                "application/octet-stream",
                upload(asha, "a.gif", Pictures.latin("GIF89a")).type());
    }

    @Test
    void aDiskThatHasBecomeFullTakesNoMorePiecesAndPreviews() {
        var space = new AtomicLong(Long.MAX_VALUE);
        var filling = new FolderBlobStore(folder.resolve("files")) {
            @Override
            public long space() {
                return space.get();
            }
        };
        var limits = new FileSettings(2 * MB, 3 * MB, 100 * MB);
        uploads = new Uploads(database, filling, new Quota(database, filling, limits), Clock.systemUTC());
        var picture = upload(asha, "a.jpg", Pictures.jpeg(40, 30));
        var begun = uploads.begin(asha, "b", 100).id();
        space.set(256 * MB + 9);
        assertEquals(9, append(asha, begun, 0, bytes(9)).offset());
        assertThrows(Refusal.NoSpace.class, () -> append(asha, begun, 9, bytes(10)));
        assertEquals(9, uploads.progress(asha, begun).offset(), "nothing of it is kept");
        assertThrows(Refusal.NoSpace.class, () -> uploads.preview(asha, picture.id(), Pictures.jpeg(4, 3)));
        space.set(Long.MAX_VALUE);
        assertTrue(uploads.preview(asha, picture.id(), Pictures.jpeg(4, 3)).preview());
        assertEquals(100, append(asha, begun, 9, bytes(91)).offset());
    }

    @Test
    void aPreviewCountsAsOneOfTheLargest() {
        var picture = upload(asha, "a.jpg", Pictures.jpeg(40, 30));
        uploads.preview(asha, picture.id(), Pictures.jpeg(4, 3));
        uploads.begin(asha, "b", 2 * MB);
        var left = MB - picture.size() - Uploads.LARGEST_PREVIEW;
        assertThrows(Refusal.NoSpace.class, () -> uploads.begin(asha, "c", left + 1));
        uploads.begin(asha, "c", left);
    }

    @Test
    void filesOfAClosedRoomAreRemoved() throws IOException {
        var posted = upload(asha, "a", bytes(60));
        post(posted, 1);
        upkeep.takeOfClosedRooms();
        upkeep.removeTaken();
        assertEquals(60, read(ravi, posted.id()).length, "the room is open");
        var loose = upload(asha, "b", bytes(70));
        database.write(em -> em.createNativeQuery("update rooms set closed_at = 1 where id = 1")
                .executeUpdate());
        upkeep.takeOfClosedRooms();
        upkeep.removeTaken();
        assertEquals(70, disk().length(), "only that of the room is gone");
        assertEquals(70, read(asha, loose.id()).length);
    }

    @Test
    void limitsHoldForAFileAPersonAndTheDisk() {
        assertThrows(Refusal.TooLarge.class, () -> uploads.begin(asha, "a", 2 * MB + 1));
        for (var none : new long[] {0, -1, Long.MIN_VALUE}) {
            assertThrows(Refusal.Unacceptable.class, () -> uploads.begin(asha, "a", none));
        }
        uploads.begin(asha, "a", 2 * MB);
        assertThrows(Refusal.NoSpace.class, () -> uploads.begin(asha, "b", MB + 1));
        assertEquals(
                507,
                assertThrows(Refusal.NoSpace.class, () -> uploads.begin(asha, "b", 2 * MB))
                        .problem()
                        .status());
        uploads.begin(ravi, "b", 2 * MB);
        for (var i = 0; i < Quota.MOST_LOOSE - 1; i++) uploads.begin(asha, "small", 1);
        assertThrows(Refusal.NoSpace.class, () -> uploads.begin(asha, "small", 1), "too many at once");
        var little = new Quota(database, blobs, new FileSettings(2 * MB, 100 * MB, 5 * MB));
        assertThrows(Refusal.NoSpace.class, () -> new Uploads(database, blobs, little, Clock.systemUTC())
                .begin(ravi, "c", MB + 1));
    }

    @Test
    void whatTwoShareStaysUntilTheLastIsGone() throws IOException {
        var words = "The mess is closed. ".repeat(50);
        var first = upload(asha, "a.txt", Pictures.latin(words));
        var second = upload(asha, "b.txt", Pictures.latin(words));
        assertEquals(words, disk(), "once on the disk");
        post(first, 1);
        post(second, 2);
        remove(1);
        upkeep.removeTaken();
        assertThrows(Refusal.NotFound.class, () -> reading.file(asha, first.id()));
        assertEquals(words.length(), read(ravi, second.id()).length);
        remove(2);
        upkeep.removeTaken();
        assertEquals("", disk());
        assertEquals(0, ((Number) database.query("select count(*) from files")).intValue());
    }

    private void remove(long seq) {
        database.write(em -> {
            PostedFiles.removeOf(em, 1, seq);
            return null;
        });
    }

    @Test
    void whoIsErasedTakesAllOfTheirFilesAlong() throws IOException {
        var posted = upload(asha, "posted.jpg", Pictures.jpeg(400, 300));
        uploads.preview(asha, posted.id(), Pictures.jpeg(40, 30));
        post(posted, 1);
        upload(asha, "unposted", bytes(60));
        append(asha, uploads.begin(asha, "unfinished", 100).id(), 0, bytes(50));
        var kept = upload(ravi, "kept", bytes(70));
        database.write(em -> {
            PostedFiles.removeAllOf(em, asha.id());
            return em.createNativeQuery("delete from users where id = " + asha.id())
                    .executeUpdate();
        });
        assertThrows(Refusal.NotFound.class, () -> reading.file(ravi, posted.id()), "at once");
        upkeep.removeTaken();
        assertEquals(70, disk().length(), "previews and pieces too");
        assertEquals(70, read(ravi, kept.id()).length);
    }

    @Test
    void whatNobodyPostsIsGoneAfterADay() throws IOException {
        var begun = uploads.begin(asha, "unfinished", 100).id();
        append(asha, begun, 0, bytes(50));
        var ready = upload(asha, "unposted", bytes(60));
        var posted = upload(asha, "posted", bytes(70));
        post(posted, 1);
        upkeep.takeLoose(Instant.now());
        upkeep.removeTaken();
        assertEquals(180, disk().length(), "not yet");
        upkeep.takeLoose(Instant.now().plus(FileUpkeep.LOOSE).plusSeconds(1));
        upkeep.removeTaken();
        assertEquals(70, disk().length());
        assertThrows(Refusal.NotFound.class, () -> uploads.progress(asha, begun));
        assertThrows(Refusal.NotFound.class, () -> reading.file(asha, ready.id()));
    }

    @Test
    void whatACrashLeftBehindIsFound() throws IOException {
        var kept = upload(asha, "kept", bytes(60));
        var staged = blobs.stage(new ByteArrayInputStream(bytes(1000)), (in, out) -> in.transferTo(out));
        blobs.keep(staged);
        blobs.discard(staged);
        upkeep.removeStray(Instant.now());
        assertEquals(1060, disk().length(), "it may be about to be committed");
        upkeep.removeStray(Instant.now().plus(Duration.ofHours(2)));
        assertEquals(60, disk().length());
        assertEquals(60, read(asha, kept.id()).length);
    }

    @Test
    void aCancelledOneIsGoneFromTheDisk() throws IOException {
        var begun = uploads.begin(asha, "a", 100).id();
        append(asha, begun, 0, bytes(50));
        uploads.cancel(asha, begun);
        uploads.cancel(asha, begun);
        upkeep.removeTaken();
        assertEquals("", disk());
        assertNotEquals(begun, uploads.begin(asha, "a", 100).id(), "no number is given twice");
    }

    @Test
    void whatMessagesSayOfFilesIsReadBackAsItWas() {
        var files = List.of(
                new AttachedFile(1, "மெனு – ₹ \"a\".jpg", "image/jpeg", 12, 3L, 4L, true),
                new AttachedFile(2, "b", "application/pdf", 5, null, null, false));
        assertEquals(files, AttachedFile.read(AttachedFile.stored(files)));
        assertEquals(List.of(), AttachedFile.read(AttachedFile.stored(List.of())));
    }
}
