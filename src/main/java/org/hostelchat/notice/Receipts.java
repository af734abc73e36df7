package org.hostelchat.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Transactions;

/** Stores who has read a notice and who has acknowledged it; both are idempotent. Thread-safe. */
@ApplicationScoped
public class Receipts {

    // One statement each, because two devices of one person could otherwise both find no row; the existing row is kept,
    // unless there was a reminder since.
    // No row returned means that nothing has changed.
    private static final String READ =
            """
            insert into receipts (notice_id, user_id, read_at)
            select n.id, u.id, ?3 from notices n, users u
            where n.id = ?1 and u.id = ?2 and n.withdrawn_at is null
            on conflict (notice_id, user_id) do update set read_at = excluded.read_at
            where receipts.read_at < (select n.reminded_at from notices n where n.id = receipts.notice_id)""";

    private static final String ACKNOWLEDGE =
            """
            insert into receipts (notice_id, user_id, read_at, acknowledged_at, acknowledged_version)
            select n.id, u.id, ?3, ?3, ?4 from notices n, users u
            where n.id = ?1 and u.id = ?2 and n.withdrawn_at is null
            on conflict (notice_id, user_id) do update
            set acknowledged_at = excluded.acknowledged_at, acknowledged_version = excluded.acknowledged_version,
                read_at = case
                    when receipts.read_at < (select n.reminded_at from notices n where n.id = receipts.notice_id)
                    then excluded.read_at else receipts.read_at end
            where receipts.acknowledged_version is null or receipts.acknowledged_version < excluded.acknowledged_version""";

    private final Transactions transactions;
    private final ChangeLog changes;
    private final NoticeSettings settings;

    @Inject
    Receipts(Transactions transactions, ChangeLog changes, NoticeSettings settings) {
        this.transactions = transactions;
        this.changes = changes;
        this.settings = settings;
    }

    /** For the CDI proxy. */
    protected Receipts() {
        this(null, null, null);
    }

    /**
     * Stores that the caller has read a notice.
     *
     * @throws Refusal.NotFound if there is none that concerns the caller, or it is withdrawn
     */
    public void markRead(Caller caller, long id) {
        caller.requireAccount();
        transactions.write(em -> {
            Notices.standing(em, caller, id);
            var fresh = read(em, id, caller.id(), settings.now());
            changes.append(em, fresh);
            return null;
        });
    }

    /** Stores that the caller has read these notices; those that are withdrawn or do not concern the caller are ignored. */
    public void markRead(Caller caller, List<Long> ids) {
        caller.requireAccount();
        transactions.write(em -> {
            var fresh = new ArrayList<Change>();
            var now = settings.now();
            Notices.withIds(em, caller, ids).stream()
                    .map(NoticeView::id)
                    .forEach(id -> fresh.addAll(read(em, id, caller.id(), now)));
            changes.append(em, fresh);
            return null;
        });
    }

    /**
     * Stores that the caller has acknowledged, and therefore read, a notice.
     *
     * @param version what the caller was shown ({@link NoticeView#version}), or null for the present one
     * @throws Refusal.NotFound if there is none that concerns the caller, or it is withdrawn
     * @throws Refusal.Conflict if a later edit has asked for acknowledgement again: nothing is stored
     */
    public void acknowledge(Caller caller, long id, Long version) {
        caller.requireAccount();
        transactions.write(em -> {
            var notice = Notices.standing(em, caller, id);
            var shown = version == null ? notice.version() : Math.min(version, notice.version());
            if (shown < notice.askedVersion()) throw changedMeanwhile();
            if (upsert(em, ACKNOWLEDGE, id, caller.id(), shown, settings.now())) {
                changes.append(em, new Change.ReceiptChanged(caller.id(), id, shown));
            }
            return null;
        });
    }

    private static Refusal.Conflict changedMeanwhile() {
        return new Refusal.Conflict("notice-changed", Phrase.of("notice.changed"));
    }

    /**
     * Within the caller's transaction.
     *
     * @return the change, to be appended to the log of changes: empty if it was read before
     */
    static List<Change> read(EntityManager em, long noticeId, long userId, Instant now) {
        var fresh = upsert(em, READ, noticeId, userId, null, now);
        return fresh ? List.of(new Change.ReceiptChanged(userId, noticeId, null)) : List.of();
    }

    private static boolean upsert(EntityManager em, String sql, long noticeId, long userId, Long version, Instant now) {
        var query = em.createNativeQuery(sql)
                .setParameter(1, noticeId)
                .setParameter(2, userId)
                .setParameter(3, now.toEpochMilli());
        if (version != null) query.setParameter(4, version);
        return query.executeUpdate() > 0;
    }
}
