package org.hostelchat.crash;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hostelchat.crash.History.Step;

/**
 * Finds in clients' {@link History histories} what no correct server could have shown them, in the way of Elle: without
 * looking into the database. The clients must have stayed until everything was answered and read. There must be one
 * order of events such that
 * <ul>
 * <li>each client read it from its beginning on, without gaps, duplicates or changes of order;
 * <li>two clients read the same under the same number, unless it was deleted in between;
 * <li>nothing was read or acknowledged that nobody sent, and each post occurs once;
 * <li>each post is acknowledged at most once, with the number under which it is read;
 * <li>a client's posts are in the order in which it first sent them, unless one was refused in between. </ul>
 */
final class HistoryChecker {

    private static final String TOMBSTONE = "tombstone";
    private static final Pattern CLIENT_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Map<String, String> senders = new HashMap<>();
    private final TreeMap<Long, String> order = new TreeMap<>();
    private final Map<Long, String> acknowledged = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    private HistoryChecker() {}

    /** The violations found; empty if there are none. */
    static List<String> check(Collection<History> histories) {
        var checker = new HistoryChecker();
        histories.forEach(checker::enterSent);
        histories.forEach(checker::checkRead);
        checker.checkOrder();
        histories.forEach(checker::checkAnswers);
        histories.forEach(checker::checkOwnOrder);
        return checker.faults;
    }

    private void enterSent(History history) {
        for (var sent : history.steps(Step.Sent.class)) {
            var before = senders.putIfAbsent(sent.clientId(), history.owner());
            if (before != null && !before.equals(history.owner())) {
                faults.add("sent by " + before + " and by " + history.owner() + ": " + sent.clientId());
            }
        }
    }

    private void checkRead(History history) {
        var held = history.base();
        var numbers = new HashSet<Long>();
        for (var read : history.steps(Step.Read.class)) {
            if (!numbers.add(read.seq())) {
                faults.add(history.owner() + " read " + read.seq() + " twice");
            } else if (read.seq() <= held) {
                faults.add(history.owner() + " read " + read.seq() + " out of turn, after " + held);
            } else if (read.seq() > held + 1) {
                faults.add(history.owner() + " read " + read.seq() + " next after " + held);
            }
            held = Math.max(held, read.seq());
            agree(history, read);
        }
    }

    /** Of two forms the one with content is kept: the other only says that it was deleted. */
    private void agree(History history, Step.Read read) {
        var known = order.putIfAbsent(read.seq(), read.what());
        if (known == null || known.equals(read.what()) || read.what().equals(TOMBSTONE)) return;
        if (known.equals(TOMBSTONE)) order.put(read.seq(), read.what());
        else
            faults.add("number " + read.seq() + " is " + known + " to others and " + read.what() + " to "
                    + history.owner());
    }

    private void checkOrder() {
        var numbers = new HashMap<String, Long>();
        order.forEach((seq, what) -> {
            if (!CLIENT_ID.matcher(what).matches()) return;
            var before = numbers.putIfAbsent(what, seq);
            if (before != null) faults.add("stands at " + before + " and at " + seq + ": " + what);
            if (!senders.containsKey(what)) faults.add("nobody sent what stands at " + seq + ": " + what);
        });
    }

    private void checkAnswers(History history) {
        var answers = new HashMap<String, Long>();
        for (var answer : history.steps(Step.Acknowledged.class)) {
            var id = answer.clientId();
            var before = answers.putIfAbsent(id, answer.seq());
            if (before != null) {
                faults.add("acknowledged as " + before + " and again as " + answer.seq() + ": " + id);
                continue;
            }
            if (!history.owner().equals(senders.get(id))) {
                faults.add("acknowledged to " + history.owner() + ", who did not send it: " + id);
            }
            var other = acknowledged.putIfAbsent(answer.seq(), id);
            if (other != null) faults.add("both acknowledged as " + answer.seq() + ": " + other + " and " + id);
            var stands = order.get(answer.seq());
            if (!id.equals(stands) && !TOMBSTONE.equals(stands)) {
                faults.add("lost: acknowledged as " + answer.seq() + ", where "
                        + (stands == null ? "nobody reads anything: " : stands + " is read: ") + id);
            }
        }
    }

    private void checkOwnOrder(History history) {
        var answers = new HashMap<String, Long>();
        history.steps(Step.Acknowledged.class).forEach(answer -> answers.put(answer.clientId(), answer.seq()));
        history.steps(Step.Refused.class).forEach(refused -> answers.remove(refused.clientId()));
        var last = 0L;
        for (var id : history.steps(Step.Sent.class).stream()
                .map(Step.Sent::clientId)
                .distinct()
                .toList()) {
            var seq = answers.get(id);
            if (seq == null) continue;
            if (seq < last) faults.add(history.owner() + " sent later what stands earlier, at " + seq + ": " + id);
            last = Math.max(last, seq);
        }
    }
}
