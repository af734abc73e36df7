package org.hostelchat.message;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditDraft;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Posting;
import org.hostelchat.room.Room;
import org.hostelchat.room.RoomLock;
import org.hostelchat.room.RoomMembers;
import org.hostelchat.room.Rooms;
import org.hostelchat.user.User;

/**
 * Everything that waited, in one transaction: the rooms locked in ascending order, then draft by draft the next numbers
 * handed out. One instance for one transaction, used by one thread.
 *
 * <p>A draft that is refused takes no number and hinders no other draft.
 */
final class MessageBatch {

    /** What became of each draft, in their order, and what happened in each room. */
    record Outcome(List<Answer> answers, Map<Long, List<RoomEvent>> events) {

        /** Whether something was edited or deleted. */
        boolean removesWords() {
            return events.values().stream().flatMap(List::stream).anyMatch(event -> event.kind() != EventKind.POSTED);
        }
    }

    /** Either where it stands, or why it was refused. */
    record Answer(Stored stored, Refusal refusal) {}

    private final EntityManager em;
    private final AuditTrail trail;
    private final Instant now;
    private final Map<Long, Room> rooms = new TreeMap<>();
    private final Map<Long, User> authors = new HashMap<>();
    private final Map<String, Message> repeated = new HashMap<>();
    private final Map<Long, List<RoomEvent>> events = new TreeMap<>();
    private final List<AuditDraft> acts = new ArrayList<>();
    private RoomMembers members;

    MessageBatch(EntityManager em, AuditTrail trail, Instant now) {
        this.em = em;
        this.trail = trail;
        this.now = now;
    }

    /** Stores the drafts. To be called within a transaction; nothing has happened until that is committed. */
    Outcome store(List<MessageDraft> drafts) {
        drafts.stream().map(MessageDraft::room).sorted().distinct().forEach(id -> rooms.put(id, RoomLock.lock(em, id)));
        findAuthors(drafts);
        // With the rooms locked: whoever is taken out of one from now on has to wait until this is committed.
        members = RoomMembers.among(em, rooms.values(), authors.keySet());
        findRepeated(drafts);
        var answers = new ArrayList<Answer>(drafts.size());
        for (var draft : drafts) {
            try {
                answers.add(new Answer(store(draft), null));
            } catch (Refusal refusal) {
                answers.add(new Answer(null, refusal));
            }
        }
        // After all rooms were locked, as everywhere; posts record nothing.
        trail.record(em, acts);
        return new Outcome(answers, events);
    }

    private void findAuthors(List<MessageDraft> drafts) {
        var ids = drafts.stream()
                .map(draft -> draft.author().id())
                .filter(id -> id != 0)
                .collect(Collectors.toSet());
        if (ids.isEmpty()) return;
        em.createQuery("select u from User u where u.id in :ids and u.active = true", User.class)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(user -> authors.put(user.id(), user));
    }

    private void findRepeated(List<MessageDraft> drafts) {
        Set<String> ids = drafts.stream()
                .filter(MessageDraft.Post.class::isInstance)
                .map(draft -> ((MessageDraft.Post) draft).clientId().toString())
                .collect(Collectors.toSet());
        if (ids.isEmpty()) return;
        em.createQuery("select m from Message m where m.clientId in :ids", Message.class)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(message -> repeated.put(key(message.authorId(), message.clientId()), message));
    }

    private static String key(Long author, String clientId) {
        return author + "/" + clientId;
    }

    private Stored store(MessageDraft draft) {
        requireActive(draft.author());
        if (draft instanceof MessageDraft.Post post) return post(post);
        if (draft instanceof MessageDraft.Edit edit) return edit(edit);
        return delete((MessageDraft.Delete) draft);
    }

    private void requireActive(Caller author) {
        if (!author.isOperator() && !authors.containsKey(author.id())) throw new Refusal.NotSignedIn();
    }

    private Stored post(MessageDraft.Post draft) {
        var key = key(draft.author().id(), draft.clientId().toString());
        var first = repeated.get(key);
        if (first != null) return repeat(first, draft);
        var room = ownRoom(draft);
        if (room.posting() == Posting.OFFICIALS
                && authors.get(draft.author().id()).role() != Role.ADMIN) {
            throw new Refusal.NotAllowed("officials-only", Phrase.of("message.officials-only"));
        }
        var message = Message.posted(draft, room, now);
        repeated.put(key, message);
        return happened(message);
    }

    /** The first one's answer, for ever: also when its words were edited or taken back since, or its room was closed. */
    private static Stored repeat(Message first, MessageDraft.Post draft) {
        if (first.room() != draft.room() || !first.wasFirstSentAs(draft.body())) {
            throw new Refusal.Conflict(
                    "client-id-used", Phrase.of("message.client-id-used"));
        }
        return new Stored(first.seq(), first.at(), false);
    }

    private Stored edit(MessageDraft.Edit draft) {
        var room = ownRoom(draft);
        var message = find(draft, room);
        if (message.kind() != EventKind.POSTED || !message.isBy(draft.author().id())) {
            throw mayNotTouch(message, Phrase.of("message.edit-own"));
        }
        if (message.body().equals(draft.body())) return new Stored(message.seq(), message.at(), false);
        buryEdits(message);
        message.edit(draft.body(), now);
        return happened(Message.edited(draft, room, now));
    }

    /** Taking back what is gone already is done at once. */
    private Stored delete(MessageDraft.Delete draft) {
        var room = roomToClearUp(draft);
        var message = find(draft, room);
        if (!draft.author().isAdmin() && !message.isBy(draft.author().id())) {
            throw mayNotTouch(message, Phrase.of("message.delete-own"));
        }
        if (message.kind() == EventKind.TOMBSTONE) return new Stored(message.seq(), message.at(), false);
        if (message.kind() != EventKind.POSTED) throw noSuchMessage();
        buryEdits(message);
        message.becomeTombstone();
        recordIfOfficial(draft, room, message);
        return happened(Message.deleted(draft, room, now));
    }

    /** Where people talk by themselves, what an official takes back of their own is no other official's business. */
    private void recordIfOfficial(MessageDraft.Delete draft, Room room, Message message) {
        var by = draft.author();
        if (!by.isAdmin()) return;
        trail.log("message-deleted", by, "room", room.id(), "seq", message.seq());
        if (room.kind().isPrivate() && message.isBy(by.id())) return;
        var act = AuditDraft.of(AuditAct.MESSAGE_DELETED, by)
                .onMessage(room.id(), room.kind().isPrivate() ? null : room.name(), message.seq());
        var author = message.authorId() == null ? null : em.find(User.class, message.authorId());
        acts.add(author == null ? act : act.person(author.id(), author.name(), author.enrolmentNumber()));
    }

    private static Refusal mayNotTouch(Message message, Phrase why) {
        return message.kind() == EventKind.POSTED ? new Refusal.NotAllowed("not-yours", why) : noSuchMessage();
    }

    /** Earlier edits of a message hold words that it does not say any more. */
    private void buryEdits(Message message) {
        if (message.editedAt() == null) return;
        em.flush();
        em.createQuery(
                        "select m from Message m where m.position.room = :room and m.target = :target and m.kind = :edited",
                        Message.class)
                .setParameter("room", message.room())
                .setParameter("target", message.seq())
                .setParameter("edited", EventKind.EDITED)
                .getResultList()
                .forEach(Message::becomeTombstone);
    }

    private Message find(MessageDraft draft, Room room) {
        var target = draft instanceof MessageDraft.Edit edit ? edit.target() : ((MessageDraft.Delete) draft).target();
        var message = em.find(Message.class, new Message.Position(draft.room(), target));
        // What was said before one came in is not there.
        if (message == null || target < members.firstReadable(draft.author().id(), room)) throw noSuchMessage();
        return message;
    }

    private static Refusal noSuchMessage() {
        return new Refusal.NotFound("no-such-message", Phrase.of("message.gone"));
    }

    /** An open room that the author is in. */
    private Room ownRoom(MessageDraft draft) {
        var room = rooms.get(draft.room());
        if (room == null || !members.isIn(draft.author().id(), room)) throw Rooms.notThere();
        return room;
    }

    /** An official clears up everywhere but among those who talk by themselves, in closed rooms and those of others too. */
    private Room roomToClearUp(MessageDraft.Delete draft) {
        var room = rooms.get(draft.room());
        if (room == null || !draft.author().isAdmin() || room.kind().isPrivate()) return ownRoom(draft);
        return room;
    }

    private Stored happened(Message message) {
        em.persist(message);
        var author = authors.get(message.authorId() == null ? 0L : message.authorId());
        events.computeIfAbsent(message.room(), id -> new ArrayList<>()).add(MessageLog.event(message, author));
        return new Stored(message.seq(), message.at(), true);
    }
}
