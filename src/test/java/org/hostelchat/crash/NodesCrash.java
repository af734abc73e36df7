package org.hostelchat.crash;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hostelchat.support.Api;
import org.hostelchat.support.CuttableLine;
import org.hostelchat.support.FreePorts;
import org.hostelchat.support.FrontDoor;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Pause;
import org.hostelchat.support.PostgresCluster;
import org.hostelchat.support.Residents.Person;

/**
 * Several nodes over one PostgreSQL database, behind a port that sends each connection to any of them. While people post,
 * nodes are killed, frozen and cut off from the database, and the database is killed. The nodes send their hints over the
 * data grid, but for the last one, which is not in it: to and from that one every hint is lost.
 */
final class NodesCrash {

    /** What may happen. */
    enum Trouble {
        A_NODE_IS_KILLED,
        A_NODE_IS_FROZEN,
        A_NODE_LOSES_THE_DATABASE,
        THE_DATABASE_IS_KILLED
    }

    /** A node, and its connection to the database. */
    private record Node(HostelServer server, CuttableLine database) {}

    private static final int MOST_UNANSWERED = 40;

    private final int people;
    private final int count;
    private final List<Trouble> troubles;
    private final long seed;
    private final Random random;
    private final List<Node> nodes = new ArrayList<>();

    NodesCrash(int people, int count, List<Trouble> troubles, long seed) {
        this.people = people;
        this.count = count;
        this.troubles = troubles;
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** Returns the violations; prints what was done. */
    List<String> run() throws IOException, SQLException {
        System.out.println(count + " nodes, " + troubles + ", seed " + seed);
        var chatters = new ArrayList<UnreliableClient>();
        try (var postgres = PostgresCluster.open()) {
            startNodes(postgres);
            try (var door = new FrontDoor(
                    nodes.stream().map(node -> node.server().port()).toList())) {
                for (var i = 0; i < people; i++) {
                    chatters.add(new UnreliableClient(
                            resident(door, i), door.port(), count, MOST_UNANSWERED, 0, random.nextLong()));
                }
                for (var trouble : troubles) {
                    Pause.millis(1_000 + random.nextInt(3_000));
                    var unanswered = chatters.stream()
                            .mapToInt(client -> client.notebook().unanswered())
                            .sum();
                    System.out.println(trouble + ": " + unanswered + " posts unanswered");
                    happens(trouble, postgres, door);
                }
                Pause.millis(1_000);
                ServerCrash.settle(chatters);
                return report(postgres, chatters);
            } finally {
                chatters.forEach(UnreliableClient::close);
                nodes.forEach(node -> {
                    node.server().close();
                    node.database().close();
                });
            }
        }
    }

    private void startNodes(PostgresCluster postgres) {
        var ports = new ArrayList<Integer>();
        for (var i = 0; i < count - 1; i++) ports.add(FreePorts.next());
        var members =
                String.join(",", ports.stream().map(port -> "127.0.0.1:" + port).toList());
        for (var i = 0; i < count; i++) {
            var line = new CuttableLine(postgres.port());
            var setup = HostelServer.with()
                    .over(postgres)
                    .setting(
                            "hostel.database.url",
                            postgres.url().replace(":" + postgres.port() + "/", ":" + line.port() + "/"))
                    .setting("hostel.flood.burst", 0)
                    .setting("hostel.flood.rate", 0);
            if (i < ports.size())
                setup.flag(
                        "--members", members, "--cluster-interface", "127.0.0.1", "--cluster-port", "" + ports.get(i));
            nodes.add(new Node(setup.start(), line));
        }
    }

    /** Somebody who calls whatever node the door chooses. */
    private Person resident(FrontDoor door, int number) {
        var made = nodes.get(0).server().residents().student("Talker " + (number + 1));
        var api = new Api(door.url());
        made.api().cookieJar().forEach(api::cookie);
        return new Person(made.id(), made.name(), made.enrolmentNumber(), made.password(), api);
    }

    private void happens(Trouble trouble, PostgresCluster postgres, FrontDoor door) throws IOException {
        var node = nodes.get(random.nextInt(nodes.size()));
        // Longer than a lease, so that the others give the node up and take over what it held.
        var absence = 9_000 + random.nextInt(3_000);
        switch (trouble) {
            case A_NODE_IS_KILLED -> {
                node.server().kill();
                door.leaveOut(node.server().port());
                node.server().restart();
                door.takeIn(node.server().port());
            }
            case A_NODE_IS_FROZEN -> {
                signal("-STOP", node);
                Pause.millis(absence);
                signal("-CONT", node);
            }
            case A_NODE_LOSES_THE_DATABASE -> {
                node.database().cut();
                Pause.millis(absence);
                node.database().mend();
            }
            case THE_DATABASE_IS_KILLED -> {
                postgres.crash();
                Pause.millis(random.nextInt(3_000));
                postgres.start();
            }
        }
    }

    private static void signal(String which, Node node) throws IOException {
        try {
            new ProcessBuilder("kill", which, "" + node.server().pid()).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private List<String> report(PostgresCluster postgres, List<UnreliableClient> chatters) throws SQLException {
        StoredState stored;
        try (var connection = postgres.connect()) {
            stored = new StoredState(connection);
        }
        var acknowledged = chatters.stream()
                .mapToInt(client -> client.notebook().acknowledged().size())
                .sum();
        var wrong =
                stored.compare(chatters.stream().map(UnreliableClient::notebook).toList());
        wrong.addAll(ServerCrash.checkHistories(chatters, seed));
        if (acknowledged != stored.posts()) wrong.add(acknowledged + " acknowledged, " + stored.posts() + " stored");
        if (stored.deeds() == 0) wrong.add("nothing was edited or deleted");
        System.out.println(acknowledged + " posts acknowledged, " + stored.posts() + " stored, " + stored.deeds()
                + " edits and deletions, "
                + chatters.stream().mapToInt(UnreliableClient::broken).sum() + " lines broken by the clients, seed "
                + seed);
        return wrong;
    }
}
