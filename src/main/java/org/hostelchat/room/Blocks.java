package org.hostelchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Transactions;
import org.hostelchat.user.User;

/**
 * The people whom a person has blocked. A blocked person can neither begin a conversation of two with them nor write in
 * an existing one; other rooms are not affected. The refusal says that this person takes no direct messages, and does
 * not reveal the block. Thread-safe.
 */
@ApplicationScoped
public class Blocks {

    /** The most people that one person can block. */
    private static final int MOST = 200;

    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public Blocks(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** For the CDI proxy. */
    protected Blocks() {
        this(null, null);
    }

    /**
     * Takes effect with the next post. Does nothing if the person is blocked already.
     *
     * @throws Refusal.NotFound if there is no such account
     * @throws Refusal.Unacceptable if it is the caller's own
     * @throws Refusal.Conflict if the caller has blocked too many
     */
    public void block(Caller caller, long userId) {
        caller.requireAccount();
        if (caller.id() == userId) {
            throw new Refusal.Unacceptable("wrong-people", "userId", Phrase.of("room.block-oneself"));
        }
        transactions.write(em -> {
            var user = em.find(User.class, userId);
            if (user == null || !user.isActive()) {
                throw new Refusal.NotFound("no-such-user", Phrase.of("room.no-such-user"));
            }
            var others = ((Number)
                            em.createNativeQuery("select count(*) from blocks where user_id = ?1 and blocked_id <> ?2")
                                    .setParameter(1, caller.id())
                                    .setParameter(2, userId)
                                    .getSingleResult())
                    .longValue();
            if (others >= MOST) {
                throw new Refusal.Conflict("too-many-blocked", Phrase.of("room.too-many-blocked", "most", MOST));
            }
            return em.createNativeQuery(
                            """
                            insert into blocks (blocked_id, user_id, at) values (?1, ?2, ?3)
                            on conflict (blocked_id, user_id) do nothing""")
                    .setParameter(1, userId)
                    .setParameter(2, caller.id())
                    .setParameter(3, clock.millis())
                    .executeUpdate();
        });
    }

    /** Does nothing if the person is not blocked. */
    public void unblock(Caller caller, long userId) {
        caller.requireAccount();
        transactions.write(em -> em.createNativeQuery("delete from blocks where blocked_id = ?1 and user_id = ?2")
                .setParameter(1, userId)
                .setParameter(2, caller.id())
                .executeUpdate());
    }

    /** The people whom the caller has blocked, by id; at most {@value #MOST}. */
    public List<RoomPerson> of(Caller caller) {
        caller.requireAccount();
        List<?> rows = transactions.read(em -> em.createNativeQuery(
                        "select u.id, u.name from blocks b join users u on u.id = b.blocked_id where b.user_id = ?1 order by u.id")
                .setParameter(1, caller.id())
                .getResultList());
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new RoomPerson(((Number) row[0]).longValue(), (String) row[1]))
                .toList();
    }

    /**
     * Refuses to create a conversation with a person who has blocked the caller.
     *
     * @param people the members of the conversation, including the caller
     */
    static void refuseBeginning(EntityManager em, Caller caller, List<Long> people) {
        if (people.size() != 2) return;
        var other = people.get(people.get(0) == caller.id() ? 1 : 0);
        var blocked = em.createNativeQuery("select 1 from blocks where blocked_id = ?1 and user_id = ?2")
                .setParameter(1, caller.id())
                .setParameter(2, other)
                .getResultList();
        if (!blocked.isEmpty()) throw takesNone();
    }

    /** The refusal that a blocked person gets. */
    static Refusal takesNone() {
        return new Refusal.NotAllowed("no-direct-messages", Phrase.of("room.takes-no-messages"));
    }
}
