package org.hostelchat.room;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.hostelchat.changelog.Change;
import org.hostelchat.principal.Role;
import org.hostelchat.storage.ParameterMarks;

/**
 * Puts people into rooms that follow the register, and takes them out; many of them by few statements. Within the
 * caller's transaction, which has locked the room.
 */
final class AudienceMembers {

    /** How many people are named in one statement. */
    static final int PORTION = 500;

    /** If more come and go at once, connections are told of the room and not of each of them. */
    private static final int MOST_TOLD = 50;

    private AudienceMembers() {}

    /** Those whom an audience names at present, by id. */
    static Set<Long> named(EntityManager em, Audience audience) {
        return new HashSet<>(parameters(
                        em.createQuery("select u.id from User u where " + audience.condition(), Long.class), audience)
                .getResultList());
    }

    static <Q extends Query> Q parameters(Q query, Audience audience) {
        query.setParameter("admin", Role.ADMIN);
        for (var column : audience.columns().keySet()) query.setParameter(column.code(), audience.keys(column));
        return query;
    }

    /** Makes the members of a room those whom its audience names, and returns what is to be told of that. */
    static List<Change> follow(EntityManager em, Room room, Audience audience, Instant now) {
        var named = named(em, audience);
        var present = new HashSet<>(
                em.createQuery("select m.id.userId from Membership m where m.id.roomId = :room", Long.class)
                        .setParameter("room", room.id())
                        .getResultList());
        var come = named.stream().filter(id -> !present.contains(id)).sorted().toList();
        var go = present.stream().filter(id -> !named.contains(id)).sorted().toList();
        return change(em, room, come, go, now);
    }

    /** @return what is to be told of it */
    static List<Change> change(EntityManager em, Room room, Collection<Long> come, Collection<Long> go, Instant now) {
        inPortions(come, portion -> putIn(em, room, portion, now));
        inPortions(go, portion -> takeOut(em, room, portion));
        if (come.isEmpty() && go.isEmpty()) return List.of();
        if (come.size() + go.size() > MOST_TOLD) return List.of(new Change.MembersChanged(room.id()));
        var told = new ArrayList<Change>();
        come.forEach(id -> told.add(new Change.Joined(id, room.id())));
        go.forEach(id -> told.add(new Change.Left(id, room.id())));
        return told;
    }

    static void inPortions(Collection<Long> people, Consumer<List<Long>> act) {
        var all = List.copyOf(people);
        for (var from = 0; from < all.size(); from += PORTION) {
            act.accept(all.subList(from, Math.min(from + PORTION, all.size())));
        }
    }

    private static void putIn(EntityManager em, Room room, List<Long> people, Instant now) {
        var at = now.toEpochMilli();
        var marks = ParameterMarks.of(people);
        // By a select, so that nothing is stored for a person who has been erased meanwhile. They read the whole past.
        bind(
                        em.createNativeQuery(
                                "insert into memberships (user_id, room_id, role, involvement, joined_at, first_seq)"
                                        + " select u.id, r.id, case when r.maker_id = u.id then 'MAKER' else 'MEMBER' end, 'ALL', "
                                        + at + ", 1 from users u, rooms r where r.id = " + room.id() + " and u.id in ("
                                        + marks + ") on conflict (user_id, room_id) do nothing"),
                        people)
                .executeUpdate();
        // Earlier posts do not count as unread.
        bind(
                        em.createNativeQuery("insert into read_marks (user_id, room_id, read_seq) select u.id, r.id, "
                                + room.last() + " from users u, rooms r where r.id = " + room.id() + " and u.id in ("
                                + marks + ") on conflict (user_id, room_id) do update set read_seq = excluded.read_seq"
                                + " where read_marks.read_seq < excluded.read_seq"),
                        people)
                .executeUpdate();
    }

    /** For a room that holds everybody from now on: earlier posts do not count as unread for those who come. */
    static void markRead(EntityManager em, Room room) {
        em.createNativeQuery(
                        """
                        insert into read_marks (user_id, room_id, read_seq)
                        select u.id, r.id, r.last_seq from users u, rooms r
                        where r.id = ?1 and not exists
                            (select 1 from memberships m where m.room_id = r.id and m.user_id = u.id)
                        on conflict (user_id, room_id) do update set read_seq = excluded.read_seq
                        where read_marks.read_seq < excluded.read_seq""")
                .setParameter(1, room.id())
                .executeUpdate();
    }

    private static void takeOut(EntityManager em, Room room, List<Long> people) {
        bind(
                        em.createNativeQuery("delete from memberships where room_id = " + room.id()
                                + " and user_id in (" + ParameterMarks.of(people) + ")"),
                        people)
                .executeUpdate();
    }

    private static Query bind(Query query, List<Long> people) {
        for (var i = 0; i < people.size(); i++) query.setParameter(i + 1, people.get(i));
        return query.setFlushMode(FlushModeType.COMMIT);
    }
}
