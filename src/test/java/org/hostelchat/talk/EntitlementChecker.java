package org.hostelchat.talk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hostelchat.talk.Evidence.Absence;
import org.hostelchat.talk.Evidence.Place;
import org.hostelchat.talk.Evidence.Sent;
import org.hostelchat.talk.Evidence.Witness;

/**
 * Finds in an evening's {@link Evidence} what no correct server could have shown. In every room there must be one order of events such that
 * <ul>
 * <li>each client was told it without gaps, repetitions or changes of order, as long as its person was in the room, and up to the end if
 *     they still are;
 * <li>nobody was told, or can read where they may not read the past, what was said while they were certainly not in the room;
 * <li>every acknowledged post is there once, with its number, and none that was refused;
 * <li>the history of everybody who is in the room is what the events make of it, with the same reactions, and whole where the past may be read;
 * <li>a file can be read by those who can read a message that has it, and by nobody else. </ul>
 */
final class EntitlementChecker {

    private final Evidence evidence;
    private final List<String> faults = new ArrayList<>();

    private EntitlementChecker(Evidence evidence) {
        this.evidence = evidence;
    }

    /** The violations found; empty if there are none. */
    static List<String> check(Evidence evidence) {
        var checker = new EntitlementChecker(evidence);
        evidence.witnesses.forEach(witness -> checker.faults.addAll(witness.faults));
        evidence.rooms.values().forEach(checker::check);
        return checker.faults;
    }

    private void check(Place room) {
        var order = new TreeMap<Long, Event>();
        for (var witness : evidence.witnesses) checkStays(room, witness, order);
        for (var seq = 1L; seq <= room.last(); seq++)
            if (!order.containsKey(seq)) faults.add(room.name() + ": nobody was told " + seq);
        checkPosts(room, order);
        for (var witness : evidence.witnesses) checkAbsences(room, witness);
        var talk = new FoldedTalk(order.values());
        for (var witness : evidence.witnesses) {
            checkHistory(room, witness, talk);
            checkFiles(room, witness, talk);
        }
    }

    private void checkStays(Place room, Witness witness, Map<Long, Event> order) {
        var who = room.name() + ", " + witness.name + ": ";
        var held = 0L;
        for (var stay : witness.stays(room.id())) {
            if (stay.base() != Stay.UNKNOWN && stay.base() < held) faults.add(who + "came in before " + held);
            var expected = stay.base() == Stay.UNKNOWN ? 0 : stay.base() + 1;
            for (var event : stay.events()) {
                if (expected > 0 && event.seq() != expected)
                    faults.add(who + "told " + event.seq() + " where " + expected + " is next");
                else if (event.seq() <= held) faults.add(who + "told " + event.seq() + " again, after " + held);
                held = Math.max(held, event.seq());
                expected = event.seq() + 1;
                agree(who, event, order);
            }
        }
        var present = witness.present(room.id());
        if (present != null && present.held() != Stay.UNKNOWN && present.held() < room.last())
            faults.add(who + "told up to " + present.held() + " of " + room.last());
        var isIn = evidence.members.get(room.id()).contains(witness.person);
        if (isIn != (present != null))
            faults.add(who + (isIn ? "is in it and was not told" : "was not told that it is over"));
    }

    private void agree(String who, Event event, Map<Long, Event> order) {
        var known = order.putIfAbsent(event.seq(), event);
        if (known == null) return;
        if (!known.agreesWith(event)) faults.add(who + event.seq() + " is " + event + ", to others " + known);
        if (known.isTombstone()) order.put(event.seq(), event);
    }

    private void checkPosts(Place room, Map<Long, Event> order) {
        var numbers = new HashMap<String, Long>();
        order.values().stream().filter(Event::isPost).forEach(post -> {
            var before = numbers.put(post.clientId(), post.seq());
            if (before != null) faults.add(room.name() + ": stands at " + before + " and at " + post.seq());
        });
        for (var sent : evidence.sent) {
            if (sent.room() != room.id()) continue;
            var stands = numbers.get(sent.clientId());
            var gone = sent.seq() > 0
                    && order.containsKey(sent.seq())
                    && order.get(sent.seq()).isTombstone();
            if (sent.seq() > 0 && !gone && (stands == null || stands != sent.seq()))
                faults.add(room.name() + ": acknowledged as " + sent.seq() + ", stands at " + stands);
            if (sent.refused() && stands != null) faults.add(room.name() + ": refused, and stands at " + stands);
        }
    }

    private void checkAbsences(Place room, Witness witness) {
        for (var absence : evidence.absences) {
            if (absence.room() != room.id() || absence.person() != witness.person) continue;
            for (var sent : evidence.sent) if (isWithin(sent, absence)) checkUnknown(room, witness, sent.seq());
        }
    }

    private static boolean isWithin(Sent sent, Absence absence) {
        return sent.room() == absence.room()
                && sent.seq() > 0
                && sent.sentAt() > absence.from()
                && sent.answeredAt() < absence.to();
    }

    private void checkUnknown(Place room, Witness witness, long seq) {
        var who = room.name() + ", " + witness.name + ": ";
        var told = witness.stays(room.id()).stream()
                .anyMatch(stay -> stay.base() != Stay.UNKNOWN
                        && stay.events().stream().anyMatch(event -> event.seq() == seq && event.isPost()));
        // Who came back while the line was down is told of the past as well, where one may read it.
        var toldLater = !room.wholePast()
                && witness.stays(room.id()).stream()
                        .anyMatch(stay -> stay.events().stream().anyMatch(event -> event.seq() == seq));
        if (told || toldLater) faults.add(who + "told " + seq + ", which was said while they were not there");
        var reads = witness.history.getOrDefault(room.id(), List.of()).stream().anyMatch(item -> item.seq() == seq);
        if (reads && !room.wholePast()) faults.add(who + "reads " + seq + ", which was said while they were not there");
    }

    private void checkHistory(Place room, Witness witness, FoldedTalk talk) {
        var who = room.name() + ", " + witness.name + ": ";
        var history = witness.history.get(room.id());
        if (evidence.members.get(room.id()).contains(witness.person) != (history != null)) {
            faults.add(who + (history == null ? "may not read it" : "reads it from outside"));
            return;
        }
        if (history == null) return;
        var present = witness.present(room.id());
        var first = room.wholePast()
                ? 1
                : history.isEmpty() ? room.last() + 1 : history.get(0).seq();
        var mustHave = present == null || present.base() == Stay.UNKNOWN ? room.last() + 1 : present.base() + 1;
        var expected = talk.from(Math.min(first, mustHave));
        var read = new TreeMap<Long, Item>();
        for (var item : history)
            if (read.put(item.seq(), item) != null) faults.add(who + "reads " + item.seq() + " twice");
        expected.forEach((seq, item) -> {
            if (!item.equals(read.get(seq))) faults.add(who + "reads " + read.get(seq) + " for " + item);
        });
        read.keySet().removeAll(expected.keySet());
        read.values().removeIf(item -> item.body() == null && talk.isUnknown(item.seq()));
        if (!read.isEmpty()) faults.add(who + "reads what nobody said: " + read.values());
    }

    private void checkFiles(Place room, Witness witness, FoldedTalk talk) {
        var history = witness.history.getOrDefault(room.id(), List.of());
        talk.files().forEach((file, seq) -> {
            var may = history.stream()
                    .anyMatch(item -> item.seq() == seq && item.files().contains(file));
            var does = witness.readsFile.get(file);
            if (does != null && does != may)
                faults.add(room.name() + ", " + witness.name + ": " + (does ? "reads" : "can't read") + " file " + file
                        + " of " + seq);
        });
    }
}
