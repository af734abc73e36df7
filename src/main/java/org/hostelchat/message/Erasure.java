package org.hostelchat.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hostelchat.attachment.PostedFiles;
import org.hostelchat.room.RoomLock;
import org.hostelchat.user.UserErasing;

/**
 * Turns everything that an erased person wrote into tombstones, within the transaction that removes the account, with
 * one event per room.
 */
@ApplicationScoped
public class Erasure {

    private final Map<Long, List<Long>> touched = new ConcurrentHashMap<>();

    private MessageFeed feed;
    private Clock clock;

    @Inject
    public Erasure(MessageFeed feed, Clock clock) {
        this.feed = feed;
        this.clock = clock;
    }

    /** For the CDI proxy. */
    protected Erasure() {}

    public void takeWordsAway(@Observes UserErasing erasing) {
        var em = erasing.em();
        var person = erasing.userId();
        // All rooms are locked before they are read. Otherwise a first post to another room could be committed in
        // between, and lose its text without an event. If a new room is created meanwhile, its post keeps a reference
        // to the account, and the database refuses the removal as a whole.
        var held = RoomLock.lockAll(em);
        var rooms = em.createQuery(
                        "select distinct m.position.room from Message m where m.authorId = :person and m.position.room in :held"
                                + " order by m.position.room",
                        Long.class)
                .setParameter("person", person)
                .setParameter("held", held)
                .getResultList();
        var now = clock.instant();
        var by = erasing.by().isOperator() || erasing.by().id() == person
                ? null
                : (Long) erasing.by().id();
        for (var id : rooms) {
            var room = RoomLock.lock(em, id);
            em.persist(Message.erased(room, by, person, now));
        }
        em.flush();
        // Before the posts lose their author, by whom they are found.
        ErasedMarks.takeAway(em, person);
        PostedFiles.removeAllOf(em, person);
        em.createQuery("update Message m set m.kind = :tombstone, m.body = null, m.bodyHash = null, m.target = null,"
                        + " m.clientId = null, m.editedAt = null, m.replyTo = null, m.mentions = null, m.files = null, m.emoji = null, m.state = null"
                        + " where m.authorId = :person and m.position.room in :held"
                        + " and m.kind in (:posted, :edited, :reacted, :tombstone)")
                .setParameter("tombstone", EventKind.TOMBSTONE)
                .setParameter("posted", EventKind.POSTED)
                .setParameter("edited", EventKind.EDITED)
                .setParameter("reacted", EventKind.REACTED)
                .setParameter("person", person)
                .setParameter("held", held)
                .executeUpdate();
        em.createQuery("update Message m set m.authorId = null where m.authorId = :person and m.position.room in :held")
                .setParameter("person", person)
                .setParameter("held", held)
                .executeUpdate();
        touched.put(person, rooms);
    }

    /** Also called after a rollback, when there is nothing new to read. */
    public void tell(@Observes(during = TransactionPhase.AFTER_COMPLETION) UserErasing erased) {
        var rooms = touched.remove(erased.userId());
        if (rooms != null) rooms.forEach(feed::changed);
    }
}
