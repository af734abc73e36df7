package org.hostelchat.bench;

/**
 * The model of docs/scale.md, in numbers: no server is started. What one to a hundred nodes need for the same talk, and
 * what the lock of one room permits.
 */
final class ScaleScenario implements Scenario {

    private static final int[] NODES = {1, 2, 3, 5, 10, 20, 50, 100};

    /** Processor milliseconds of a node: to take, store and acknowledge a post that is alone in its transaction. */
    private static final double POST = 3.7;

    /** The same, to read a post of another node from the room's log. */
    private static final double READ = 2.4;

    /** The same, for each connection to which an event is sent. */
    private static final double DELIVER = 0.024;

    /** Cores of a node to which nobody is connected. */
    private static final double IDLE = 0.06;

    /** As {@link #POST}, {@link #READ} and {@link #IDLE}, of the database. */
    private static final double DATABASE_POST = 0.7;

    private static final double DATABASE_READ = 0.125;
    private static final double DATABASE_IDLE = 0.007;

    /** Milliseconds of a transaction with the room's lock, for each post in it, and from an answer to the next post. */
    private static final double COMMIT = 6;

    private static final double ROW = 0.15;
    private static final double TURNAROUND = 3;

    @Override
    public void run(Options options, Report report) {
        var rate = options.number("rate");
        var connected = options.number("connected");
        System.out.printf(
                "%d posts a second, each to %d connections; a room with %d posts under way%n",
                rate, connected, options.number("window"));
        System.out.printf("%6s %12s %10s %14s %14s%n", "nodes", "cores each", "database", "lists KB/s", "one room/s");
        for (var nodes : NODES) {
            System.out.printf(
                    "%6d %12.2f %10.2f %14.0f %14.0f%n",
                    nodes,
                    coresOfNode(nodes, rate, connected),
                    coresOfDatabase(nodes, rate, connected),
                    listsOfPeople(nodes, connected),
                    new RoomLockSimulation(nodes, COMMIT, ROW, TURNAROUND)
                            .postsPerSecond(options.number("window"), 60));
        }
    }

    /** Of how many nodes somebody listens, if the listeners of a post are spread by chance. */
    private static double listening(int nodes, int listeners) {
        return nodes * (1 - Math.pow(1 - 1.0 / nodes, listeners));
    }

    /** The mean of all nodes. */
    static double coresOfNode(int nodes, double rate, int listeners) {
        var elsewhere = Math.max(0, listening(nodes, listeners) - 1);
        return IDLE + rate * (POST + elsewhere * READ + listeners * DELIVER) / 1_000 / nodes;
    }

    static double coresOfDatabase(int nodes, double rate, int listeners) {
        var elsewhere = Math.max(0, listening(nodes, listeners) - 1);
        return nodes * DATABASE_IDLE + rate * (DATABASE_POST + elsewhere * DATABASE_READ) / 1_000;
    }

    /** What the database sends, if on each node somebody comes or goes between two looks of the others: ids of 6 bytes. */
    private static double listsOfPeople(int nodes, int people) {
        return 2.0 * (nodes - 1) * people * 6 / 1_000;
    }
}
