package org.hostelchat.platform.db;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * A step between two versions of the database that SQL alone can't take: one transaction, so that an interrupted one leaves the
 * database as it was and the next start begins again.
 */
abstract class CodedMigration implements JavaMigration {

    private final String version;
    private final String description;

    CodedMigration(String version, String description) {
        this.version = version;
        this.description = description;
    }

    @Override
    public final MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(version);
    }

    @Override
    public final String getDescription() {
        return description;
    }

    /** Changes with what it does, so that a database which another form of it has been at is recognised. */
    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public final boolean canExecuteInTransaction() {
        return true;
    }
}
