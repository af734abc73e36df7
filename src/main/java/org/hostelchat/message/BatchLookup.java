package org.hostelchat.message;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
 * What the drafts of one batch are about: their rooms, locked in ascending order, their authors, and who is where. Looked up by a fixed
 * number of queries, and true until the transaction ends.
 */
final class BatchLookup {

    private final EntityManager em;
    private final Map<Long, Room> rooms = new TreeMap<>();
    private final Map<Long, User> authors = new HashMap<>();
    private final RoomMembers members;
    private final Mentions mentions;

    BatchLookup(EntityManager em, List<MessageDraft> drafts) {
        this.em = em;
        drafts.stream().map(MessageDraft::room).sorted().distinct().forEach(id -> rooms.put(id, RoomLock.lock(em, id)));
        findAuthors(drafts);
        // With the rooms locked: whoever is taken out of one from now on has to wait until this is committed.
        members = RoomMembers.among(em, rooms.values(), authors.keySet());
        mentions = Mentions.lookUp(em, drafts, rooms);
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

    void requireActive(Caller author) {
        if (!author.isOperator() && !authors.containsKey(author.id())) throw new Refusal.NotSignedIn();
    }

    /** @return null if the account is gone, or the operator acted */
    User author(Long id) {
        return authors.get(id == null ? 0L : id);
    }

    /** An open room that the author is in. */
    Room ownRoom(MessageDraft draft) {
        var room = rooms.get(draft.room());
        if (room == null || !members.isIn(draft.author().id(), room)) throw Rooms.notThere();
        return room;
    }

    /** An official clears up everywhere but among those who talk by themselves, in closed rooms and those of others too. */
    Room roomToClearUp(MessageDraft.Delete draft) {
        var room = rooms.get(draft.room());
        if (room == null || !draft.author().isAdmin() || room.kind().isPrivate()) return ownRoom(draft);
        return room;
    }

    /** Where officials write, only they write and pin. */
    void requireMayWrite(MessageDraft draft, Room room) {
        if (room.posting() == Posting.OFFICIALS
                && authors.get(draft.author().id()).role() != Role.ADMIN) {
            throw new Refusal.NotAllowed("officials-only", Phrase.of("message.officials-only"));
        }
    }

    /**
     * What stands at a number.
     *
     * @throws Refusal.NotFound if there is nothing that the author may read
     */
    Message find(Caller author, Room room, long seq) {
        var message = em.find(Message.class, new Message.Position(room.id(), seq));
        // What was said before one came in is not there.
        if (message == null || seq < members.firstReadable(author.id(), room)) throw noSuchMessage();
        return message;
    }

    /** A post that has not been taken back; otherwise as {@link #find}. */
    Message findPost(Caller author, Room room, long seq) {
        var message = find(author, room, seq);
        if (message.kind() != EventKind.POSTED) throw noSuchMessage();
        return message;
    }

    /**
     * What is to be stored of a post's references: people who are not in the room are left out.
     *
     * @throws Refusal.Unacceptable if the post that it answers is not there for its author
     */
    References references(MessageDraft.Post draft, Room room) {
        var asked = draft.references();
        if (asked.replyTo() != null) {
            try {
                findPost(draft.author(), room, asked.replyTo());
            } catch (Refusal.NotFound gone) {
                throw new Refusal.Unacceptable("no-such-message", "replyTo", Phrase.of("message.reply-gone"));
            }
        }
        return mentions.among(asked, authors.get(draft.author().id()), room);
    }

    static Refusal noSuchMessage() {
        return new Refusal.NotFound("no-such-message", Phrase.of("message.gone"));
    }
}
