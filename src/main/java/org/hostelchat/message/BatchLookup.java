package org.hostelchat.message;

import jakarta.persistence.EntityManager;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hostelchat.attachment.AttachedFile;
import org.hostelchat.attachment.PostedFiles;
import org.hostelchat.auth.ValidSessions;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.BlockedAuthors;
import org.hostelchat.room.Posting;
import org.hostelchat.room.Room;
import org.hostelchat.room.RoomLock;
import org.hostelchat.room.RoomMembers;
import org.hostelchat.room.Rooms;
import org.hostelchat.user.User;

/**
 * The rows that the drafts of one batch refer to: rooms (locked in ascending order), authors and memberships. Read by a
 * fixed number of queries, and valid until the transaction ends.
 */
final class BatchLookup {

    private final EntityManager em;
    private final ZonedDateTime now;
    private final Map<Long, Room> rooms = new TreeMap<>();
    private final Map<Long, User> authors = new HashMap<>();
    private final RoomMembers members;
    private final BlockedAuthors blocked;
    private final Mentions mentions;
    private final ValidSessions sessions;
    private final PostedFiles files;

    /**
     * @param keeping as {@link org.hostelchat.storage.Transactions#keepingRows}
     * @param now in the hostel's time zone
     */
    BatchLookup(EntityManager em, String keeping, List<MessageDraft> drafts, ZonedDateTime now) {
        this.em = em;
        this.now = now;
        // Before the rooms, see there.
        sessions = ValidSessions.among(
                em, keeping, drafts.stream().map(MessageDraft::author).toList(), now.toInstant());
        drafts.stream().map(MessageDraft::room).sorted().distinct().forEach(id -> rooms.put(id, RoomLock.lock(em, id)));
        findAuthors(drafts);
        // After the rooms are locked: from now on removals of members wait for this transaction.
        members = RoomMembers.among(em, rooms.values(), authors.keySet());
        blocked = BlockedAuthors.among(em, rooms.values(), authors.keySet());
        mentions = Mentions.lookUp(em, drafts, rooms);
        files = PostedFiles.lookUp(em, filesOf(drafts));
    }

    private static Set<Long> filesOf(List<MessageDraft> drafts) {
        return drafts.stream()
                .filter(MessageDraft.Post.class::isInstance)
                .flatMap(draft -> ((MessageDraft.Post) draft).references().files().stream())
                .collect(Collectors.toSet());
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

    /** @throws Refusal.NotSignedIn if the author's account is not active, or the session of the draft has ended */
    void requireActive(Caller author) {
        sessions.require(author);
        if (!author.isOperator() && !authors.containsKey(author.id())) throw new Refusal.NotSignedIn();
    }

    /** @return null if the account is gone, or the operator is the author */
    User author(Long id) {
        return authors.get(id == null ? 0L : id);
    }

    /** The draft's room, which must be open and the author a member. */
    Room ownRoom(MessageDraft draft) {
        var room = rooms.get(draft.room());
        if (room == null || !members.isIn(draft.author().id(), room)) throw Rooms.notThere();
        return room;
    }

    /**
     * A room of the author's in which others are about to see something of theirs.
     *
     * @throws Refusal.NotAllowed if the author is muted, or the other person of a direct room has blocked them
     */
    Room roomToWriteIn(MessageDraft draft) {
        var room = ownRoom(draft);
        var muted = authors.get(draft.author().id()).muted(now.toInstant());
        if (muted != null) {
            throw new Refusal.NotAllowed(
                    "muted", Phrase.of("message.muted", "until", muted.until().atZone(now.getZone())));
        }
        blocked.refuse(draft.author().id(), room);
        return room;
    }

    /**
     * The room of a deletion by an official: any room, closed ones and others' included, except direct rooms and
     * private groups.
     */
    Room roomForDeletion(MessageDraft.Delete draft) {
        var room = rooms.get(draft.room());
        if (room == null || !draft.author().isAdmin() || room.kind().isPrivate()) return ownRoom(draft);
        return room;
    }

    /** The room that other programs' messages go to, whoever may write in it. */
    Room roomForImport(MessageDraft.Import draft) {
        var room = rooms.get(draft.room());
        if (room == null || !room.isOpen()) throw Rooms.notThere();
        return room;
    }

    /** In rooms for announcements only officials write and pin. */
    void requireMayPost(MessageDraft draft, Room room) {
        if (room.posting() == Posting.OFFICIALS
                && authors.get(draft.author().id()).role() != Role.ADMIN) {
            throw new Refusal.NotAllowed("officials-only", Phrase.of("message.officials-only"));
        }
    }

    /**
     * The message at this number.
     *
     * @throws Refusal.NotFound if there is none that the caller may read
     */
    Message find(Caller author, Room room, long seq) {
        var message = em.find(Message.class, new Message.Position(room.id(), seq));
        // Messages from before the author joined do not exist for them.
        if (message == null || seq < members.firstReadable(author.id(), room)) throw noSuchMessage();
        return message;
    }

    /** As {@link #find}, and it must be a post that is not deleted. */
    Message findPost(Caller author, Room room, long seq) {
        var message = find(author, room, seq);
        if (message.kind() != EventKind.POSTED) throw noSuchMessage();
        return message;
    }

    /**
     * The references to store with a post: mentions of people who are not in the room are dropped.
     *
     * @throws Refusal.Unacceptable if the author cannot read the post that is replied to
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

    /**
     * The files that a post carries.
     *
     * @throws Refusal.Unacceptable unless all of them are its author's, complete, and in no other post
     */
    List<AttachedFile> files(MessageDraft.Post draft) {
        return files.of(draft.author().id(), draft.references().files());
    }

    /** Ties files to their post, once it has its number. */
    void post(List<AttachedFile> attached, Message message) {
        files.post(attached, message.room(), message.seq());
    }

    static Refusal noSuchMessage() {
        return new Refusal.NotFound("no-such-message", Phrase.of("message.gone"));
    }
}
