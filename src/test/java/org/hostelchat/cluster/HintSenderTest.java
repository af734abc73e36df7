package org.hostelchat.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.hostelchat.support.Pause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HintSenderTest {

    private final HintSender sender = new HintSender();
    private final List<List<Hint>> sent = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch open = new CountDownLatch(1);

    /** Holds the first message back until the test opens the way. */
    private boolean send(long[] numbers) {
        sent.add(HintCodec.decode(numbers));
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    @AfterEach
    void stop() {
        open.countDown();
        sender.stop();
    }

    private void startAmongOthers() {
        sender.setAlone(false);
        sender.start(this::send, Thread::new);
        sender.send(new Hint.ChangesAppended(1));
        Pause.until("the first one is on its way", Duration.ofSeconds(20), () -> sent.size() == 1);
    }

    @Test
    void hintsThatWaitBecomeOneMessageWithTheLatestOfEachRoom() {
        startAmongOthers();
        sender.send(new Hint.RoomExtended(7, 3));
        sender.send(new Hint.RoomExtended(7, 5));
        sender.send(new Hint.RoomExtended(7, 4));
        sender.send(new Hint.RoomExtended(8, 1));
        sender.send(new Hint.ReadMarkMoved(2, 7, 9, false));
        sender.send(new Hint.ReadMarkMoved(2, 7, 4, true));
        sender.send(new Hint.Typing(2, 7));
        open.countDown();
        Pause.until("sent", Duration.ofSeconds(20), () -> sent.size() == 2);
        assertEquals(
                List.of(
                        new Hint.RoomExtended(7, 5),
                        new Hint.RoomExtended(8, 1),
                        new Hint.ReadMarkMoved(2, 7, 4, true),
                        new Hint.Typing(2, 7)),
                sent.get(1));
    }

    @Test
    void aNumberThatIsNotKnownStaysUnknown() {
        startAmongOthers();
        sender.send(new Hint.RoomExtended(7, Hint.RoomExtended.UNKNOWN));
        sender.send(new Hint.RoomExtended(7, 5));
        open.countDown();
        Pause.until("sent", Duration.ofSeconds(20), () -> sent.size() == 2);
        assertEquals(List.of(new Hint.RoomExtended(7, Hint.RoomExtended.UNKNOWN)), sent.get(1));
    }

    @Test
    void whatIsTooMuchIsDroppedAndCounted() {
        startAmongOthers();
        for (var room = 0; room < HintSender.MOST_WAITING + 100; room++) sender.send(new Hint.RoomExtended(room, 1));
        open.countDown();
        var all = 1 + HintSender.MOST_WAITING;
        Pause.until("sent", Duration.ofSeconds(20), () -> sender.sent() == all);
        assertEquals(1, sender.lost());
        assertTrue(sent.stream().allMatch(each -> each.size() * HintCodec.WIDTH <= RoomHints.MOST_NUMBERS));
    }

    @Test
    void aSingleNodeSendsNothing() {
        sender.start(this::send, Thread::new);
        sender.send(new Hint.RoomExtended(7, 3));
        sender.setAlone(false);
        sender.send(new Hint.RoomExtended(8, 3));
        Pause.until("sent", Duration.ofSeconds(20), () -> !sent.isEmpty());
        assertEquals(List.of(List.of(new Hint.RoomExtended(8, 3))), sent);
    }

    @Test
    void hintsOfLaterVersionsAreIgnored() {
        var numbers = HintCodec.encode(List.of(new Hint.RoomExtended(7, 3), new Hint.ChangesAppended(4)));
        numbers[0] = 99;
        assertEquals(List.of(new Hint.ChangesAppended(4)), HintCodec.decode(numbers));
        assertEquals(List.of(), HintCodec.decode(new long[] {1, 2, 3}));
    }
}
