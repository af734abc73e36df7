package org.hostelchat.backup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hostelchat.attachment.FilePresence;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditDraft;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.backup.archive.ArchiveProperties;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Transactions;

/** Makes backups, one at a time, for whoever holds the operator key: a backup contains every direct message and password hash. Thread-safe. */
@ApplicationScoped
public class Backups {

    private static final String PREFIX = "backup-";
    private static final String SUFFIX = ".tmp";

    private DatabaseSnapshot database;
    private BackupSettings settings;
    private Transactions transactions;
    private FilePresence presence;
    private AuditLog audit;
    private AuditTrail trail;
    private Clock clock;
    private final AtomicBoolean underWay = new AtomicBoolean();

    @Inject
    public Backups(
            DatabaseSnapshot database,
            BackupSettings settings,
            Transactions transactions,
            FilePresence presence,
            AuditLog audit,
            AuditTrail trail,
            Clock clock) {
        this.database = database;
        this.settings = settings;
        this.transactions = transactions;
        this.presence = presence;
        this.audit = audit;
        this.trail = trail;
        this.clock = clock;
    }

    /** For the CDI proxy. */
    protected Backups() {}

    /**
     * Copies the database, which may take minutes, and records that a backup was taken.
     *
     * @return to be closed by the caller
     * @throws Refusal.NotAllowed if the caller does not hold the operator key
     * @throws Refusal.Conflict if another backup is being made, or none of the files is there
     * @throws Refusal.Unavailable if the database could not be copied
     */
    public Backup take(Caller caller) {
        if (!caller.isOperator()) {
            throw new Refusal.NotAllowed("operator-only", Phrase.of("backup.operator-only"));
        }
        if (!underWay.compareAndSet(false, true)) {
            throw new Refusal.Conflict("backup-under-way", Phrase.of("backup.under-way"));
        }
        var isBegun = false;
        try {
            refuseWithoutFiles();
            removeLeftovers();
            // Temporary files can be read by this account alone.
            var copy = Files.createTempFile(settings.temporary(), PREFIX, SUFFIX);
            var backup = new Backup(properties(), copy, settings.files(), () -> underWay.set(false));
            isBegun = true;
            return filled(backup, caller);
        } catch (IOException e) {
            throw unavailable(e);
        } finally {
            if (!isBegun) underWay.set(false);
        }
    }

    /** A file that is lost must not end all backups, but without any the folder is most likely not mounted. */
    private void refuseWithoutFiles() {
        var look = presence.look();
        if (look.isNothingThere()) {
            throw new Refusal.Conflict(
                    "files-missing", Phrase.of("transfer.files-missing", "all", look.all(), "missing", look.missing()));
        }
    }

    private Backup filled(Backup backup, Caller caller) {
        try {
            database.copyTo(backup.database());
            audit.record("backup-taken", caller, "database", backup.properties().database());
            trail.record(transactions, AuditDraft.of(AuditAct.BACKUP_TAKEN, caller));
            return backup;
        } catch (RuntimeException | Error e) {
            backup.close();
            throw e;
        }
    }

    private ArchiveProperties properties() {
        return new ArchiveProperties(
                database.kind(), clock.instant().truncatedTo(ChronoUnit.SECONDS), settings.program());
    }

    /** Of a server that was killed while it sent one. */
    private void removeLeftovers() throws IOException {
        try (var left = Files.newDirectoryStream(settings.temporary(), PREFIX + "*" + SUFFIX + "*")) {
            for (var file : left) Files.deleteIfExists(file);
        }
    }

    private static Refusal unavailable(IOException e) {
        System.getLogger(Backups.class.getName()).log(System.Logger.Level.WARNING, "No backup was made", e);
        return new Refusal.Unavailable("backup-failed", Phrase.of("backup.failed"), Duration.ofSeconds(60));
    }
}
