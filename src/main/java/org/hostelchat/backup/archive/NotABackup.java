package org.hostelchat.backup.archive;

import java.io.IOException;

/** A file is no backup, or not a whole one. */
public final class NotABackup extends IOException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with the file. */
    public enum Reason {
        /** It is no backup of Hostel Chat, or one of a newer program. */
        FOREIGN,
        /** It was cut off, or a part of it has changed. */
        DAMAGED
    }

    private final Reason reason;

    NotABackup(Reason reason, String entry) {
        super(reason + ": " + entry);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
