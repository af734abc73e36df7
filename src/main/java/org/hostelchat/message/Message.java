package org.hostelchat.message;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.hostelchat.attachment.AttachedFile;
import org.hostelchat.room.Room;

/** An event of a room's log, as stored. Read by {@link MessageLog}; written by {@link MessageBatch} and {@link Erasure}. */
@Entity
@Table(name = "messages")
public class Message {

    @EmbeddedId
    private Position position;

    @Enumerated(EnumType.STRING)
    private EventKind kind;

    @Column(name = "author_id")
    private Long authorId;

    private Instant at;

    @Column(name = "client_id")
    private String clientId;

    private String body;

    /**
     * SHA-256 of the original text and references, by which a repeated post is recognised even after an edit. Computed
     * without surrounding blanks, which earlier versions did not store.
     */
    @Column(name = "body_hash")
    private byte[] bodyHash;

    private Long target;

    @Column(name = "edited_at")
    private Instant editedAt;

    @Column(name = "reply_to")
    private Long replyTo;

    /** See {@link References#stored}. */
    private String mentions;

    /** {@link AttachedFile#stored}. */
    private String files;

    private String emoji;

    /** Of a reaction or pin: 1 if it was set, 0 if it was removed. */
    @Column(name = "is_on")
    private Integer state;

    /** 1 for a post, also after its deletion. A number, because databases differ in their booleans. */
    private int post;

    /** The number of posts in the room up to and including this event. Used by the query that counts unread posts. */
    @SuppressWarnings("UnusedVariable")
    private long posts;

    protected Message() {}

    private Message(Room room, EventKind kind, Long authorId, Instant at) {
        this.post = kind == EventKind.POSTED ? 1 : 0;
        this.position = new Position(room.id(), post == 1 ? room.allocatePost() : room.allocate());
        this.posts = room.posts();
        this.kind = kind;
        this.authorId = authorId;
        this.at = at;
    }

    /**
     * @param stored the draft's references after the look-up
     * @param files what it carries
     */
    static Message posted(MessageDraft.Post draft, References stored, List<AttachedFile> files, Room room, Instant at) {
        var message = new Message(room, EventKind.POSTED, draft.author().id(), at);
        message.clientId = draft.clientId().toString();
        message.body = draft.body();
        message.bodyHash = hash(draft.body(), draft.references());
        message.replyTo = stored.replyTo();
        message.mentions = stored.stored();
        message.files = AttachedFile.stored(files);
        return message;
    }

    static Message edited(MessageDraft.Edit draft, Room room, Instant at) {
        var message = new Message(room, EventKind.EDITED, draft.author().id(), at);
        message.target = draft.target();
        message.body = draft.body();
        return message;
    }

    /** The author is null if the operator acted, who has no account. */
    static Message deleted(MessageDraft.Delete draft, Room room, Instant at) {
        var author = draft.author().isOperator() ? null : (Long) draft.author().id();
        var message = new Message(room, EventKind.DELETED, author, at);
        message.target = draft.target();
        return message;
    }

    /** The deletion of a post that its room does not keep any longer. */
    static Message expired(Room room, long target, Instant at) {
        var message = new Message(room, EventKind.DELETED, null, at);
        message.target = target;
        return message;
    }

    static Message marked(MessageDraft.Mark draft, Room room, Instant at) {
        var reaction = draft instanceof MessageDraft.React react ? react.emoji() : null;
        var kind = reaction == null ? EventKind.PINNED : EventKind.REACTED;
        var message = new Message(room, kind, draft.author().id(), at);
        message.target = draft.target();
        message.emoji = reaction;
        message.state = draft.on() ? 1 : 0;
        return message;
    }

    static Message erased(Room room, Long by, long person, Instant at) {
        var message = new Message(room, EventKind.ERASED, by, at);
        message.target = person;
        return message;
    }

    long room() {
        return position.room;
    }

    long seq() {
        return position.seq;
    }

    EventKind kind() {
        return kind;
    }

    /** Null if the account is gone, or the operator acted. */
    Long authorId() {
        return authorId;
    }

    Instant at() {
        return at;
    }

    String clientId() {
        return clientId;
    }

    String body() {
        return body;
    }

    Long target() {
        return target;
    }

    Instant editedAt() {
        return editedAt;
    }

    boolean isBy(long userId) {
        return authorId != null && authorId == userId;
    }

    String emoji() {
        return emoji;
    }

    boolean isOn() {
        return state != null && state == 1;
    }

    List<AttachedFile> files() {
        return AttachedFile.read(files);
    }

    References references() {
        return References.of(replyTo, mentions);
    }

    /** Whether this is the original content of the post. Unknown, and so true, after its deletion. */
    boolean wasFirstSentAs(String words, References references) {
        return bodyHash == null || Arrays.equals(bodyHash, hash(words, references));
    }

    void edit(String words, Instant when) {
        body = words;
        editedAt = when;
    }

    /** Deletes the content permanently. Author and client id stay, so that a repeated post gets its answer. */
    void becomeTombstone() {
        kind = EventKind.TOMBSTONE;
        body = null;
        bodyHash = null;
        target = null;
        editedAt = null;
        replyTo = null;
        mentions = null;
        files = null;
        emoji = null;
        state = null;
    }

    private static byte[] hash(String words, References references) {
        return references.hashWith(words.strip());
    }

    /** Primary key: room and number. */
    @Embeddable
    public static class Position implements Serializable {
        private static final long serialVersionUID = 1;

        @Column(name = "room_id")
        private long room;

        private long seq;

        protected Position() {}

        Position(long room, long seq) {
            this.room = room;
            this.seq = seq;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Position that && that.room == room && that.seq == seq;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(room * 1_000_003 + seq);
        }
    }
}
