package org.hostelchat.platform.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.hostelchat.cluster.HintCodec;
import org.hostelchat.cluster.RoomHints;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.support.FreePorts;
import org.hostelchat.support.Pause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every implementation of {@link RoomHints} has to do. */
class RoomHintsContractTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Two nodes, each with what it received. */
    abstract static class Contract {

        final List<long[]> here = Collections.synchronizedList(new ArrayList<>());
        final List<long[]> there = Collections.synchronizedList(new ArrayList<>());
        final AtomicInteger missed = new AtomicInteger();

        abstract RoomHints fromHere();

        @Test
        void whatOneNodeSendsTheOtherReceivesInOrderAndTheSenderDoesNot() {
            for (var i = 0L; i < 20; i++) assertTrue(fromHere().send(numbers(i, 3)));
            Pause.until("received", PATIENCE, () -> there.size() >= 20);
            assertEquals(
                    LongStream.range(0, 20).boxed().toList(),
                    there.stream().map(each -> each[1]).toList());
            assertEquals(numbers(0, 3).length, there.get(0).length);
            assertEquals(0, here.size());
        }

        @Test
        void theLargestMessageArrivesWhole() {
            assertTrue(fromHere().send(numbers(Long.MAX_VALUE, RoomHints.MOST_NUMBERS / HintCodec.WIDTH)));
            Pause.until(
                    "received",
                    PATIENCE,
                    () -> there.stream().mapToInt(each -> each.length).sum() == RoomHints.MOST_NUMBERS);
            assertTrue(there.stream().allMatch(each -> each[1] == Long.MAX_VALUE));
        }

        @Test
        void whoeverBeginsToListenIsToldThatSomethingMayHaveBeenMissed() {
            Pause.until("told", PATIENCE, () -> missed.get() > 0);
        }

        private static long[] numbers(long value, int hints) {
            var numbers = new long[hints * HintCodec.WIDTH];
            for (var i = 0; i < numbers.length; i += HintCodec.WIDTH) {
                numbers[i] = 1;
                numbers[i + 1] = value;
                numbers[i + 2] = Long.MAX_VALUE;
                numbers[i + 3] = Long.MIN_VALUE;
            }
            return numbers;
        }
    }

    @Nested
    class OverPostgres extends Contract {

        @TempDir
        Path folder;

        private BareDatabase database;
        private NodeSession hereSession;
        private NodeSession thereSession;
        private PostgresRoomHints hints;

        @BeforeEach
        void open() throws SQLException {
            database = Engine.POSTGRESQL.open(folder);
            ConnectionSource source = database::connect;
            hereSession = session(source, 1, here);
            thereSession = session(source, 2, there);
            hints = new PostgresRoomHints(source, 1);
            Pause.until("both listen", PATIENCE, () -> missed.get() == 2);
        }

        private NodeSession session(ConnectionSource source, int node, List<long[]> to) {
            var session = new NodeSession(
                    source,
                    node,
                    PostgresRoomHints.CHANNEL,
                    PostgresRoomHints.reader(node, to::add),
                    missed::incrementAndGet);
            new Thread(session).start();
            return session;
        }

        @AfterEach
        void close() {
            hereSession.stop();
            thereSession.stop();
            hints.close();
            Pause.until("ended", PATIENCE, () -> hereSession.hasEnded() && thereSession.hasEnded());
            database.close();
        }

        @Override
        RoomHints fromHere() {
            return hints;
        }

        @Test
        void afterItsSessionWasEndedANodeListensAgainAndKnowsThatItMissedSomething() throws SQLException {
            try (var connection = database.connect();
                    var statement = connection.createStatement()) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = "
                                + NodeSession.NODES + " and objid = 2");
            }
            Pause.until("listens again", PATIENCE, () -> missed.get() == 3);
            assertTrue(fromHere().send(new long[] {1, 5, 0, 0, 0}));
            Pause.until("received", PATIENCE, () -> there.size() == 1);
        }

        @Test
        void whatOthersSendIsIgnoredIfItCannotBeRead() throws SQLException {
            try (var connection = database.connect();
                    var statement = connection.createStatement()) {
                for (var text : List.of("", " ", "2", "x y z", "3 1 2 ₹", "3 99999999999999999999 1")) {
                    statement.execute("select pg_notify('hostel_hints', '" + text + "')");
                }
            }
            assertTrue(fromHere().send(new long[] {1, 5, 0, 0, 0}));
            Pause.until("received", PATIENCE, () -> there.stream().anyMatch(each -> each.length == HintCodec.WIDTH));
        }

        @Test
        void oneOfTheNodesHasTheUpkeepAndAnotherTakesItOver() {
            Pause.until("one has it", PATIENCE, () -> hereSession.hasUpkeep() || thereSession.hasUpkeep());
            var holder = hereSession.hasUpkeep() ? hereSession : thereSession;
            var other = holder == hereSession ? thereSession : hereSession;
            assertEquals(false, other.hasUpkeep());
            holder.stop();
            Pause.until("the other has it", PATIENCE, other::hasUpkeep);
        }
    }

    @Nested
    class OverTheGrid extends Contract {

        private HazelcastInstance first;
        private HazelcastInstance second;
        private GridRoomHints hints;
        private GridRoomHints others;
        private final List<Thread> threads = new ArrayList<>();

        @BeforeEach
        void open() {
            var ports = List.of(FreePorts.next(), FreePorts.next());
            first = Hazelcast.newHazelcastInstance(config(ports, 0));
            hints = new GridRoomHints(first, here::add, missed::incrementAndGet);
            second = Hazelcast.newHazelcastInstance(config(ports, 1));
            others = new GridRoomHints(second, there::add, missed::incrementAndGet);
            for (var each : List.of(hints, others)) {
                var thread = new Thread(each);
                threads.add(thread);
                thread.start();
            }
            Pause.until(
                    "one grid", PATIENCE, () -> first.getCluster().getMembers().size() == 2);
        }

        private static Config config(List<Integer> ports, int which) {
            var config = new Config().setClusterName("hostel-test-" + ports.get(0));
            config.setProperty("hazelcast.phone.home.enabled", "false")
                    .setProperty("hazelcast.logging.type", "none")
                    .setProperty("hazelcast.wait.seconds.before.join", "0");
            var network = config.getNetworkConfig().setPort(ports.get(which)).setPortAutoIncrement(false);
            network.getInterfaces().setEnabled(true).addInterface("127.0.0.1");
            var join = network.getJoin();
            join.getAutoDetectionConfig().setEnabled(false);
            join.getMulticastConfig().setEnabled(false);
            join.getTcpIpConfig().setEnabled(true);
            ports.forEach(port -> join.getTcpIpConfig().addMember("127.0.0.1:" + port));
            return config;
        }

        @AfterEach
        void close() {
            threads.forEach(Thread::interrupt);
            hints.close();
            others.close();
            second.getLifecycleService().terminate();
            first.getLifecycleService().terminate();
        }

        @Override
        RoomHints fromHere() {
            return hints;
        }
    }
}
