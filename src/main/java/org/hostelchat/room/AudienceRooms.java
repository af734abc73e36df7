package org.hostelchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Transactions;
import org.hostelchat.user.RegisterColumn;
import org.hostelchat.user.User;
import org.hostelchat.user.UserRepository;

/** Rooms that follow the register, as officials make and see them. {@link RoomUpkeep} changes them. Thread-safe. */
@ApplicationScoped
public class AudienceRooms {

    /** How many such rooms there may be at a time: each change of the register looks at all of them. */
    static final int MOST = 200;

    /** How many values of a column are offered to choose from. */
    private static final int MOST_OFFERED = 200;

    private final Transactions transactions;
    private final ChangeLog changes;
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    public AudienceRooms(Transactions transactions, ChangeLog changes, AuditTrail trail, Clock clock) {
        this.transactions = transactions;
        this.changes = changes;
        this.trail = trail;
        this.clock = clock;
    }

    /** For the CDI proxy. */
    protected AudienceRooms() {
        this(null, null, null, null);
    }

    /** Some of those whom an audience names, by name, and how many they are; without the officials. */
    public record Preview(long count, List<User> some) {}

    /** A room with its audience. */
    public record Listed(Room room, Audience audience, long members) {}

    /**
     * Makes a room with everybody in it whom its audience names.
     *
     * @return its id
     * @throws Refusal.Conflict if there are too many of them
     */
    public long make(Caller caller, RoomDraft draft) {
        caller.requireAdmin();
        return transactions.write(em -> {
            // Before any room: see AudienceFollower.
            UserRepository.lock(em);
            if (StoredAudiences.all(em, RoomKind.AUDIENCE).size() >= MOST) {
                throw new Refusal.Conflict("too-many-rooms", Phrase.of("room.too-many-audiences", "most", MOST));
            }
            var room = new Room(
                    draft,
                    caller.isOperator() ? null : (Long) caller.id(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
            em.persist(room);
            em.flush();
            StoredAudiences.put(em, room.id(), draft.audience());
            AudienceMembers.follow(em, room, draft.audience(), clock.instant());
            changes.append(em, new Change.RoomOpened(room.id()));
            trail.record(em, new RoomRecord(room).made(caller).change("audience", null, draft.audience()));
            return room.id();
        });
    }

    /** Whom a room would be for. */
    public Preview preview(Caller caller, Audience audience, int some) {
        caller.requireAdmin();
        // Officials are in every such room, and would hide that nobody else is.
        var residents = "from User u where " + audience.condition() + " and u.role <> :admin";
        return transactions.read(em -> new Preview(
                AudienceMembers.parameters(em.createQuery("select count(u) " + residents, Long.class), audience)
                        .getSingleResult(),
                AudienceMembers.parameters(
                                em.createQuery("select u " + residents + " order by u.nameKey, u.id", User.class),
                                audience)
                        .setMaxResults(some)
                        .getResultList()));
    }

    /** The values that active residents have in each column, to choose from; at most {@value #MOST_OFFERED} each. */
    public Map<RegisterColumn, List<String>> values(Caller caller) {
        caller.requireAdmin();
        return transactions.read(em -> {
            var values = new LinkedHashMap<RegisterColumn, List<String>>();
            for (var column : RegisterColumn.OF_GROUPS) {
                var path = "u.residence." + column.code();
                values.put(
                        column,
                        em.createQuery(
                                        "select min(" + path + ") from User u where u.active = true and " + path
                                                + "Key is not null group by " + path + "Key order by " + path + "Key",
                                        String.class)
                                .setMaxResults(MOST_OFFERED)
                                .getResultList());
            }
            return values;
        });
    }

    /** All that are not closed, by age; with three queries. */
    public List<Listed> list(Caller caller) {
        caller.requireAdmin();
        return transactions.read(em -> {
            var audiences = StoredAudiences.all(em, RoomKind.AUDIENCE);
            if (audiences.isEmpty()) return List.of();
            var members = new LinkedHashMap<Long, Long>();
            em.createQuery(
                            "select m.id.roomId, count(m) from Membership m where m.id.roomId in :rooms group by m.id.roomId",
                            Object[].class)
                    .setParameter("rooms", audiences.keySet())
                    .getResultStream()
                    .forEach(row -> members.put((Long) row[0], (Long) row[1]));
            var listed = new ArrayList<Listed>();
            em.createQuery("select r from Room r where r.id in :rooms order by r.id", Room.class)
                    .setParameter("rooms", audiences.keySet())
                    .getResultStream()
                    .forEach(room -> listed.add(
                            new Listed(room, audiences.get(room.id()), members.getOrDefault(room.id(), 0L))));
            return listed;
        });
    }

    /**
     * Whom a room is for.
     *
     * @throws Refusal.NotFound if there is no such room that follows the register
     */
    public Listed find(Caller caller, long roomId) {
        return list(caller).stream()
                .filter(listed -> listed.room().id() == roomId)
                .findFirst()
                .orElseThrow(Rooms::notThere);
    }
}
