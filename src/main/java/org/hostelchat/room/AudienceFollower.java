package org.hostelchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangesPending;
import org.hostelchat.user.User;

/**
 * Keeps the members of rooms that follow the register in step with it, within every transaction that changes the
 * register. Such transactions and changes of audiences take turns by the lock on the hostel's row, so that none goes by
 * what another one is about to change.
 */
@ApplicationScoped
public class AudienceFollower {

    private final Clock clock;

    @Inject
    public AudienceFollower(Clock clock) {
        this.clock = clock;
    }

    /** For the CDI proxy. */
    protected AudienceFollower() {
        this(null);
    }

    /** Those to put into a room, and those to take out. */
    private record Moves(List<Long> come, List<Long> go) {
        Moves() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    /** With at most three queries for each {@value AudienceMembers#PORTION} people, and few for each room that changes. */
    public void follow(@Observes ChangesPending pending) {
        var people = new HashSet<Long>();
        for (var change : pending.changes()) {
            if (change instanceof Change.UserChanged changed) people.add(changed.userId());
        }
        if (people.isEmpty()) return;
        var em = pending.em();
        var before = em.getFlushMode();
        // Rooms are locked before rows of users are: posting locks a room first, and its author's row after it.
        em.setFlushMode(FlushModeType.COMMIT);
        try {
            var audiences = StoredAudiences.all(em);
            if (audiences.isEmpty()) return;
            moves(em, audiences, people).forEach((id, moves) -> {
                var room = RoomLock.lock(em, id);
                pending.following().addAll(AudienceMembers.change(em, room, moves.come(), moves.go(), clock.instant()));
            });
        } finally {
            em.setFlushMode(before);
        }
    }

    private static Map<Long, Moves> moves(EntityManager em, Map<Long, Audience> audiences, Collection<Long> people) {
        var moves = new TreeMap<Long, Moves>();
        var keys = new HashMap<Long, AudienceKeys>();
        audiences.forEach((room, audience) -> keys.put(room, AudienceKeys.of(audience)));
        AudienceMembers.inPortions(people.stream().sorted().toList(), portion -> {
            var present = present(em, audiences.keySet(), portion);
            var users = em.createQuery("select u from User u where u.id in :people", User.class)
                    .setParameter("people", portion)
                    .getResultStream()
                    .map(AudienceKeys.Person::of)
                    .toList();
            keys.forEach((room, audience) -> {
                var members = present.getOrDefault(room, Set.of());
                for (var user : users) {
                    var isIn = members.contains(user.id());
                    if (audience.names(user) == isIn) continue;
                    var own = moves.computeIfAbsent(room, id -> new Moves());
                    (isIn ? own.go() : own.come()).add(user.id());
                }
            });
        });
        return moves;
    }

    private static Map<Long, Set<Long>> present(EntityManager em, Collection<Long> rooms, List<Long> people) {
        var present = new HashMap<Long, Set<Long>>();
        em.createQuery(
                        "select m.id.roomId, m.id.userId from Membership m where m.id.roomId in :rooms and m.id.userId in :people",
                        Object[].class)
                .setParameter("rooms", rooms)
                .setParameter("people", people)
                .getResultStream()
                .forEach(row -> present.computeIfAbsent((Long) row[0], id -> new HashSet<>())
                        .add((Long) row[1]));
        return present;
    }
}
