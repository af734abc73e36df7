package org.hostelchat.platform.cluster;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hostelchat.presence.Presence;
import org.hostelchat.presence.PresenceBoard;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Columns;
import org.hostelchat.storage.Transactions;

/**
 * Which nodes there are, and who is present on each. A node is there while it renews its row, by the database's clock,
 * and its {@link NodeSession} holds its lock: a killed node loses the lock at once; one that is frozen or cut off is not
 * believed after {@link #LEASE}, and its session is ended, so that another node takes over what it held. Nothing depends
 * on a goodbye. Each person counts once, on however many nodes they are.
 *
 * <p>Used by one thread, which calls {@link #tick} about every {@link Nodes#PERIOD}; {@link #forget} may be called by any.
 */
final class NodeRegistry {

    /** How long a node is believed without a sign of life. Longer than a pause of the JVM or a slow commit. */
    static final Duration LEASE = Duration.ofSeconds(7);

    private static final System.Logger LOG = System.getLogger(NodeRegistry.class.getName());

    /** After this time the row of a node that is gone is removed. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private static final int MOST_NAMED = 500;

    /** @param live whether it renews its row and holds its lock */
    private record Seen(int id, String name, long revision, boolean live) {}

    /** Those present on another node. */
    private record Present(long revision, Set<Long> people) {}

    private final Transactions transactions;
    private final PresenceBoard board;
    private final int node;
    private final String name;
    private final Runnable membersChanged;
    private final Map<Integer, Present> others = new HashMap<>();
    private final Map<Long, Presence> known = new HashMap<>();
    private final Set<Long> outdated = new HashSet<>();
    private Map<Integer, String> members = Map.of();

    /** Who stands in this node's row; null if that is not known, since storing it has failed. */
    private List<Long> told;

    private long revision;
    private long succeededAt = System.nanoTime();

    /**
     * @param name by which logs call this node
     * @param membersChanged is called when nodes have come or gone
     */
    NodeRegistry(Transactions transactions, PresenceBoard board, int node, String name, Runnable membersChanged) {
        this.transactions = transactions;
        this.board = board;
        this.node = node;
        this.name = name;
        this.membersChanged = membersChanged;
    }

    /** How many other nodes there are. */
    int others() {
        return members.size();
    }

    /** A person's name or role has changed, or the person is gone. */
    void forget(long personId) {
        synchronized (outdated) {
            outdated.add(personId);
        }
    }

    /** Renews this node's row, and looks at the others'. If the database does not answer, others are believed for their lease. */
    void tick() {
        try {
            var people = board.onThisNode();
            var changed = !people.equals(told);
            // Until it is known to be stored.
            told = null;
            var seen = transactions.write(em -> renew(em, people, changed));
            told = people;
            succeededAt = System.nanoTime();
            follow(seen);
        } catch (Refusal.Unavailable later) {
            if (System.nanoTime() - succeededAt > LEASE.toNanos()) follow(List.of());
        }
    }

    /** Removes this node's row, so that others need not wait. */
    void leave() {
        transactions.write(em ->
                em.createNativeQuery("delete from nodes where id = " + node).executeUpdate());
    }

    private List<Seen> renew(EntityManager em, List<Long> people, boolean changed) {
        // What is lost in a crash of the database breaks its connections too, and then the whole row is written again.
        em.createNativeQuery("set local synchronous_commit = off").executeUpdate();
        if (changed) revision++;
        em.createNativeQuery("insert into nodes (id, name, seen_at, people, revision)"
                        + " values (?1, ?2, clock_timestamp(), ?3, ?4) on conflict (id) do update set"
                        + " seen_at = excluded.seen_at"
                        + (changed ? ", people = excluded.people, revision = excluded.revision" : ""))
                .setParameter(1, node)
                .setParameter(2, name)
                .setParameter(3, people.stream().map(String::valueOf).collect(Collectors.joining(",")))
                .setParameter(4, revision)
                .executeUpdate();
        return others(em);
    }

    private List<Seen> others(EntityManager em) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("select n.id, n.name, n.revision,"
                        + " n.seen_at > clock_timestamp() - interval '" + LEASE.toSeconds() + " seconds',"
                        + " n.seen_at > clock_timestamp() - interval '" + KEPT.toSeconds() + " seconds', l.pid"
                        + " from nodes n left join pg_locks l on l.objid = n.id and " + NodeSession.IS_LOCK_OF_NODE
                        + " where n.id <> " + node)
                .getResultList();
        var seen = rows.stream().map(row -> seen(em, row)).toList();
        if (rows.stream().anyMatch(row -> !isTrue(row[4]))) {
            em.createNativeQuery("delete from nodes where seen_at < clock_timestamp() - interval '" + KEPT.toSeconds()
                            + " seconds'")
                    .executeUpdate();
        }
        return seen;
    }

    private static Seen seen(EntityManager em, Object[] row) {
        var id = (int) Columns.number(row[0]);
        var isFresh = isTrue(row[3]);
        var isLocked = row[5] != null;
        if (isLocked && !isFresh) {
            // Frozen or cut off: it must not keep the upkeep from the others. It will notice by its session's end.
            em.createNativeQuery("select pg_terminate_backend(" + Columns.number(row[5]) + ")")
                    .getResultList();
        }
        return new Seen(id, (String) row[1], Columns.number(row[2]), isFresh && isLocked);
    }

    private static boolean isTrue(Object column) {
        return Boolean.TRUE.equals(column);
    }

    private void follow(List<Seen> all) {
        var live = all.stream().filter(Seen::live).toList();
        tellOfMembers(live.stream().collect(Collectors.toMap(Seen::id, Seen::name, (a, b) -> a, TreeMap::new)));
        others.keySet().retainAll(members.keySet());
        var changed = live.stream()
                .filter(seen ->
                        !others.containsKey(seen.id()) || others.get(seen.id()).revision() != seen.revision())
                .map(Seen::id)
                .toList();
        if (!changed.isEmpty()) read(changed);
        var present = new HashSet<Long>();
        others.values().forEach(other -> present.addAll(other.people()));
        board.elsewhere(named(present));
    }

    private void tellOfMembers(Map<Integer, String> now) {
        if (now.equals(members)) return;
        now.forEach((id, other) -> {
            if (!members.containsKey(id))
                LOG.log(System.Logger.Level.INFO, "Node {0} is there: {1} nodes now", other, now.size() + 1);
        });
        members.forEach((id, other) -> {
            if (!now.containsKey(id))
                LOG.log(System.Logger.Level.WARNING, "Node {0} is gone: {1} nodes now", other, now.size() + 1);
        });
        members = now;
        membersChanged.run();
    }

    private void read(List<Integer> nodes) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows =
                transactions.read(em -> em.createNativeQuery("select id, revision, people from nodes where id in ("
                                + nodes.stream().map(String::valueOf).collect(Collectors.joining(",")) + ")")
                        .getResultList());
        for (var row : rows) {
            others.put((int) Columns.number(row[0]), new Present(Columns.number(row[1]), people((String) row[2])));
        }
    }

    private static Set<Long> people(String column) {
        return Arrays.stream(column.split(",", -1))
                .filter(word -> !word.isEmpty())
                .map(Long::valueOf)
                .collect(Collectors.toSet());
    }

    /** With names as the register has them now; without those who have no account any more. */
    private Collection<Presence> named(Set<Long> people) {
        synchronized (outdated) {
            known.keySet().removeAll(outdated);
            outdated.clear();
        }
        known.keySet().retainAll(people);
        var unknown =
                people.stream().filter(id -> !known.containsKey(id)).sorted().toList();
        for (var from = 0; from < unknown.size(); from += MOST_NAMED) {
            name(unknown.subList(from, Math.min(from + MOST_NAMED, unknown.size())));
        }
        return List.copyOf(known.values());
    }

    private void name(List<Long> unknown) {
        transactions
                .read(em -> em.createQuery("select u.id, u.name, u.role from User u where u.id in :ids", Object[].class)
                        .setParameter("ids", unknown)
                        .getResultList())
                .forEach(row -> known.put((Long) row[0], new Presence((Long) row[0], (String) row[1], (Role) row[2])));
    }
}
