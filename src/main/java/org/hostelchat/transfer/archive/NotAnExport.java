package org.hostelchat.transfer.archive;

import java.io.IOException;

/** A file is no export, or not a whole one, or more than this program knows. */
public final class NotAnExport extends IOException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with the file. */
    public enum Reason {
        /** It is no export of Hostel Chat. */
        FOREIGN,
        /** It is one of a newer program. */
        NEWER,
        /** It was cut off, or a part of it has changed. */
        DAMAGED
    }

    private final Reason reason;

    public NotAnExport(Reason reason, String what) {
        super(reason + ": " + what);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
