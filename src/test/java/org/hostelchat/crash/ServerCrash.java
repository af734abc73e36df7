package org.hostelchat.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hostelchat.support.BuildOutput;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Pause;
import org.hostelchat.support.Residents.Person;

/** Kills the whole server repeatedly while people post. */
final class ServerCrash {

    private static final int MOST_TOLD = 30;

    private final int people;
    private final int kills;
    private final int under;
    private final long seed;

    /** @param under the most unanswered posts of each client */
    ServerCrash(int people, int kills, int under, long seed) {
        this.people = people;
        this.kills = kills;
        this.under = under;
        this.seed = seed;
    }

    /** Returns the violations; prints what was done. */
    List<String> run() {
        System.out.println("Killing the server " + kills + " times, seed " + seed);
        Random random = new Random(seed);
        List<UnreliableClient> chatters = new ArrayList<>();
        HostelServer server = HostelServer.with()
                .setting("hostel.flood.burst", 0)
                .setting("hostel.flood.rate", 0)
                .start();
        try {
            for (int i = 0; i < people; i++) {
                Person person = server.residents().student("Talker " + (i + 1));
                chatters.add(new UnreliableClient(person, server.port(), under, 0, random.nextLong()));
            }
            int unanswered = 0;
            for (int i = 0; i < kills; i++) {
                Pause.millis(1_000 + random.nextInt(4_000));
                server.kill();
                int inFlight = chatters.stream()
                        .mapToInt(c -> c.notebook().unanswered())
                        .sum();
                unanswered += inFlight;
                System.out.println("kill " + (i + 1) + ": " + inFlight + " posts unanswered, "
                        + chatters.get(0).notebook().held() + " seen by the first");
                server.restart();
            }
            Pause.millis(1_000);
            settle(chatters);
            server.stop();
            return report(server, chatters, unanswered);
        } finally {
            chatters.forEach(UnreliableClient::close);
            server.close();
        }
    }

    /** Waits until every post is answered, and all clients hold the same for a while. */
    static void settle(List<UnreliableClient> chatters) {
        chatters.forEach(UnreliableClient::calmDown);
        Pause.until("every post is answered", Duration.ofMinutes(2), () -> chatters.stream()
                .allMatch(c -> c.notebook().unanswered() == 0));
        // Time for data in transit when everything seems to be quiet.
        Pause.millis(1_000);
        long last = chatters.get(0).last();
        Pause.until("everybody holds " + last, Duration.ofMinutes(2), () -> chatters.stream()
                .allMatch(c -> c.notebook().held() >= last));
        Pause.millis(500);
    }

    /** Checks the saved histories, which stay in target/ for inspection. */
    static List<String> checkHistories(List<UnreliableClient> chatters, long seed) {
        var folder = BuildOutput.target().resolve("crash").resolve(Long.toString(seed));
        var histories = new ArrayList<History>();
        for (var i = 0; i < chatters.size(); i++) {
            var file = folder.resolve("client-" + (i + 1) + ".history");
            chatters.get(i).notebook().history().write(file);
            histories.add(History.read(file));
        }
        var faults = HistoryChecker.check(histories);
        return faults.subList(0, Math.min(faults.size(), MOST_TOLD));
    }

    private List<String> report(HostelServer server, List<UnreliableClient> chatters, int unanswered) {
        StoredState ledger = StoredState.ofSqlite(server.data().resolve("hostel.db"));
        int acknowledged = chatters.stream()
                .mapToInt(c -> c.notebook().acknowledged().size())
                .sum();
        List<String> wrong =
                ledger.compare(chatters.stream().map(UnreliableClient::notebook).toList());
        wrong.addAll(checkHistories(chatters, seed));
        if (acknowledged != ledger.posts()) {
            wrong.add(acknowledged + " acknowledged, " + ledger.posts() + " stored");
        }
        if (ledger.deeds() == 0) {
            wrong.add("nothing was edited or deleted");
        }
        if (unanswered == 0) {
            wrong.add("no post was under way at any kill: nothing could be lost");
        }
        System.out.println(acknowledged + " posts acknowledged, " + ledger.posts() + " stored, " + ledger.deeds()
                + " edits and deletions, " + kills + " kills with "
                + unanswered + " posts unanswered at the time, "
                + chatters.stream().mapToInt(UnreliableClient::broken).sum() + " lines broken by the clients, seed "
                + seed);
        return wrong;
    }
}
