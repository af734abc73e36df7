package org.hostelchat.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.hostelchat.bench.load.Credentials;
import org.hostelchat.support.FreePorts;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Pause;
import org.hostelchat.support.PostgresCluster;

/** Several nodes over one PostgreSQL database of their own, with no balancer in front. */
final class NodesTarget implements AutoCloseable {

    private final PostgresCluster postgres = PostgresCluster.open();
    private final List<HostelServer> nodes = new ArrayList<>();
    private final List<Credentials> people;

    NodesTarget(Options options, int count) throws IOException {
        var ports = Stream.generate(FreePorts::next).limit(count).toList();
        // The first one makes the tables; the others start side by side.
        nodes.add(setup(options, ports, 0).start());
        var others = new ArrayList<CompletableFuture<HostelServer>>();
        for (var i = 1; i < count; i++) {
            var setup = setup(options, ports, i);
            others.add(CompletableFuture.supplyAsync(setup::start));
        }
        others.forEach(other -> nodes.add(other.join()));
        var file = Files.createTempFile("nodes", ".tsv");
        people = new Accounts(nodes.get(0), file).signedIn(options.number("accounts"));
        Files.delete(file);
        // Until all nodes know of each other, and do not look for missed events each second any more.
        Pause.millis(5_000);
    }

    private HostelServer.Setup setup(Options options, List<Integer> ports, int number) {
        var setup = HostelServer.with()
                .over(postgres)
                .jvm(options.text("jvm"))
                .setting("hostel.gc", options.text("gc"))
                .setting("hostel.flood.burst", 0)
                .setting("hostel.flood.rate", 0)
                .setting("hostel.live.connections-per-user", 100_000);
        if (options.text("hints").equals("grid")) {
            var members = ports.stream().map(port -> "127.0.0.1:" + port).toList();
            setup.flag("--members", String.join(",", members))
                    .flag("--cluster-interface", "127.0.0.1", "--cluster-port", "" + ports.get(number));
        }
        return setup;
    }

    List<InetSocketAddress> addresses() {
        return nodes.stream()
                .map(node -> new InetSocketAddress(InetAddress.getLoopbackAddress(), node.port()))
                .toList();
    }

    List<Credentials> people() {
        return people;
    }

    /** Processor seconds so far: of each node, of the database, of this process. */
    double[] cpuSeconds() {
        var each =
                nodes.stream().mapToDouble(node -> Proc.cpuSeconds(node.pid())).boxed();
        var database = postgres.processes()
                .mapToDouble(process -> Proc.cpuSeconds(process.pid()))
                .sum();
        var load = Proc.cpuSeconds(ProcessHandle.current().pid());
        return Stream.concat(each, Stream.of(database, load))
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** The writers' transactions so far on all nodes, how long they took in nanoseconds, and the posts that they stored. */
    double[] commits() {
        return Stream.of("hostel_commits_total", "hostel_commit_nanoseconds_total", "hostel_posts_total")
                .mapToDouble(name ->
                        nodes.stream().mapToDouble(node -> metric(node, name)).sum())
                .toArray();
    }

    private static double metric(HostelServer node, String name) {
        return node.operator()
                .get("/metrics")
                .expect(200)
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Override
    public void close() {
        nodes.forEach(HostelServer::close);
        postgres.close();
    }
}
