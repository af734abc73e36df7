package org.hostelchat.legacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditDraft;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.message.ImportedLine;
import org.hostelchat.message.ImportedLines;
import org.hostelchat.message.MessageDraft;
import org.hostelchat.principal.Caller;
import org.hostelchat.room.ReadMarks;
import org.hostelchat.room.Room;
import org.hostelchat.storage.Columns;
import org.hostelchat.storage.Transactions;

/** What was moved in already. Thread-safe. */
@ApplicationScoped
public class ReportHistory {

    private Transactions transactions;
    private AuditTrail trail;

    protected ReportHistory() {}

    @Inject
    public ReportHistory(Transactions transactions, AuditTrail trail) {
        this.transactions = transactions;
        this.trail = trail;
    }

    /**
     * Whether all of exactly this file was moved in. The record says so: whoever was erased since does not come back with it.
     *
     * @param digest of the file
     */
    boolean isDone(String digest) {
        return transactions.read(em -> isDone(em, digest));
    }

    private static boolean isDone(EntityManager em, String digest) {
        return Columns.number(em.createNativeQuery(
                                "select count(*) from audit_entries where act = ?1 and values_after like ?2")
                        .setParameter(1, AuditAct.REPORT_IMPORTED.code())
                        .setParameter(2, "%" + digest + "%")
                        .getSingleResult())
                > 0;
    }

    /** Those of these messages that are not stored. */
    List<ImportedLine> absent(List<ImportedLine> lines) {
        var there = new HashSet<String>();
        for (var from = 0; from < lines.size(); from += MessageDraft.Import.MOST) {
            var ids = lines.subList(from, Math.min(lines.size(), from + MessageDraft.Import.MOST)).stream()
                    .map(line -> line.clientId().toString())
                    .toList();
            there.addAll(transactions.read(em -> ImportedLines.present(em, ids)));
        }
        var absent = new ArrayList<ImportedLine>();
        for (var line : lines) if (there.add(line.clientId().toString())) absent.add(line);
        return absent;
    }

    /** Records that a file is moved in. What it has said is old, and nobody's unread messages; what was posted after it is. */
    void finish(Caller by, String digest, long rows) {
        transactions.write(em -> {
            if (isDone(em, digest)) return false;
            var last = ImportedLines.last(em, Room.COMMON);
            if (last > 0) ReadMarks.beginAt(em, Room.COMMON, last);
            trail.record(
                    em,
                    AuditDraft.of(AuditAct.REPORT_IMPORTED, by)
                            .change("file", null, digest)
                            .change("messages", null, rows));
            return true;
        });
    }
}
