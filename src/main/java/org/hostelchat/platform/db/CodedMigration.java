package org.hostelchat.platform.db;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * A migration that SQL alone cannot express. One transaction: if it is interrupted, the database is unchanged and the
 * next start repeats it.
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

    /** Must be changed with the migration, so that a database migrated by another form of it is recognised. */
    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public final boolean canExecuteInTransaction() {
        return true;
    }
}
