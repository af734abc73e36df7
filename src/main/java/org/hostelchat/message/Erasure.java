package org.hostelchat.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hostelchat.account.UserErased;
import org.hostelchat.room.RoomLock;

/**
 * Turns all that an erased person wrote into tombstones, within the transaction that removes the account: one event per
 * room, whatever they wrote.
 */
@ApplicationScoped
public class Erasure {

    @PersistenceContext(unitName = "hostel")
    private EntityManager em;

    @Inject
    private MessageFeed feed;

    private final Map<Long, List<Long>> touched = new ConcurrentHashMap<>();

    void takeWordsAway(@Observes(during = TransactionPhase.IN_PROGRESS) UserErased erased) {
        var person = erased.userId();
        var rooms = em.createQuery(
                        "select distinct m.place.room from Message m where m.authorId = :person order by m.place.room",
                        Long.class)
                .setParameter("person", person)
                .getResultList();
        var now = Instant.now();
        var by = erased.by().isOperator() || erased.by().id() == person
                ? null
                : (Long) erased.by().id();
        for (var id : rooms) {
            var room = RoomLock.lock(em, id);
            em.persist(Message.erased(id, room.allocate(), by, person, now));
        }
        em.flush();
        em.createQuery("update Message m set m.kind = :tombstone, m.body = null, m.bodyHash = null, m.target = null,"
                        + " m.clientId = null, m.editedAt = null"
                        + " where m.authorId = :person and m.kind in (:posted, :edited, :tombstone)")
                .setParameter("tombstone", EventKind.TOMBSTONE)
                .setParameter("posted", EventKind.POSTED)
                .setParameter("edited", EventKind.EDITED)
                .setParameter("person", person)
                .executeUpdate();
        em.createQuery("update Message m set m.authorId = null where m.authorId = :person")
                .setParameter("person", person)
                .executeUpdate();
        touched.put(person, rooms);
    }

    void tell(@Observes(during = TransactionPhase.AFTER_COMPLETION) UserErased erased) {
        var rooms = touched.remove(erased.userId());
        if (rooms != null) rooms.forEach(feed::changed);
    }
}
