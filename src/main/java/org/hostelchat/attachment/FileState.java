package org.hostelchat.attachment;

/** The state of a file. Stored by name. */
enum FileState {
    /** Incomplete. */
    UPLOADING,
    /** Complete, and not carried by a post yet: only its owner sees it. */
    READY,
    /** A post carries it. */
    POSTED,
    /** Nobody can read it any more; its bytes are to be removed from the disk. */
    REMOVED
}
