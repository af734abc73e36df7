package org.hostelchat.ops;

import java.time.Duration;
import java.util.List;
import org.hostelchat.support.Api;
import org.hostelchat.support.FreePorts;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Pause;
import org.hostelchat.support.PostgresCluster;
import org.hostelchat.support.Residents.Person;

/** Two servers over one PostgreSQL database, with the data grid between them. */
final class TwoNodes implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    final PostgresCluster postgres = PostgresCluster.open();

    /** The first one's port of the grid. */
    final int gridPort = FreePorts.next();

    final HostelServer first;
    final HostelServer second;

    TwoNodes() {
        var other = FreePorts.next();
        var members = "127.0.0.1:" + gridPort + ",127.0.0.1:" + other;
        first = node(members, gridPort);
        second = node(members, other);
        awaitNodes(2);
    }

    private HostelServer node(String members, int port) {
        return HostelServer.with()
                .over(postgres)
                .flag("--members", members, "--cluster-port", "" + port, "--cluster-interface", "127.0.0.1")
                .start();
    }

    void awaitNodes(int count) {
        for (var node : List.of(first, second)) awaitMetric(node, "hostel_nodes", count);
    }

    static void awaitMetric(HostelServer node, String name, int value) {
        Pause.until(name + " is " + value, PATIENCE, () -> has(node, name, value));
    }

    static boolean has(HostelServer node, String name, int value) {
        return node.operator()
                .get("/metrics")
                .expect(200)
                .body()
                .lines()
                .anyMatch(line -> line.startsWith(name) && line.endsWith(" " + value + ".0"));
    }

    /** A person's session of the first node, used at another one. */
    static Api at(HostelServer node, Person person) {
        var api = new Api(node.url());
        person.api().cookieJar().forEach(api::cookie);
        return api;
    }

    @Override
    public void close() {
        second.close();
        first.close();
        postgres.close();
    }
}
