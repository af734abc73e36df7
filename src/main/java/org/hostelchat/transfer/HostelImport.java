package org.hostelchat.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.hostelchat.attachment.BlobStore;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditDraft;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Columns;
import org.hostelchat.storage.Transactions;
import org.hostelchat.transfer.archive.ExportCheck;
import org.hostelchat.transfer.archive.ExportManifest;
import org.hostelchat.transfer.archive.NotAnExport;

/**
 * Takes a whole hostel in, where nothing has happened yet: people's files first, then all rows in one transaction, together with the entry of the
 * record. Interrupted at any point, the hostel is as empty as before. For whoever holds the operator key. Thread-safe.
 */
@ApplicationScoped
public class HostelImport {

    private static final System.Logger LOG = System.getLogger(HostelImport.class.getName());

    /** Of a database in which something has happened. */
    private static final List<String> USED =
            List.of("users", "messages", "notices", "audit_entries", "rooms where id <> 1");

    private static final String USED_ALREADY = "hostel-used";

    private TransferDatabase database;
    private TransferSettings settings;
    private Transactions transactions;
    private BlobStore blobs;
    private ChangeLog changes;
    private AuditTrail trail;
    private final ReentrantLock turn = new ReentrantLock();

    protected HostelImport() {}

    @Inject
    public HostelImport(
            TransferDatabase database,
            TransferSettings settings,
            Transactions transactions,
            BlobStore blobs,
            ChangeLog changes,
            AuditTrail trail) {
        this.database = database;
        this.settings = settings;
        this.transactions = transactions;
        this.blobs = blobs;
        this.changes = changes;
        this.trail = trail;
    }

    /**
     * What was taken in.
     *
     * @param madeAt of which moment it is
     * @param rows of all tables
     */
    public record Imported(Instant madeAt, long people, long messages, long rows, long files) {}

    /**
     * Takes in the hostel whose file the command line has handed over.
     *
     * @throws Refusal.Conflict if something has happened in this hostel, or another call is at it
     * @throws Refusal.Unacceptable if the file is no export, not whole, or one of a newer program
     */
    public Imported take(Caller caller) {
        if (!caller.isOperator()) throw new Refusal.NotAllowed("operator-only", Phrase.of("legacy.operator-only"));
        if (!Files.isRegularFile(settings.handover(), LinkOption.NOFOLLOW_LINKS)) {
            throw new Refusal.NotFound("no-file", Phrase.of("legacy.no-file"));
        }
        if (!turn.tryLock()) throw new Refusal.Conflict("import-under-way", Phrase.of("legacy.under-way"));
        try (var export = ExportCheck.open(settings.handover())) {
            return take(caller, export);
        } catch (NotAnExport e) {
            throw refused(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            turn.unlock();
        }
    }

    private Imported take(Caller caller, ExportCheck export) throws IOException {
        var tables = known(export.manifest());
        if (transactions.read(HostelImport::isUsed)) throw used();
        for (var hash : export.files()) keep(export, hash);
        var failure = new NotAnExport[1];
        try {
            transactions.write(em -> store(em, caller, export, tables, failure));
        } catch (Refusal.Conflict e) {
            if (e.slug().equals(USED_ALREADY)) throw e;
            // What contradicts itself is no export, whoever made it and its digests.
            LOG.log(System.Logger.Level.WARNING, "A hostel could not be taken in", e);
            throw new NotAnExport(NotAnExport.Reason.DAMAGED, "it contradicts itself");
        } catch (RuntimeException e) {
            if (failure[0] != null) throw failure[0];
            throw e;
        }
        return imported(export);
    }

    /** The tables by their names; nothing of an export may be left out. */
    private static Map<String, Table> known(ExportManifest manifest) throws NotAnExport {
        var known = new HashMap<String, Table>();
        for (var table : HostelTables.ALL) known.put(table.name(), table);
        for (var table : manifest.tables()) {
            if (!known.containsKey(table.name())) throw new NotAnExport(NotAnExport.Reason.NEWER, table.name());
            new RowReader(known.get(table.name()), table.columns());
        }
        return known;
    }

    private void keep(ExportCheck export, String hash) throws IOException {
        BlobStore.Staged staged;
        try (var content = export.readFile(hash)) {
            staged = blobs.stage(content, InputStream::transferTo);
        }
        try {
            if (!staged.hash().equals(hash)) throw new NotAnExport(NotAnExport.Reason.DAMAGED, hash);
            blobs.keep(staged);
        } finally {
            blobs.discard(staged);
        }
    }

    private Void store(
            EntityManager em, Caller caller, ExportCheck export, Map<String, Table> tables, NotAnExport[] failure) {
        try {
            // Nobody registers or posts from now on.
            em.createNativeQuery("update rooms set last_seq = last_seq").executeUpdate();
            em.createNativeQuery("update audit_head set last = last").executeUpdate();
            if (isUsed(em)) throw used();
            var connection = em.unwrap(Connection.class);
            for (var name : HostelTables.REPLACED) delete(connection, name);
            for (var table : export.manifest().tables()) store(connection, export, table, tables.get(table.name()));
            OlderExports.complete(em, export.manifest());
        } catch (NotAnExport e) {
            failure[0] = e;
            throw new UncheckedIOException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
        em.clear();
        changes.append(em, List.of(new Change.UserChanged(firstAdmin(em))));
        trail.record(
                em,
                AuditDraft.of(AuditAct.HOSTEL_IMPORTED, caller)
                        .change("messages", null, rows(export.manifest(), "messages")));
        return null;
    }

    private void store(Connection connection, ExportCheck export, ExportManifest.Table from, Table to)
            throws IOException, SQLException {
        LOG.log(System.Logger.Level.INFO, "Taking in {0}: {1} rows", from.name(), from.rows());
        var failure = new SQLException[1];
        try {
            export.readTable(from, lines -> {
                try {
                    return new RowReader(to, from.columns()).read(lines, connection, database.withOwnIds());
                } catch (SQLException e) {
                    failure[0] = e;
                    throw new IOException(e);
                }
            });
        } catch (IOException e) {
            if (failure[0] != null) throw failure[0];
            throw e;
        }
        if (to.hasIds()) database.setLastId(connection, to.name(), from.lastId());
    }

    private static void delete(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("delete from " + table);
        }
    }

    private static boolean isUsed(EntityManager em) {
        for (var table : USED) {
            var found = em.createNativeQuery("select count(*) from (select 1 from " + table
                            + (table.contains(" ") ? "" : " where 1 = 1") + " limit 1) found_rows")
                    .getSingleResult();
            if (Columns.number(found) > 0) return true;
        }
        return false;
    }

    private static long firstAdmin(EntityManager em) {
        return Columns.number(em.createNativeQuery("select coalesce(min(id), 0) from users where role = 'ADMIN'")
                .getSingleResult());
    }

    private static Imported imported(ExportCheck export) {
        var manifest = export.manifest();
        return new Imported(
                export.header().madeAt(),
                rows(manifest, "users"),
                rows(manifest, "messages"),
                manifest.tables().stream().mapToLong(ExportManifest.Table::rows).sum(),
                manifest.files());
    }

    private static long rows(ExportManifest manifest, String table) {
        return manifest.tables().stream()
                .filter(each -> each.name().equals(table))
                .mapToLong(ExportManifest.Table::rows)
                .sum();
    }

    private static Refusal used() {
        return new Refusal.Conflict(USED_ALREADY, Phrase.of("transfer.used"));
    }

    private static Refusal refused(NotAnExport e) {
        return switch (e.reason()) {
            case FOREIGN -> new Refusal.Unacceptable("not-an-export", "file", Phrase.of("transfer.foreign"));
            case NEWER -> new Refusal.Unacceptable("newer-export", "file", Phrase.of("transfer.newer"));
            case DAMAGED -> new Refusal.Unacceptable("damaged-file", "file", Phrase.of("transfer.damaged"));
        };
    }
}
