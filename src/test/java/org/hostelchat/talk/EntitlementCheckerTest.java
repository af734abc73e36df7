package org.hostelchat.talk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hostelchat.talk.Evidence.Absence;
import org.hostelchat.talk.Evidence.Place;
import org.hostelchat.talk.Evidence.Sent;
import org.hostelchat.talk.Evidence.Witness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A small group: Asha made it and says tea, sugar and milk; Ravi was out while she said sugar. Every way in which what they were told can be
 * wrong is found.
 */
class EntitlementCheckerTest {

    private static final long ROOM = 7;
    private static final long ASHA = 1;
    private static final long RAVI = 2;
    private static final long FILE = 40;

    private final Event tea = Event.post(1, ASHA, "t", "tea");
    private final Event thumb = new Event(2, "reacted", RAVI, null, null, 1, "👍", true, List.of());
    private final Event sugar = Event.post(3, ASHA, "s", "sugar", FILE);
    private final Event milk = Event.post(4, ASHA, "m", "milk");
    private final Event better = new Event(5, "edited", ASHA, null, "cold milk", 4, null, false, List.of());
    private final Item coldMilk = new Item(4, "cold milk", Map.of(), Set.of());

    private Evidence evidence;
    private Witness asha;
    private Witness ravi;

    @BeforeEach
    void talk() {
        evidence = new Evidence();
        evidence.rooms.put(ROOM, new Place(ROOM, "Circle", 5, false));
        evidence.members.put(ROOM, new HashSet<>(Set.of(ASHA, RAVI)));
        evidence.absences.add(new Absence(RAVI, ROOM, 25, 35));
        for (var event : List.of(tea, sugar, milk))
            evidence.sent.add(new Sent(
                    event.clientId(), ASHA, ROOM, event.seq() * 10 - 1, event.seq() * 10 + 1, event.seq(), false));
        asha = witness(ASHA, "Asha", stay(0, tea, thumb, sugar, milk, better));
        ravi = witness(RAVI, "Ravi", stay(0, tea, thumb), stay(3, milk, better));
        asha.history.put(
                ROOM,
                List.of(
                        new Item(1, "tea", Map.of("👍", Set.of(RAVI)), Set.of()),
                        new Item(3, "sugar", Map.of(), Set.of(FILE)),
                        coldMilk));
        ravi.history.put(ROOM, List.of(coldMilk));
        asha.readsFile.put(FILE, true);
        ravi.readsFile.put(FILE, false);
    }

    private Witness witness(long person, String name, Stay... stays) {
        var witness = new Witness(person, name);
        witness.stays(ROOM).addAll(List.of(stays));
        for (var i = 0; i < stays.length - 1; i++) stays[i].end();
        evidence.witnesses.add(witness);
        return witness;
    }

    private static Stay stay(long base, Event... events) {
        var stay = new Stay(base);
        List.of(events).forEach(stay::add);
        return stay;
    }

    private List<Event> told(Witness witness, int stay) {
        return witness.stays(ROOM).get(stay).events();
    }

    private void assertFault(String words) {
        var faults = EntitlementChecker.check(evidence);
        assertTrue(faults.stream().anyMatch(fault -> fault.contains(words)), faults.toString());
    }

    @Test
    void whatACorrectServerDoesIsFine() {
        assertEquals(List.of(), EntitlementChecker.check(evidence));
    }

    @Test
    void aHoleARepetitionAndAnotherOrderAreFound() {
        told(asha, 0).remove(1);
        assertFault("told 3 where 2 is next");
        told(asha, 0).add(1, tea);
        assertFault("told 1 where 2 is next");
    }

    @Test
    void whatIsMissingAtTheEndIsFound() {
        told(ravi, 1).remove(1);
        assertFault("Ravi: told up to 4 of 5");
        evidence.rooms.put(ROOM, new Place(ROOM, "Circle", 6, false));
        assertFault("nobody was told 6");
    }

    @Test
    void whatWasSaidWhileOneWasOutIsNotTold() {
        ravi.stays(ROOM).set(1, stay(2, sugar, milk, better));
        assertFault("Ravi: told 3, which was said while they were not there");
    }

    @Test
    void norReadAfterwards() {
        ravi.history.put(ROOM, List.of(new Item(3, "sugar", Map.of(), Set.of(FILE)), coldMilk));
        assertFault("Ravi: reads 3, which was said while they were not there");
    }

    @Test
    void whatIsAcknowledgedStandsThereOnceAndWhatIsRefusedDoesNot() {
        evidence.sent.set(0, new Sent("x", ASHA, ROOM, 9, 11, 1, false));
        assertFault("acknowledged as 1, stands at null");
        evidence.sent.set(0, new Sent("t", ASHA, ROOM, 9, 11, 2, false));
        assertFault("acknowledged as 2, stands at 1");
        evidence.sent.set(0, new Sent("t", ASHA, ROOM, 9, 11, 0, true));
        assertFault("refused, and stands at 1");
        told(asha, 0).set(2, Event.post(3, ASHA, "t", "sugar"));
        assertFault("stands at 1 and at 3");
    }

    @Test
    void twoReadersOfTwoTalksAreFound() {
        told(ravi, 1).set(0, Event.post(4, RAVI, "m", "milk"));
        assertFault("Ravi: 4 is ");
    }

    @Test
    void theHistoryIsWhatTheEventsMakeOfIt() {
        asha.history.put(ROOM, List.of(Item.gone(1), asha.history.get(ROOM).get(1), coldMilk));
        assertFault("Asha: reads Item[seq=1, body=null");
        asha.history.put(ROOM, List.of(asha.history.get(ROOM).get(1), coldMilk));
        assertFault("Asha: reads null for Item[seq=1");
    }

    @Test
    void reactionsEndAsTheyWereMade() {
        asha.history.put(
                ROOM,
                List.of(
                        new Item(1, "tea", Map.of(), Set.of()),
                        asha.history.get(ROOM).get(1),
                        coldMilk));
        assertFault("reactions={👍=[2]}");
    }

    @Test
    void aFileIsReadByExactlyThoseWhoMay() {
        ravi.readsFile.put(FILE, true);
        assertFault("Ravi: reads file 40 of 3");
        ravi.readsFile.put(FILE, false);
        asha.readsFile.put(FILE, false);
        assertFault("Asha: can't read file 40 of 3");
    }

    @Test
    void whoIsOutReadsNothingAndIsToldSo() {
        evidence.members.get(ROOM).remove(RAVI);
        assertFault("Ravi: was not told that it is over");
        assertFault("Ravi: reads it from outside");
    }
}
