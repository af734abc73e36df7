package org.hostelchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hostelchat.changelog.Change;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.user.UserRepository;

/**
 * The rooms in which notices are discussed. Whoever is in a notice's room is whom the notice concerns: everybody, or
 * those whom its audience names, who follow the register as in {@link AudienceRooms}. Officials are in all of them.
 *
 * <p>All methods are to be called within the caller's transaction, which appends what they return to the log of changes.
 * Thread-safe.
 */
@ApplicationScoped
public class NoticeRooms {

    /** How many notices with an audience may stand at a time: each change of the register looks at all of them. */
    static final int MOST = 1_000;

    private final Clock clock;

    @Inject
    public NoticeRooms(Clock clock) {
        this.clock = clock;
    }

    /** For the CDI proxy. */
    protected NoticeRooms() {
        this(null);
    }

    /**
     * To be called before a room is locked, by all that may change an audience: see {@link AudienceFollower}.
     *
     * @param more whether one more notice is to have an audience
     * @throws Refusal.Conflict if there are too many of them
     */
    public void begin(EntityManager em, boolean more) {
        UserRepository.lock(em);
        if (more && StoredAudiences.all(em, RoomKind.CONCERNED).size() >= MOST) {
            throw new Refusal.Conflict("too-many-notices", Phrase.of("notice.too-many-audiences", "most", MOST));
        }
    }

    /**
     * Creates a room that is closed until {@link #show}: nobody learns of it before.
     *
     * @param audience whom it will be for; null for everybody
     */
    public Room prepare(EntityManager em, String name, Audience audience) {
        var room = new Room(audience == null ? RoomKind.NOTICE : RoomKind.CONCERNED, name, clock.instant());
        room.close(clock.instant());
        em.persist(room);
        em.flush();
        StoredAudiences.put(em, room.id(), audience);
        return room;
    }

    /** Changes whom a room will be for that is not shown yet. */
    public void prepareFor(EntityManager em, long roomId, Audience audience) {
        StoredAudiences.put(em, roomId, audience);
    }

    /** Opens a prepared room, with everybody in it whom it concerns now. */
    public void show(EntityManager em, long roomId) {
        var room = RoomLock.lock(em, roomId);
        var audience = StoredAudiences.of(em, roomId);
        room.openFor(audience == null ? RoomKind.NOTICE : RoomKind.CONCERNED);
        em.flush();
        if (audience != null) AudienceMembers.follow(em, room, audience, clock.instant());
    }

    /**
     * Changes whom an open room is for.
     *
     * @param audience null for everybody
     */
    public List<Change> concern(EntityManager em, long roomId, Audience audience) {
        var room = RoomLock.lock(em, roomId);
        var wasForAll = room.kind().holdsEverybody();
        StoredAudiences.put(em, roomId, audience);
        room.openFor(audience == null ? RoomKind.NOTICE : RoomKind.CONCERNED);
        em.flush();
        if (audience == null) AudienceMembers.markRead(em, room);
        var moves = audience == null ? List.<Change>of() : AudienceMembers.follow(em, room, audience, clock.instant());
        // Those who are not named had no row that could have been taken out.
        return audience == null || wasForAll ? List.of(new Change.MembersChanged(roomId)) : moves;
    }

    /** The audiences of those of these rooms that are not for everybody, by room. With one query, or none. */
    public static Map<Long, Audience> audiences(EntityManager em, Collection<Long> rooms) {
        return StoredAudiences.of(em, rooms);
    }
}
