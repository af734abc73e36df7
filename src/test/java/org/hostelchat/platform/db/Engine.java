package org.hostelchat.platform.db;

import java.nio.file.Path;

/** The supported databases: the core's guarantees hold over each ({@link EachEngine}). */
public enum Engine {
    SQLITE {
        @Override
        public BareDatabase open(Path folder) {
            return new BareDatabase(folder.resolve("hostel.db"));
        }

        @Override
        public String lock() {
            return "begin exclusive";
        }
    },
    /** Tests over it are skipped where it is not installed. */
    POSTGRESQL {
        @Override
        public BareDatabase open(Path folder) {
            return new BareDatabase(SharedCluster.ofThisJvm().take());
        }

        @Override
        public String lock() {
            return "begin; lock table rooms in exclusive mode";
        }
    };

    /**
     * A database of a test's own, migrated and empty; to be closed.
     *
     * @param folder where it may keep a file
     */
    public abstract BareDatabase open(Path folder);

    /** SQL by which a connection keeps all others from storing a post, until {@code rollback}. */
    public abstract String lock();
}
