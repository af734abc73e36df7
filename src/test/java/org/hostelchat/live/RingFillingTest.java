package org.hostelchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.message.Erasure;
import org.hostelchat.message.MessageDraft;
import org.hostelchat.message.MessageFeed;
import org.hostelchat.message.MessageLog;
import org.hostelchat.message.MessageSettings;
import org.hostelchat.message.MessageWriter;
import org.hostelchat.message.RoomEvent;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.room.Room;
import org.hostelchat.user.UserErasing;
import org.hostelchat.wire.EventForms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A ring is filled by the writer, for reconnecting clients, by the sweep and after an erasure. Whichever of them reads
 * the log while another changes it, the ring finally contains what the log contains, and no deleted text.
 */
class RingFillingTest {

    private static final int CHANGES = 250;

    /** Holds all that is said here, so that those who come back have something to fill. */
    private static final int CAPACITY = 1 << 10;

    @TempDir
    Path folder;

    private final Random random = new Random(7);
    private final AtomicBoolean over = new AtomicBoolean();
    private final ConcurrentLinkedQueue<Throwable> troubles = new ConcurrentLinkedQueue<>();

    @Test
    void theRingHasMessagesInTheirPresentFormWhoeverFilledIt() throws Exception {
        try (var database = new BareDatabase(folder.resolve("hostel.db"))) {
            var log = new MessageLog(database, null);
            var feed = new Feed();
            var writer = new MessageWriter(
                    database, feed, new MessageSettings(1_000, 8, 0, 0), new AuditTrail(), Clock.systemUTC());
            writer.start(Thread::new);
            var asha = database.resident("Asha", Role.STUDENT);
            for (var i = 0; i < 100; i++)
                said(writer, new MessageDraft.Post(asha, 1, UUID.randomUUID(), "before " + i));

            // As after a restart: the ring begins empty behind what was said before.
            feed.ring = new RoomBroadcast(Room.COMMON, log, new EventRing(CAPACITY, 1 << 20, 100));
            var fillers = List.of(
                    again(ring -> ring.reachBackTo(random.nextInt(100)), feed),
                    again(RoomBroadcast::catchUpWithLog, feed));
            var erasure = new Erasure(feed, Clock.systemUTC());
            for (var i = 0; i < CHANGES; i++) {
                said(writer, new MessageDraft.Post(asha, 1, UUID.randomUUID(), "tea " + i));
                var target = 1 + random.nextInt(100 + i);
                said(
                        writer,
                        random.nextInt(4) == 0
                                ? new MessageDraft.Delete(asha, 1, target)
                                : new MessageDraft.Edit(asha, 1, target, "coffee " + i));
                if (i % 50 == 25) eraseSomebodyWhoTalked(database, writer, erasure, asha);
            }
            over.set(true);
            for (var filler : fillers) filler.join();
            writer.stop();

            assertEquals(List.of(), List.copyOf(troubles));
            feed.ring.catchUpWithLog();
            feed.ring.reachBackTo(0);
            assertEquals(logged(log), shown(feed.ring));
        }
    }

    /** And had deleted what somebody else said, which stays deleted, by nobody. */
    private void eraseSomebodyWhoTalked(BareDatabase database, MessageWriter writer, Erasure erasure, Caller other) {
        var leaving = database.resident("Leaving " + random.nextLong(), Role.ADMIN);
        var seqs = new ArrayList<Long>();
        for (var i = 0; i < 3; i++)
            seqs.add(said(writer, new MessageDraft.Post(leaving, 1, UUID.randomUUID(), "bye " + i)));
        said(writer, new MessageDraft.Edit(leaving, 1, seqs.get(0), "see you"));
        said(writer, new MessageDraft.Delete(leaving, 1, seqs.get(1)));
        var others = said(writer, new MessageDraft.Post(other, 1, UUID.randomUUID(), "not for long"));
        said(writer, new MessageDraft.Delete(leaving, 1, others));
        var erasing = database.write(em -> {
            var event = new UserErasing(em, leaving.id(), Caller.OPERATOR);
            erasure.takeWordsAway(event);
            em.createNativeQuery("delete from users where id = ?1")
                    .setParameter(1, leaving.id())
                    .executeUpdate();
            return event;
        });
        erasure.tell(erasing);
    }

    private static long said(MessageWriter writer, MessageDraft draft) {
        return writer.submit(draft)
                .handle((stored, refused) -> stored == null ? 0 : stored.seq())
                .join();
    }

    private Thread again(Consumer<RoomBroadcast> fill, Feed feed) {
        var thread = new Thread(() -> {
            try {
                while (!over.get()) fill.accept(feed.ring);
            } catch (RuntimeException | Error e) {
                troubles.add(e);
            }
        });
        thread.start();
        return thread;
    }

    private static List<JsonObject> logged(MessageLog log) {
        var events = new ArrayList<JsonObject>();
        while (true) {
            var page = log.after(1, events.size(), MessageLog.LARGEST_PAGE);
            if (page.isEmpty()) return events;
            page.forEach(event -> events.add(read(EventForms.EVENT.json(event))));
        }
    }

    private static List<JsonObject> shown(RoomBroadcast ring) {
        var events = new ArrayList<JsonObject>();
        while (events.size() < ring.head()) {
            var frame = read(ring.after(events.size()).frame().text());
            events.addAll(frame.getJsonArray("events").getValuesAs(JsonObject.class));
        }
        return events;
    }

    private static JsonObject read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private static final class Feed implements MessageFeed {
        private volatile RoomBroadcast ring;

        @Override
        public void committed(long room, List<RoomEvent> events) {
            if (ring != null) ring.committed(events);
        }

        @Override
        public void answered() {}

        @Override
        public void changed(long room) {
            if (ring != null) ring.catchUpWithLog();
        }
    }
}
