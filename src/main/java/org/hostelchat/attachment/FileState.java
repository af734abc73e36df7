package org.hostelchat.attachment;

/** What has become of a file. Stored by name. */
enum FileState {
    /** Some of its bytes may be there. */
    UPLOADING,
    /** All of it is kept, and no post carries it yet: only its owner sees it. */
    READY,
    /** A post carries it. */
    POSTED,
    /** Nobody sees it any more; its bytes are about to be removed from the disk. */
    REMOVED
}
