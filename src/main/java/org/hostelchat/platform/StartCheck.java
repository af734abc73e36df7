package org.hostelchat.platform;

/** What has to be right before anything is done: the settings, and a database that keeps what it is given. */
final class StartCheck {

    private StartCheck() {}

    /** @throws CannotStart if it is not, before anything of the database is touched */
    static void of(HostelSettings settings) {
        Migrations.refuseNewer(settings);
        if (settings.onSqlite()) SqliteCheck.of(settings.databaseUrl());
        else PostgresCheck.of(new HostelDataSource());
    }
}
