package org.hostelchat.wire;

import static org.hostelchat.wire.FieldType.FLAG;
import static org.hostelchat.wire.FieldType.NUMBER;
import static org.hostelchat.wire.FieldType.TEXT;
import static org.hostelchat.wire.FieldType.list;

import java.util.List;
import org.hostelchat.attachment.AttachedFile;
import org.hostelchat.attachment.UploadProgress;
import org.hostelchat.attachment.Uploads;

/** The external forms of files and uploads. */
public final class FileForms {

    /** A file's description; {@code width} and {@code height} for pictures only. */
    public static final ObjectForm<AttachedFile> FILE = ObjectForm.<AttachedFile>empty()
            .with("id", NUMBER, AttachedFile::id)
            .with("name", TEXT, AttachedFile::name)
            .with("type", TEXT, AttachedFile::type)
            .with("size", NUMBER, AttachedFile::size)
            .withAny("width", NUMBER, AttachedFile::width)
            .withAny("height", NUMBER, AttachedFile::height)
            .with("preview", FLAG, AttachedFile::preview);

    /** The files of a message; in a table's cell their names. */
    static final FieldType<List<AttachedFile>> FILES = list(FILE, AttachedFile::name);

    /** The progress of an upload, and the largest size of its next piece. */
    public static final ObjectForm<UploadProgress> UPLOAD = ObjectForm.<UploadProgress>empty()
            .with("id", NUMBER, UploadProgress::id)
            .with("name", TEXT, UploadProgress::name)
            .with("offset", NUMBER, UploadProgress::offset)
            .with("size", NUMBER, UploadProgress::size)
            .with("piece", NUMBER, upload -> (long) Uploads.LARGEST_PIECE);

    private FileForms() {}
}
