package org.hostelchat.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hostelchat.attachment.BlobStore;
import org.hostelchat.attachment.FilePresence;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditDraft;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Transactions;
import org.hostelchat.transfer.archive.ExportHeader;
import org.hostelchat.transfer.archive.ExportWriter;

/**
 * Writes the whole hostel as of one moment, while people go on writing, for whoever holds the operator key: an export contains every direct message
 * and password hash. One at a time. Holds a buffer of rows in memory, however many there are. Thread-safe.
 */
@ApplicationScoped
public class HostelExport {

    private static final String HASHES =
            "select hash from files where hash is not null and state in ('READY', 'POSTED')"
                    + " union select preview from files where preview is not null and state in ('READY', 'POSTED')";

    private TransferDatabase database;
    private TransferSettings settings;
    private Transactions transactions;
    private BlobStore blobs;
    private FilePresence presence;
    private AuditTrail trail;
    private Clock clock;
    private final AtomicBoolean underWay = new AtomicBoolean();

    protected HostelExport() {}

    @Inject
    public HostelExport(
            TransferDatabase database,
            TransferSettings settings,
            Transactions transactions,
            BlobStore blobs,
            FilePresence presence,
            AuditTrail trail,
            Clock clock) {
        this.database = database;
        this.settings = settings;
        this.transactions = transactions;
        this.blobs = blobs;
        this.presence = presence;
        this.trail = trail;
        this.clock = clock;
    }

    /** An export that is ready to be sent; to be closed. */
    public final class Started implements AutoCloseable {

        private final Connection connection;

        private Started(Connection connection) {
            this.connection = connection;
        }

        /** Writes all of it. What fails in between leaves a stream that is recognised as cut off. */
        public void writeTo(OutputStream out) throws IOException {
            try {
                write(connection, out);
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                System.getLogger(HostelExport.class.getName())
                        .log(System.Logger.Level.WARNING, "A connection was not closed", e);
            } finally {
                underWay.set(false);
            }
        }
    }

    /**
     * Records that the hostel is exported, and opens it as of now.
     *
     * @throws Refusal.NotAllowed if the caller does not hold the operator key
     * @throws Refusal.Conflict if another export is being sent, or files that are needed are not there
     */
    public Started begin(Caller caller) {
        if (!caller.isOperator()) throw new Refusal.NotAllowed("operator-only", Phrase.of("legacy.operator-only"));
        if (!underWay.compareAndSet(false, true)) {
            throw new Refusal.Conflict("export-under-way", Phrase.of("legacy.under-way"));
        }
        var isBegun = false;
        try {
            var look = presence.look();
            if (look.missing() > 0) {
                throw new Refusal.Conflict(
                        "files-missing",
                        Phrase.of("transfer.files-missing", "all", look.all(), "missing", look.missing()));
            }
            trail.record(transactions, AuditDraft.of(AuditAct.HOSTEL_EXPORTED, caller));
            var started = new Started(database.openAsOfNow());
            isBegun = true;
            return started;
        } catch (SQLException e) {
            System.getLogger(HostelExport.class.getName())
                    .log(System.Logger.Level.ERROR, "The database could not be read", e);
            throw new Refusal.Unavailable("export-failed", Phrase.of("transfer.not-read"), Duration.ofSeconds(60));
        } finally {
            if (!isBegun) underWay.set(false);
        }
    }

    private void write(Connection connection, OutputStream out) throws IOException, SQLException {
        var header = new ExportHeader(clock.instant().truncatedTo(ChronoUnit.SECONDS), settings.program());
        var writer = new ExportWriter(out, header);
        for (var table : HostelTables.ALL) {
            var last = table.hasIds() ? database.lastId(connection, table.name()) : 0;
            writer.addTable(table.name(), table.columnNames(), last, to -> {
                try {
                    return new RowWriter(table).write(connection, database.collation(), to);
                } catch (SQLException e) {
                    throw new IOException(e);
                }
            });
        }
        try (var statement = connection.createStatement();
                var hashes = statement.executeQuery(HASHES)) {
            while (hashes.next()) addFile(writer, hashes.getString(1));
        }
        writer.finish();
    }

    private void addFile(ExportWriter writer, String hash) throws IOException {
        try (var content = Channels.newInputStream(blobs.open(hash))) {
            writer.addFile(hash, content);
        } catch (Refusal.NotFound gone) {
            // Whoever sent it may have been erased since the export was begun.
            if (presence.isNeeded(hash)) throw new IOException("A file that is needed is not there: " + hash, gone);
        }
    }
}
