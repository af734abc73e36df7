package org.hostelchat.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hostelchat.bench.load.Client;
import org.hostelchat.bench.load.ClientPool;
import org.hostelchat.bench.load.PostLog;
import org.hostelchat.bench.load.Poster;
import org.hostelchat.support.Pause;

/**
 * What several nodes over one PostgreSQL database cost, how soon a post on the first is seen on the others, and how many
 * posts all of them store together. Four parts for each arrangement: hardly any load, which shows how long hints take;
 * {@code --rate} posts a second on the first node while {@code --connected} connections are spread over all; a closed loop
 * in which {@code --senders} people, spread over all, keep {@code --window} posts under way; and nobody connected at all.
 */
final class NodesScenario implements Scenario {

    private static final int QUIET_RATE = 20;
    private static final int QUIET_SECONDS = 8;

    @Override
    public void run(Options options, Report report) throws Exception {
        for (var count : options.list("nodes")) {
            try (var target = new NodesTarget(options, Integer.parseInt(count))) {
                var row = new ReportRow()
                        .with("nodes", count)
                        .with("hints", options.text("hints"))
                        .with("connected", options.number("connected"))
                        .with("rate", options.number("rate"))
                        .with("senders", options.number("senders"))
                        .with("window", options.number("window"));
                acks(target, options, options.number("warmup"), new ReportRow());
                quiet(target, options, row);
                talk(target, options, row);
                acks(target, options, options.number("seconds"), row);
                idle(target, row);
                report.add(row);
            }
        }
    }

    /** Two connections to each node: nothing but the way of a message. */
    private static void quiet(NodesTarget target, Options options, ReportRow row) throws IOException {
        var pools = join(target, 2 * target.addresses().size());
        try {
            var poster = Poster.open(pools.get(0).first(1), pools.get(0).posts(), options.number("body"), QUIET_RATE);
            measure(pools, QUIET_SECONDS);
            poster.close();
            settle(pools);
            latency(pools, "quiet", row);
        } finally {
            for (var pool : pools) pool.close();
        }
    }

    private static void talk(NodesTarget target, Options options, ReportRow row) throws IOException {
        var pools = join(target, options.number("connected"));
        try {
            var senders = pools.get(0).first(options.number("senders"));
            var poster = Poster.open(senders, pools.get(0).posts(), options.number("body"), options.number("rate"));
            Pause.millis(2_000);
            var before = target.cpuSeconds();
            measure(pools, options.number("seconds"));
            var after = target.cpuSeconds();
            poster.close();
            row.figure("talk missing", settle(pools));
            latency(pools, "talk", row);
            row.latency("talk ack", pools.get(0).tally().acknowledgement);
            cpu("talk", before, after, options.number("seconds"), row);
        } finally {
            for (var pool : pools) pool.close();
        }
    }

    private static void acks(NodesTarget target, Options options, int seconds, ReportRow row) throws IOException {
        var pools = join(target, options.number("senders"));
        try {
            List<Client> senders = new ArrayList<>();
            for (var pool : pools) senders.addAll(pool.first(pool.size()));
            var poster = Poster.closed(
                    senders,
                    pools.get(0).posts(),
                    options.number("body"),
                    () -> acknowledged(pools) + options.number("window"));
            Pause.millis(2_000);
            var commits = target.commits();
            var before = target.cpuSeconds();
            var acknowledged = acknowledged(pools);
            measure(pools, seconds);
            acknowledged = acknowledged(pools) - acknowledged;
            var after = target.cpuSeconds();
            commits(commits, target.commits(), row);
            poster.close();
            row.figure("acks missing", settle(pools)).figure("acks per s", (double) acknowledged / seconds);
            cpu("acks", before, after, seconds, row);
        } finally {
            for (var pool : pools) pool.close();
        }
    }

    private static void commits(double[] before, double[] after, ReportRow row) {
        var commits = after[0] - before[0];
        row.figure("acks commit ms", (after[1] - before[1]) / commits / 1e6)
                .figure("acks posts per commit", (after[2] - before[2]) / commits);
    }

    private static void idle(NodesTarget target, ReportRow row) {
        Pause.millis(2_000);
        var before = target.cpuSeconds();
        Pause.millis(1_000L * QUIET_SECONDS);
        cpu("idle", before, target.cpuSeconds(), QUIET_SECONDS, row);
    }

    /** Spreads connections over the nodes, a pool for each. */
    private static List<ClientPool> join(NodesTarget target, int connections) throws IOException {
        var posts = new PostLog();
        var nodes = target.addresses();
        var pools = new ArrayList<ClientPool>();
        for (var node : nodes) pools.add(ClientPool.join(node, target.people(), connections / nodes.size(), posts));
        return pools;
    }

    private static void measure(List<ClientPool> pools, int seconds) {
        var from = System.nanoTime();
        for (var pool : pools) pool.tally().measureFrom(from);
        Pause.millis(1_000L * seconds);
        var until = System.nanoTime();
        for (var pool : pools) pool.tally().measureUntil(until);
    }

    private static long acknowledged(List<ClientPool> pools) {
        return pools.stream().mapToLong(pool -> pool.tally().acknowledged()).sum();
    }

    /** Waits until everything is acknowledged and delivered everywhere. Returns how much is not. */
    private static long settle(List<ClientPool> pools) {
        var posts = pools.get(0).posts();
        for (var tries = 0; tries < 600 && acknowledged(pools) < posts.posted(); tries++) Pause.millis(50);
        return posts.posted()
                - acknowledged(pools)
                + posts.contradictions()
                + pools.stream()
                        .mapToLong(pool -> pool.lacking(30)
                                + pool.tally().missing()
                                + pool.tally().doubles()
                                + pool.tally().disorder())
                        .sum();
    }

    private static void latency(List<ClientPool> pools, String part, ReportRow row) {
        row.latency(part + " same node", pools.get(0).tally().delivery);
        if (pools.size() > 1) row.latency(part + " other node", pools.get(1).tally().delivery);
    }

    private static void cpu(String part, double[] before, double[] after, int seconds, ReportRow row) {
        for (var i = 0; i < before.length; i++) {
            var whose = i < before.length - 2 ? "node " + (i + 1) : i == before.length - 2 ? "database" : "load";
            row.figure(part + " cores of " + whose, (after[i] - before[i]) / seconds);
        }
    }
}
