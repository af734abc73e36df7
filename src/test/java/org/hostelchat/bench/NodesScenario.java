package org.hostelchat.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.hostelchat.support.FreePorts;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Pause;
import org.hostelchat.support.PostgresCluster;
import org.hostelchat.support.Residents.Person;

/**
 * What several nodes over one PostgreSQL database cost, and how soon a post on one is seen on another: one node, two with
 * hints by {@code NOTIFY}, and two with the data grid. {@code --connected} connections are spread over the nodes; one
 * person posts {@code --rate} times a second on the first node.
 */
final class NodesScenario implements Scenario {

    private static final long COMMON = 1;

    /** What carries hints. */
    private enum Hints {
        NONE,
        NOTIFY,
        GRID
    }

    @Override
    public void run(Options options, Report report) throws IOException {
        for (var hints : Hints.values()) {
            try (var postgres = PostgresCluster.open()) {
                var nodes = start(options, postgres, hints);
                try {
                    measure(nodes, hints, options, options.number("warmup"));
                    report.add(measure(nodes, hints, options, options.number("seconds")));
                } finally {
                    nodes.forEach(HostelServer::close);
                }
            }
        }
    }

    private static List<HostelServer> start(Options options, PostgresCluster postgres, Hints hints) {
        var ports = List.of(FreePorts.next(), FreePorts.next());
        var nodes = new ArrayList<HostelServer>();
        for (var i = 0; i < (hints == Hints.NONE ? 1 : 2); i++) {
            var setup = HostelServer.with()
                    .over(postgres)
                    .jvm(options.text("jvm"))
                    .setting("hostel.gc", options.text("gc"))
                    .setting("hostel.flood.burst", 0)
                    .setting("hostel.flood.rate", 0);
            if (hints == Hints.GRID) {
                setup.flag("--members", "127.0.0.1:" + ports.get(0) + ",127.0.0.1:" + ports.get(1))
                        .flag("--cluster-interface", "127.0.0.1", "--cluster-port", "" + ports.get(i));
            }
            nodes.add(setup.start());
        }
        // Until the nodes know of each other.
        Pause.millis(5_000);
        return nodes;
    }

    private static ReportRow measure(List<HostelServer> nodes, Hints hints, Options options, int seconds) {
        Map<String, Long> meantAt = new ConcurrentHashMap<>();
        Histogram here = new ConcurrentHistogram(3);
        Histogram there = new ConcurrentHistogram(3);
        var client = HttpClient.newHttpClient();
        var connections = new ArrayList<CampusConnection>();
        var asha = nodes.get(0).residents().student("Asha");
        try {
            for (var i = 0; i < options.number("connected"); i++) {
                var histogram = i % nodes.size() == 0 ? here : there;
                connections.add(connection(client, nodes.get(i % nodes.size()), asha, meantAt, histogram));
            }
            var before = nodes.stream()
                    .mapToDouble(node -> Proc.cpuSeconds(node.pid()))
                    .toArray();
            post(connections.get(0), options, seconds, meantAt);
            Pause.millis(4_000);
            var row = new ReportRow()
                    .with("nodes", nodes.size())
                    .with("hints", hints)
                    .with("connected", connections.size())
                    .with("rate", options.number("rate"))
                    .figure("posts", meantAt.size())
                    .figure("deliveries", here.getTotalCount() + there.getTotalCount())
                    .latency("same node", here)
                    .latency("other node", there);
            for (var i = 0; i < nodes.size(); i++) {
                var used = Proc.cpuSeconds(nodes.get(i).pid()) - before[i];
                row.figure("cpu s of node " + (i + 1), used);
            }
            return row;
        } finally {
            connections.forEach(CampusConnection::close);
        }
    }

    private static CampusConnection connection(
            HttpClient client, HostelServer node, Person person, Map<String, Long> meantAt, Histogram histogram) {
        return new CampusConnection(client, node.url(), person.api().cookies(), id -> {
            var meant = meantAt.get(id);
            if (meant != null) histogram.recordValue(System.nanoTime() - meant);
        });
    }

    private static void post(CampusConnection by, Options options, int seconds, Map<String, Long> meantAt) {
        var body = "x".repeat(options.number("body"));
        OpenLoop.run(options.number("rate"), seconds, due -> {
            var id = UUID.randomUUID().toString();
            meantAt.put(id, due);
            by.post(COMMON, id, body);
        });
    }
}
