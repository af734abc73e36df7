package org.hostelchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Transactions;

/** Creates open rooms, groups, and direct rooms for two to eight people. Thread-safe. */
@ApplicationScoped
public class RoomMaking {

    private static final int MOST_PEOPLE = 8;

    private final Transactions transactions;
    private final RoomSettings settings;
    private final ChangeLog changes;
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    public RoomMaking(
            Transactions transactions, RoomSettings settings, ChangeLog changes, AuditTrail trail, Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.changes = changes;
        this.trail = trail;
        this.clock = clock;
    }

    /** For the CDI proxy. */
    protected RoomMaking() {
        this(null, null, null, null, null);
    }

    /** @param created false if the room existed before */
    public record Direct(long roomId, boolean created) {}

    /**
     * Creates an open room or a group, with its maker as a member.
     *
     * @return its id
     * @throws Refusal.NotAllowed if students may not create rooms, or the caller is muted
     * @throws Refusal.Conflict if the caller has created too many, or somebody is in too many
     * @throws Refusal.Unacceptable if one of the people does not exist
     */
    public long make(Caller caller, RoomDraft draft) {
        if (draft.kind() == RoomKind.AUDIENCE) throw new IllegalArgumentException("see AudienceRooms");
        // The operator's rooms are the office's: open ones have no maker, and whoever joins is in them.
        if (draft.kind() != RoomKind.OPEN) caller.requireAccount();
        if (!caller.isAdmin() && settings.madeByStudent() == 0) {
            throw new Refusal.NotAllowed("officials-only", Phrase.of("room.officials-make"));
        }
        if (draft.kind() == RoomKind.OPEN && !draft.people().isEmpty() && !caller.isAdmin()) {
            throw new Refusal.Unacceptable("wrong-people", "people", Phrase.of("room.people-join"));
        }
        return transactions.write(em -> {
            RoomLookup.refuseMuted(em, caller.id(), now());
            if (!caller.isAdmin()) refuseTooManyMade(em, caller.id());
            var people = new TreeSet<>(draft.people());
            if (!caller.isOperator()) people.add(caller.id());
            var users = RoomLookup.active(em, people);
            users.forEach(user -> RoomLookup.refuseTooMany(em, user, user.id() == caller.id()));
            var room = new Room(draft, caller.isOperator() ? null : (Long) caller.id(), now());
            em.persist(room);
            em.flush();
            putIn(em, room, people);
            changes.append(em, new Change.RoomOpened(room.id()));
            if (caller.isAdmin()) trail.record(em, new RoomRecord(room).made(caller));
            return room.id();
        });
    }

    private void refuseTooManyMade(EntityManager em, long userId) {
        var made = em.createQuery(
                        "select count(r) from Room r where r.makerId = :maker and r.closedAt is null and r.kind in :kinds",
                        Long.class)
                .setParameter("maker", userId)
                .setParameter("kinds", RoomKind.CHANGING)
                .getSingleResult();
        if (made >= settings.madeByStudent()) {
            throw new Refusal.Conflict("too-many-rooms", Phrase.of("room.too-many-made", "count", made));
        }
        if (madeToday(em, userId, RoomKind.CHANGING) >= RoomSettings.MOST_MADE_A_DAY) {
            throw new Refusal.Conflict(
                    "too-many-rooms", Phrase.of("room.too-many-made-today", "count", RoomSettings.MOST_MADE_A_DAY));
        }
    }

    /** How many were created in the last 24 hours, including closed ones. */
    private long madeToday(EntityManager em, long userId, List<RoomKind> kinds) {
        return em.createQuery(
                        "select count(r) from Room r where r.makerId = :maker and r.createdAt > :since and r.kind in :kinds",
                        Long.class)
                .setParameter("maker", userId)
                .setParameter("since", now().minus(1, ChronoUnit.DAYS))
                .setParameter("kinds", kinds)
                .getSingleResult();
    }

    /**
     * The direct room of exactly these people and the caller: created by the first call and the same for all later
     * ones, whoever of them calls, even if two call at once.
     *
     * @throws Refusal.Unacceptable if there are too few or too many people, or one of them does not exist (any more)
     * @throws Refusal.Conflict if the caller has begun too many in 24 hours
     * @throws Refusal.NotAllowed if there is no such room yet, and the one other person has blocked the caller
     */
    public Direct direct(Caller caller, Collection<Long> userIds) {
        caller.requireAccount();
        var people = new TreeSet<>(userIds);
        people.add(caller.id());
        if (people.size() < 2) throw wrongPeople(Phrase.of("room.choose-somebody"));
        if (people.size() > MOST_PEOPLE) {
            throw wrongPeople(Phrase.of("room.conversation-too-many", "most", MOST_PEOPLE));
        }
        var key = people.stream().map(String::valueOf).collect(Collectors.joining("-"));
        var known = transactions.read(em -> {
            RoomLookup.active(em, people);
            return find(em, key);
        });
        return known != null ? new Direct(known, false) : transactions.write(em -> direct(em, caller, people, key));
    }

    private Direct direct(EntityManager em, Caller caller, Collection<Long> people, String key) {
        RoomLookup.active(em, people);
        Blocks.refuseBeginning(em, caller, List.copyOf(people));
        // Relies on the unique constraint: of two simultaneous calls one creates the room and the other finds it.
        var made = em.createNativeQuery(
                        """
                        insert into rooms (kind, name, last_seq, created_at, maker_id, people_key)
                        values ('DIRECT', '', 0, ?1, ?2, ?3)
                        on conflict (people_key) where people_key is not null do nothing""")
                .setParameter(1, now().toEpochMilli())
                .setParameter(2, caller.id())
                .setParameter(3, key)
                .executeUpdate();
        long id = find(em, key);
        if (made == 0) return new Direct(id, false);
        // The number includes the room that was just created.
        if (!caller.isAdmin() && madeToday(em, caller.id(), List.of(RoomKind.DIRECT)) > RoomSettings.MOST_BEGUN_A_DAY) {
            throw new Refusal.Conflict(
                    "too-many-rooms", Phrase.of("room.too-many-begun-today", "count", RoomSettings.MOST_BEGUN_A_DAY));
        }
        putIn(em, em.find(Room.class, id), people);
        changes.append(em, new Change.RoomOpened(id));
        return new Direct(id, true);
    }

    private static Long find(EntityManager em, String key) {
        return em.createQuery("select r.id from Room r where r.peopleKey = :key", Long.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private void putIn(EntityManager em, Room room, Collection<Long> people) {
        var at = now();
        for (long id : people) {
            em.persist(new Membership(id, room, 1, at));
        }
        em.flush();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Refusal wrongPeople(Phrase why) {
        return new Refusal.Unacceptable("wrong-people", "people", why);
    }
}
