package org.hostelchat.attachment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A file's row: {@link FileState#UPLOADING} from its beginning, {@link FileState#READY} once all of it is kept, {@link FileState#POSTED} with the
 * post that carries it, {@link FileState#REMOVED} when that is taken back, its owner erased, or it was never posted.
 */
@Entity
@Table(name = "files")
public class StoredFile {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Enumerated(EnumType.STRING)
    private FileState state;

    /** Null once the account is gone. */
    @Column(name = "owner_id")
    private Long ownerId;

    private String name;

    private String type;

    private long size;

    private Long width;

    private Long height;

    /** Null while it is being uploaded. */
    private String hash;

    /** Hash of a small picture of it, or null. */
    private String preview;

    @Column(name = "preview_type")
    private String previewType;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "room_id")
    private Long roomId;

    private Long seq;

    protected StoredFile() {}

    StoredFile(long owner, String name, long size, Instant now) {
        this.state = FileState.UPLOADING;
        this.ownerId = owner;
        this.name = name;
        this.type = FileType.OTHER.mediaType();
        this.size = size;
        this.createdAt = now;
    }

    long id() {
        return id;
    }

    FileState state() {
        return state;
    }

    boolean isOf(long userId) {
        return ownerId != null && ownerId == userId;
    }

    String name() {
        return name;
    }

    FileType type() {
        return FileType.of(type);
    }

    long size() {
        return size;
    }

    String hash() {
        return hash;
    }

    String preview() {
        return preview;
    }

    FileType previewType() {
        return FileType.of(previewType);
    }

    Long roomId() {
        return roomId;
    }

    Long seq() {
        return seq;
    }

    /** @param pixels of a picture, or null */
    void complete(BlobStore.Staged bytes, FileType found, PictureSize pixels) {
        state = FileState.READY;
        type = found.mediaType();
        size = bytes.size();
        hash = bytes.hash();
        width = pixels == null ? null : (Long) (long) pixels.width();
        height = pixels == null ? null : (Long) (long) pixels.height();
    }

    void preview(String blob, FileType found) {
        preview = blob;
        previewType = found.mediaType();
    }

    void post(long room, long number) {
        state = FileState.POSTED;
        roomId = room;
        seq = number;
    }

    /** Only the hashes stay, by which the bytes are removed. */
    void remove() {
        state = FileState.REMOVED;
        ownerId = null;
        name = "";
        roomId = null;
        seq = null;
    }

    /** What messages say of it. */
    public AttachedFile attached() {
        return new AttachedFile(id, name, type, size, width, height, preview != null);
    }
}
