package org.hostelchat.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.hostelchat.crash.History.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asha sends tea and milk, Ravi sends sugar: every way in which the histories can be wrong is found and reported. */
class HistoryCheckerTest {

    private static final String TEA = id(1);
    private static final String MILK = id(2);
    private static final String SUGAR = id(3);

    private static String id(int number) {
        return "0e8b6a52-1111-4222-8333-%012d".formatted(number);
    }

    private static History asha(Step... steps) {
        return new History("आशा", 0, steps);
    }

    private static History ravi(Step... steps) {
        return new History("ரவி", 0, steps);
    }

    private static Step sent(String id) {
        return new Step.Sent(id);
    }

    private static Step acknowledged(String id, long seq) {
        return new Step.Acknowledged(id, seq);
    }

    private static Step refused(String id) {
        return new Step.Refused(id);
    }

    private static Step read(long seq, String what) {
        return new Step.Read(seq, what);
    }

    private static void assertFine(History... histories) {
        assertEquals(List.of(), HistoryChecker.check(List.of(histories)));
    }

    private static void assertFault(String words, History... histories) {
        var faults = HistoryChecker.check(List.of(histories));
        assertTrue(faults.stream().anyMatch(fault -> fault.contains(words)), faults.toString());
    }

    @Test
    void whatACorrectServerDoesIsFine() {
        assertFine(
                asha(
                        sent(TEA),
                        acknowledged(TEA, 1),
                        sent(MILK),
                        read(1, TEA),
                        sent(MILK),
                        read(2, SUGAR),
                        acknowledged(MILK, 3),
                        read(3, MILK),
                        read(4, "deleted:1")),
                ravi(sent(SUGAR), acknowledged(SUGAR, 2), read(1, "tombstone"), read(2, SUGAR), read(3, MILK)),
                new History("come later", 2, read(3, MILK), read(4, "deleted:1")));
        assertFine();
    }

    @Test
    void anAcknowledgedPostThatNobodyReadsIsLost() {
        assertFault("lost: acknowledged as 2, where nobody", asha(sent(TEA), acknowledged(TEA, 2)), ravi(read(1, "x")));
    }

    @Test
    void anAcknowledgedPostInWhosePlaceAnotherIsReadIsLost() {
        assertFault(
                "lost: acknowledged as 1, where " + SUGAR,
                asha(sent(TEA), acknowledged(TEA, 1)),
                ravi(sent(SUGAR), read(1, SUGAR)));
    }

    @Test
    void aPostThatStandsTwiceIsDoubled() {
        assertFault("stands at 1 and at 2", asha(sent(TEA), read(1, TEA), read(2, TEA)));
    }

    @Test
    void whatIsReadTwiceIsDoubled() {
        assertFault("read 1 twice", asha(sent(TEA), read(1, TEA), read(1, TEA)));
    }

    @Test
    void aPostIsAcknowledgedOnce() {
        assertFault(
                "acknowledged as 1 and again as 1",
                asha(sent(TEA), acknowledged(TEA, 1), acknowledged(TEA, 1), read(1, TEA)));
        assertFault(
                "acknowledged as 1 and again as 2",
                asha(sent(TEA), acknowledged(TEA, 1), acknowledged(TEA, 2), read(1, TEA)));
    }

    @Test
    void aNumberIsGivenOnce() {
        assertFault(
                "both acknowledged as 1",
                asha(sent(TEA), acknowledged(TEA, 1), read(1, TEA)),
                ravi(sent(SUGAR), acknowledged(SUGAR, 1)));
    }

    @Test
    void twoReadersOfTwoOrdersAreFound() {
        assertFault(
                "number 1 is " + TEA + " to others and " + MILK,
                asha(sent(TEA), sent(MILK), read(1, TEA), read(2, MILK)),
                ravi(read(1, MILK), read(2, TEA)));
    }

    @Test
    void whatIsReadOutOfTurnIsFound() {
        assertFault("read 1 out of turn, after 2", asha(sent(TEA), sent(MILK), read(2, MILK), read(1, TEA)));
    }

    @Test
    void aHoleIsFound() {
        assertFault("read 3 next after 1", asha(sent(TEA), sent(MILK), read(1, TEA), read(3, MILK)));
        assertFault("read 9 next after 7", new History("come later", 7, read(9, "edited:1")));
    }

    @Test
    void whatNobodySentIsAPhantom() {
        assertFault("nobody sent what stands at 1", asha(read(1, TEA)));
        assertFault("who did not send it", asha(sent(TEA)), ravi(acknowledged(TEA, 1), read(1, TEA)));
    }

    @Test
    void oneIdIsOneClients() {
        assertFault("sent by आशा and by ரவி", asha(sent(TEA)), ravi(sent(TEA)));
    }

    @Test
    void whatOneSentStandsInTheOrderInWhichItWasSent() {
        var swapped = new Step[] {
            sent(TEA), sent(MILK), acknowledged(MILK, 1), acknowledged(TEA, 2), read(1, MILK), read(2, TEA)
        };
        assertFault("sent later what stands earlier, at 1", asha(swapped));
        var history = asha(swapped);
        history.add(refused(TEA));
        assertFine(history);
    }

    @Test
    void aFileTellsTheSameAgain(@TempDir Path folder) {
        var history = new History(
                "आशा राव 7", 41, sent(TEA), refused(TEA), sent(TEA), acknowledged(TEA, 42), read(42, "edited:7"));
        var file = folder.resolve("crash/asha.history");
        history.write(file);
        var again = History.read(file);
        assertEquals(history.steps(), again.steps());
        assertEquals("आशा राव 7 from 41", again.owner() + " from " + again.base());
    }
}
