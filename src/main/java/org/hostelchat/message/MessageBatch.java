package org.hostelchat.message;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hostelchat.attachment.PostedFiles;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditDraft;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Room;
import org.hostelchat.user.User;

/**
 * Stores a batch of drafts in one transaction: locks the rooms in ascending order, then allocates the next number for
 * each draft in turn. One instance for each transaction, used by one thread.
 *
 * <p>A refused draft takes no number and does not affect the others.
 */
final class MessageBatch {

    /** The result for each draft, in order, and the events of each room. */
    record Outcome(List<Answer> answers, Map<Long, List<RoomEvent>> events) {

        /** Whether a text was edited or deleted. */
        boolean removesText() {
            return events.values().stream()
                    .flatMap(List::stream)
                    .anyMatch(event -> event.kind() == EventKind.EDITED || event.kind() == EventKind.DELETED);
        }
    }

    /** Either the position, or the reason for the refusal. */
    record Answer(Stored stored, Refusal refusal) {}

    private final EntityManager em;
    private final AuditTrail trail;
    private final String keeping;
    private final ZonedDateTime time;
    private final Instant now;
    private final StandingMarks marks;
    private final Map<String, Message> repeated = new HashMap<>();
    private final Map<Long, List<RoomEvent>> events = new TreeMap<>();
    private final List<AuditDraft> acts = new ArrayList<>();
    private BatchLookup lookup;

    MessageBatch(EntityManager em, AuditTrail trail, Instant now) {
        this(em, trail, "", now.atZone(ZoneOffset.UTC));
    }

    /**
     * @param keeping as {@link org.hostelchat.storage.Transactions#keepingRows}
     * @param time in the hostel's time zone, in which authors are told of times
     */
    MessageBatch(EntityManager em, AuditTrail trail, String keeping, ZonedDateTime time) {
        this.em = em;
        this.trail = trail;
        this.keeping = keeping;
        this.time = time;
        this.now = time.toInstant();
        this.marks = new StandingMarks(em);
    }

    /** Stores the drafts. To be called within a transaction; nothing has happened until that is committed. */
    Outcome store(List<MessageDraft> drafts) {
        lookup = new BatchLookup(em, keeping, drafts, time);
        findRepeated(drafts);
        var answers = new ArrayList<Answer>(drafts.size());
        for (var draft : drafts) {
            try {
                answers.add(new Answer(store(draft), null));
            } catch (Refusal refusal) {
                answers.add(new Answer(null, refusal));
            }
        }
        // After all rooms are locked, to keep the order of locks. Posts record nothing.
        trail.record(em, acts);
        return new Outcome(answers, events);
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
        lookup.requireActive(draft.author());
        if (draft instanceof MessageDraft.Post post) return post(post);
        if (draft instanceof MessageDraft.Edit edit) return edit(edit);
        if (draft instanceof MessageDraft.Mark mark) return mark(mark);
        if (draft instanceof MessageDraft.Import lines) return imported(lines);
        return delete((MessageDraft.Delete) draft);
    }

    private Stored post(MessageDraft.Post draft) {
        var key = key(draft.author().id(), draft.clientId().toString());
        var first = repeated.get(key);
        if (first != null) return repeat(first, draft);
        var room = lookup.roomToWriteIn(draft);
        lookup.requireMayPost(draft, room);
        SlowMode.refuseTooSoon(em, room, lookup.author(draft.author().id()), now);
        var references = lookup.references(draft, room);
        var files = lookup.files(draft);
        var message = Message.posted(draft, references, files, room, now);
        lookup.post(files, message);
        repeated.put(key, message);
        Mentions.enter(em, message);
        return happened(message);
    }

    /** The answer of the first post, permanently: even if it was edited or deleted, or the room was closed. */
    private static Stored repeat(Message first, MessageDraft.Post draft) {
        if (first.room() != draft.room() || !first.wasFirstSentAs(draft.body(), draft.references())) {
            throw new Refusal.Conflict("client-id-used", Phrase.of("message.client-id-used"));
        }
        return new Stored(first.seq(), first.at(), false);
    }

    private Stored edit(MessageDraft.Edit draft) {
        var room = lookup.roomToWriteIn(draft);
        var message = lookup.find(draft.author(), room, draft.target());
        if (message.kind() != EventKind.POSTED || !message.isBy(draft.author().id())) {
            throw mayNotTouch(message, Phrase.of("message.edit-own"));
        }
        if (message.body().equals(draft.body())) return new Stored(message.seq(), message.at(), false);
        clearEdits(message);
        message.edit(draft.body(), now);
        return happened(Message.edited(draft, room, now));
    }

    /** Deleting what is deleted already succeeds. */
    private Stored delete(MessageDraft.Delete draft) {
        var room = lookup.roomForDeletion(draft);
        var message = lookup.find(draft.author(), room, draft.target());
        if (!draft.author().isAdmin() && !message.isBy(draft.author().id())) {
            throw mayNotTouch(message, Phrase.of("message.delete-own"));
        }
        if (message.kind() == EventKind.TOMBSTONE) return new Stored(message.seq(), message.at(), false);
        if (message.kind() != EventKind.POSTED) throw BatchLookup.noSuchMessage();
        clearEdits(message);
        marks.deleteAllOf(message);
        if (!message.files().isEmpty()) PostedFiles.removeOf(em, room.id(), message.seq());
        message.becomeTombstone();
        recordIfOfficial(draft, room, message);
        return happened(Message.deleted(draft, room, now));
    }

    /**
     * In direct rooms and private groups, deletions by officials of their own messages are not recorded, because other
     * officials may not learn of them.
     */
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

    private Stored imported(MessageDraft.Import draft) {
        var room = lookup.roomForImport(draft);
        // What the transaction has posted so far has its numbers, and must be stored before the next ones.
        em.flush();
        var made = ImportedLines.store(em, room, draft.lines(), now);
        if (!made.isEmpty())
            events.computeIfAbsent(room.id(), id -> new ArrayList<>()).addAll(made);
        return new Stored(room.last(), now, !made.isEmpty());
    }

    private static Refusal mayNotTouch(Message message, Phrase why) {
        return message.kind() == EventKind.POSTED
                ? new Refusal.NotAllowed("not-yours", why)
                : BatchLookup.noSuchMessage();
    }

    /** Earlier edits contain texts that the message no longer has. */
    private void clearEdits(Message message) {
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

    private Stored mark(MessageDraft.Mark draft) {
        var room = draft.on() ? lookup.roomToWriteIn(draft) : lookup.ownRoom(draft);
        var post = lookup.findPost(draft.author(), room, draft.target());
        if (draft instanceof MessageDraft.Pin) lookup.requireMayPost(draft, room);
        if (!marks.changesSomething(draft)) return new Stored(post.seq(), post.at(), false);
        var act = Message.marked(draft, room, now);
        marks.change(draft, act);
        return happened(act);
    }

    private Stored happened(Message message) {
        em.persist(message);
        var author = lookup.author(message.authorId());
        events.computeIfAbsent(message.room(), id -> new ArrayList<>()).add(MessageLog.event(message, author));
        return new Stored(message.seq(), message.at(), true);
    }
}
