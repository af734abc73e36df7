package org.hostelchat.platform.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.presence.Presence;
import org.hostelchat.presence.PresenceBoard;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.storage.DatabaseFailures;
import org.hostelchat.storage.Transactions;
import org.hostelchat.support.Pause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes over one database, and who they say is there. */
class NodeRegistryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private BareDatabase database;
    private Node first;
    private Node second;
    private Caller asha;
    private Caller ravi;

    /** One node: its session, its registry and its board. */
    private final class Node implements Transactions {
        final PresenceBoard board = new PresenceBoard();
        final List<Integer> members = new ArrayList<>();
        final NodeSession session;
        boolean fails;
        final NodeRegistry registry;

        Node(int id) {
            session = new NodeSession(database::connect, id, null, text -> {}, () -> {});
            new Thread(session).start();
            registry = new NodeRegistry(this, board, id, "node " + id, () -> members.add(others()));
        }

        @Override
        public <T> T write(Function<EntityManager, T> work) {
            return database.write(em -> {
                var result = work.apply(em);
                if (!fails) return result;
                throw DatabaseFailures.busy();
            });
        }

        @Override
        public <T> T read(Function<EntityManager, T> work) {
            return database.read(work);
        }

        private int others() {
            return registry.others();
        }

        void seen(Caller person) {
            board.renew(this, Presence.of(person), System.nanoTime());
        }

        List<String> here() {
            return board.here().stream().map(Presence::name).toList();
        }
    }

    @BeforeEach
    void open() {
        database = Engine.POSTGRESQL.open(folder);
        asha = database.resident("Asha", Role.STUDENT);
        ravi = database.resident("ரவி", Role.STUDENT);
        first = new Node(1);
        second = new Node(2);
        Pause.until("both know of each other", PATIENCE, () -> {
            tick();
            return first.registry.others() == 1 && second.registry.others() == 1;
        });
    }

    @AfterEach
    void close() {
        for (var node : List.of(first, second)) node.session.stop();
        Pause.until("ended", PATIENCE, () -> first.session.hasEnded() && second.session.hasEnded());
        database.close();
    }

    private void tick() {
        first.registry.tick();
        second.registry.tick();
        first.registry.tick();
    }

    @Test
    void everybodyIsSeenOnBothNodesAndOnceOnly() {
        first.seen(asha);
        second.seen(ravi);
        second.seen(asha);
        tick();
        assertEquals(List.of("Asha", "ரவி"), first.here());
        assertEquals(List.of("Asha", "ரவி"), second.here());
        second.board.end(second, ravi.id());
        tick();
        assertEquals(List.of("Asha"), first.here());
    }

    @Test
    void thePeopleOfANodeThatWasKilledAreGoneAtOnceAndItIsNoMember() {
        second.seen(ravi);
        tick();
        assertEquals(List.of("ரவி"), first.here());
        second.session.stop();
        Pause.until("its lock is released", PATIENCE, second.session::hasEnded);
        Pause.until("gone", PATIENCE, () -> {
            first.registry.tick();
            return first.here().isEmpty();
        });
        assertEquals(List.of(1, 0), first.members);
    }

    @Test
    void aFrozenNodeIsNotBelievedAndItsSessionIsEnded() throws SQLException {
        second.seen(ravi);
        tick();
        age(NodeRegistry.LEASE);
        first.registry.tick();
        assertEquals(List.of(), first.here());
        assertEquals(0, first.registry.others());
        // It goes on where it was: it renews its row, opens its session again, and is there again.
        Pause.until("back", PATIENCE, () -> {
            tick();
            return first.registry.others() == 1 && first.here().equals(List.of("ரவி"));
        });
    }

    @Test
    void whoCameWhileTheDatabaseFailedIsSeenWhenItIsBack() {
        second.fails = true;
        second.seen(ravi);
        tick();
        assertEquals(List.of(), first.here());
        second.fails = false;
        tick();
        assertEquals(List.of("ரவி"), first.here());
    }

    @Test
    void aSessionThatTheDatabaseStillHoldsForANodeIsEndedByTheNodesNextOne() throws SQLException {
        try (var orphan = database.connect();
                var statement = orphan.createStatement()) {
            statement.execute("select pg_advisory_lock(" + NodeSession.NODES + ", 3)");
            var third = new Node(3);
            try {
                Pause.until("the new session has the lock", PATIENCE, () -> {
                    third.registry.tick();
                    first.registry.tick();
                    return first.registry.others() == 2;
                });
                Pause.until("the orphan is ended", PATIENCE, () -> isBroken(statement));
            } finally {
                third.session.stop();
                Pause.until("ended", PATIENCE, third.session::hasEnded);
            }
        }
    }

    private static boolean isBroken(Statement statement) {
        try {
            return !statement.execute("select 1");
        } catch (SQLException broken) {
            return true;
        }
    }

    @Test
    void theRowOfANodeThatIsLongGoneIsRemoved() throws SQLException {
        second.session.stop();
        Pause.until("ended", PATIENCE, second.session::hasEnded);
        age(Duration.ofMinutes(2));
        first.registry.tick();
        assertEquals(1L, database.query("select count(*) from nodes"));
    }

    @Test
    void whoIsRenamedOrErasedIsSoOnOtherNodesToo() {
        second.seen(ravi);
        tick();
        rename(ravi, "Ravi");
        first.registry.forget(ravi.id());
        tick();
        assertEquals(List.of("Ravi"), first.here());
        database.write(em -> em.createNativeQuery("delete from users where id = " + ravi.id())
                .executeUpdate());
        first.registry.forget(ravi.id());
        tick();
        assertEquals(List.of(), first.here());
    }

    private void rename(Caller person, String name) {
        database.write(em -> em.createNativeQuery("update users set name = ?1 where id = ?2")
                .setParameter(1, name)
                .setParameter(2, person.id())
                .executeUpdate());
    }

    /** Lets the second node's sign of life be as old as that, without waiting for it. */
    private void age(Duration by) throws SQLException {
        database.write(em -> em.createNativeQuery("update nodes set seen_at = seen_at - interval '"
                        + (by.toSeconds() + 1) + " seconds' where id = 2")
                .executeUpdate());
    }
}
