package org.hostelchat.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.channels.FileChannel;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.RoomAccess;
import org.hostelchat.storage.Transactions;

/**
 * Opens files for people who may read the message that carries them; a file that no message carries only for its owner.
 * Thread-safe.
 */
@ApplicationScoped
public class FileReading {

    private final Transactions transactions;
    private final RoomAccess access;
    private final BlobStore blobs;

    @Inject
    public FileReading(Transactions transactions, RoomAccess access, BlobStore blobs) {
        this.transactions = transactions;
        this.access = access;
        this.blobs = blobs;
    }

    /** For the CDI proxy. */
    protected FileReading() {
        this(null, null, null);
    }

    /**
     * A file to be sent.
     *
     * @param type a media type
     * @param isShown whether browsers may display it inline
     * @param hash of the bytes, which never change
     */
    public record ReadableFile(String name, String type, boolean isShown, String hash) {}

    /** @throws Refusal.NotFound if there is no such file, or the caller may not read it */
    public ReadableFile file(Caller caller, long id) {
        var file = require(caller, id);
        return new ReadableFile(
                file.name(), file.type().mediaType(), file.type().isShown(), file.hash());
    }

    /** @throws Refusal.NotFound likewise, and if it has no preview */
    public ReadableFile preview(Caller caller, long id) {
        var file = require(caller, id);
        if (file.preview() == null) throw noSuchFile();
        return new ReadableFile(file.name(), file.previewType().mediaType(), true, file.preview());
    }

    /** Opens the bytes; the caller closes the channel. */
    public FileChannel open(ReadableFile file) {
        return blobs.open(file.hash());
    }

    private StoredFile require(Caller caller, long id) {
        caller.requireAccount();
        var file = transactions.read(em -> em.find(StoredFile.class, id));
        if (file == null || file.hash() == null || !mayRead(caller, file)) throw noSuchFile();
        return file;
    }

    private boolean mayRead(Caller caller, StoredFile file) {
        return switch (file.state()) {
            case UPLOADING, REMOVED -> false;
            case READY -> file.isOf(caller.id());
            case POSTED -> mayRead(caller, file.roomId(), file.seq());
        };
    }

    private boolean mayRead(Caller caller, long room, long seq) {
        try {
            return seq >= access.require(caller, room).first();
        } catch (Refusal.NotFound notTheirs) {
            return false;
        }
    }

    static Refusal noSuchFile() {
        return new Refusal.NotFound("no-such-file", Phrase.of("attachment.gone"));
    }
}
