package org.hostelchat.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.hostelchat.language.Phrase;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Transactions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A read mark only increases, counts at once, and is stored later. */
@EachEngine
class ReadMarksTest extends RoomTest {

    private long stored(long userId, long room) {
        return ((Number) house.database.query("select coalesce(max(read_seq), -1) from read_marks where user_id = "
                        + userId + " and room_id = " + room))
                .longValue();
    }

    private static ReadMarks.Buffered upTo(long seq) {
        return new ReadMarks.Buffered(seq, false);
    }

    @Test
    void whatIsMarkedAsUnreadStaysSoStoredOrNotUntilOneReadsOn() {
        house.happen(Room.COMMON, 9);
        house.marks.advance(house.asha.id(), Room.COMMON, 8);
        house.marks.save();
        house.marks.advance(house.asha.id(), Room.COMMON, 9);
        house.marks.retreat(house.asha.id(), Room.COMMON, 4);
        assertEquals(4, read());
        house.marks.save();
        assertEquals(4, read());
        assertEquals(4, stored(house.asha.id(), Room.COMMON));
        house.marks.retreat(house.asha.id(), Room.COMMON, 2);
        house.marks.advance(house.asha.id(), Room.COMMON, 3);
        house.marks.save();
        assertEquals(3, read());
    }

    private long read() {
        return house.rooms.view(house.asha.id(), Room.COMMON).read();
    }

    @Test
    void theFurthestCountsStoredOrNot() {
        house.happen(Room.COMMON, 9);
        house.marks.advance(house.asha.id(), Room.COMMON, 5);
        house.marks.advance(house.asha.id(), Room.COMMON, 3);
        assertEquals(5, read());
        house.marks.save();
        assertEquals(5, stored(house.asha.id(), Room.COMMON));
        house.marks.advance(house.asha.id(), Room.COMMON, 4);
        assertEquals(5, read());
        house.marks.save();
        assertEquals(5, stored(house.asha.id(), Room.COMMON));
        assertEquals(Map.of(), house.marks.unsaved(house.asha.id()));
    }

    @Test
    void eachPersonAndRoomHasItsOwn() {
        var discussion = house.discussion();
        house.marks.advance(house.asha.id(), Room.COMMON, 1);
        house.marks.advance(house.asha.id(), discussion, 2);
        house.marks.advance(house.ravi.id(), Room.COMMON, 3);
        assertEquals(Map.of(Room.COMMON, upTo(1), discussion, upTo(2)), house.marks.unsaved(house.asha.id()));
        assertEquals(Map.of(Room.COMMON, upTo(3)), house.marks.unsaved(house.ravi.id()));
    }

    @Test
    void whoIsErasedMeanwhileOrARoomThatIsNotThereKeepsNobodyElsesFromBeingStored() {
        house.marks.advance(4711, Room.COMMON, 1);
        house.marks.advance(house.ravi.id(), 4711, 1);
        house.marks.advance(house.ravi.id(), Room.COMMON, 7);
        house.marks.save();
        assertEquals(7, stored(house.ravi.id(), Room.COMMON));
        assertEquals(-1, stored(4711, Room.COMMON));
    }

    @Test
    void moreThanOnePartOfThemIsStored() {
        var rooms = LongStream.range(0, 130).map(i -> house.discussion()).toArray();
        for (var room : rooms) house.marks.advance(house.asha.id(), room, 1);
        house.marks.save();
        for (var room : rooms) assertEquals(1, stored(house.asha.id(), room));
    }

    @Test
    void marksOfEverybodyPassOverThoseThatAreStored() {
        house.marks.advance(house.asha.id(), Room.COMMON, 9);
        house.marks.save();
        beginAtFive();
        assertEquals(9, stored(house.asha.id(), Room.COMMON));
        assertEquals(5, stored(house.ravi.id(), Room.COMMON));
    }

    @Test
    void marksOfEverybodyPassOverThoseThatAreStoredMeanwhile() throws Exception {
        Assumptions.assumeTrue(engine == Engine.POSTGRESQL, "SQLite has one writer at a time");
        var everybody = house.database.write(em -> {
            ReadMarks.store(em, house.asha.id(), Room.COMMON, 9);
            var beginning = CompletableFuture.runAsync(this::beginAtFive);
            // It waits for what is not committed yet.
            assertThrows(TimeoutException.class, () -> beginning.get(2, TimeUnit.SECONDS));
            return beginning;
        });
        everybody.get(1, TimeUnit.MINUTES);
        assertEquals(9, stored(house.asha.id(), Room.COMMON));
        assertEquals(5, stored(house.ravi.id(), Room.COMMON));
    }

    private void beginAtFive() {
        house.database.write(em -> {
            ReadMarks.beginAt(em, Room.COMMON, 5);
            return null;
        });
    }

    /** A mark that moves on while it is being stored is not forgotten. */
    @Test
    void whatIsNotStoredStaysNoted() {
        var marks = new ReadMarks[1];
        var busy = new Transactions() {
            private boolean refuses = true;

            @Override
            public <T> T write(Function<EntityManager, T> work) {
                marks[0].advance(house.asha.id(), Room.COMMON, 8);
                if (refuses)
                    throw new Refusal.Unavailable("storage-busy", Phrase.of("storage.busy"), Duration.ofSeconds(1));
                return house.database.write(work);
            }

            @Override
            public <T> T read(Function<EntityManager, T> work) {
                return house.database.read(work);
            }
        };
        marks[0] = new ReadMarks(busy);
        marks[0].advance(house.asha.id(), Room.COMMON, 6);
        assertThrows(Refusal.Unavailable.class, marks[0]::save);
        assertEquals(Map.of(Room.COMMON, upTo(8)), marks[0].unsaved(house.asha.id()));
        busy.refuses = false;
        marks[0].save();
        assertEquals(8, stored(house.asha.id(), Room.COMMON));
    }
}
