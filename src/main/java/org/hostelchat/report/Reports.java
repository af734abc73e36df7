package org.hostelchat.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.hostelchat.attachment.AttachedFile;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditDraft;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.RoomKind;
import org.hostelchat.storage.Columns;
import org.hostelchat.storage.Transactions;

/** What was reported, for officials. Thread-safe. */
@ApplicationScoped
public class Reports {

    /** How many messages are shown on either side of a reported one. */
    static final int AROUND = 5;

    private static final String REPORT =
            """
            select r.id, r.room_id, o.kind, o.name, r.seq, u.id, u.name, u.enrolment_number,
                   a.id, a.name, a.enrolment_number, r.why, r.at, r.settled_at, r.first_seq
            from reports r join rooms o on o.id = r.room_id join users u on u.id = r.user_id
            left join messages m on m.room_id = r.room_id and m.seq = r.seq left join users a on a.id = m.author_id
            """;

    private final Transactions transactions;
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    public Reports(Transactions transactions, AuditTrail trail, Clock clock) {
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** For the CDI proxy. */
    protected Reports() {
        this(null, null, null);
    }

    /** A row of {@link #REPORT}, with the first number that the reporter might read. */
    private record Found(Report report, long first) {}

    /**
     * Reports, newest first, without the messages' text.
     *
     * @param openOnly whether settled ones are left out
     * @param before the id of the last one on the previous page, 0 for the first page
     */
    public List<Report> list(Caller caller, boolean openOnly, long before, int limit) {
        caller.requireAdmin();
        return transactions.read(em -> found(em.createNativeQuery(REPORT + "where r.id < ?1"
                                + (openOnly ? " and r.settled_at is null" : "") + " order by r.id desc")
                        .setParameter(1, before == 0 ? Long.MAX_VALUE : before)
                        .setMaxResults(limit))
                .map(Found::report)
                .toList());
    }

    /** How many wait for somebody to settle them. */
    public long open(Caller caller) {
        caller.requireAdmin();
        return transactions.read(
                em -> Columns.number(em.createNativeQuery("select count(*) from reports where settled_at is null")
                        .getSingleResult()));
    }

    /**
     * The reported message with those around it, of which nothing is older than what the reporter might read. Recorded
     * in the same transaction, because officials cannot read some of these rooms otherwise.
     *
     * @throws Refusal.NotFound if there is no such report (any more)
     */
    public ReportedTalk read(Caller caller, long id) {
        caller.requireAdmin();
        return transactions.write(em -> {
            var found = find(em, id);
            var report = found.report();
            var messages = Stream.concat(
                            lines(em, report, found.first(), report.seq(), "desc", AROUND + 1),
                            lines(em, report, report.seq() + 1, Long.MAX_VALUE, "asc", AROUND))
                    .sorted((a, b) -> Long.compare(a.seq(), b.seq()))
                    .toList();
            trail.record(em, draft(AuditAct.REPORT_READ, caller, report));
            return new ReportedTalk(report, messages);
        });
    }

    /** Marks a report as dealt with; does nothing if it is already. */
    public void settle(Caller caller, long id) {
        caller.requireAdmin();
        transactions.write(em -> {
            var report = find(em, id).report();
            var settled = em.createNativeQuery(
                            "update reports set settled_at = ?1 where id = ?2 and settled_at is null")
                    .setParameter(1, clock.millis())
                    .setParameter(2, id)
                    .executeUpdate();
            if (settled > 0) trail.record(em, draft(AuditAct.REPORT_SETTLED, caller, report));
            return null;
        });
    }

    private static Found find(EntityManager em, long id) {
        return found(em.createNativeQuery(REPORT + "where r.id = ?1").setParameter(1, id))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("no-such-report", Phrase.of("report.gone")));
    }

    private static AuditDraft draft(AuditAct act, Caller by, Report report) {
        var draft = AuditDraft.of(act, by).onMessage(report.room(), report.roomName(), report.seq());
        var author = report.author();
        return author == null ? draft : draft.person(author.id(), author.name(), author.enrolmentNumber());
    }

    private static Stream<Found> found(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> {
            var kind = RoomKind.valueOf((String) row[2]);
            var report = new Report(
                    Columns.number(row[0]),
                    Columns.number(row[1]),
                    kind,
                    kind.isPrivate() ? null : (String) row[3],
                    Columns.number(row[4]),
                    person(row, 5),
                    person(row, 8),
                    (String) row[11],
                    Columns.time(row[12]),
                    row[13] == null ? null : Columns.time(row[13]));
            return new Found(report, Columns.number(row[14]));
        });
    }

    private static Report.Person person(Object[] row, int at) {
        return row[at] == null
                ? null
                : new Report.Person(Columns.number(row[at]), (String) row[at + 1], (String) row[at + 2]);
    }

    /** The condition must read {@code post = 1} exactly, for the databases to use the partial index of posts. */
    private static Stream<ReportedTalk.Line> lines(
            EntityManager em, Report report, long from, long to, String direction, int most) {
        List<?> rows = em.createNativeQuery(
                        "select m.seq, u.id, u.name, u.enrolment_number, m.at, m.body, m.edited_at, m.files"
                                + " from messages m left join users u on u.id = m.author_id"
                                + " where m.room_id = ?1 and m.post = 1 and m.seq >= ?2 and m.seq <= ?3 order by m.seq "
                                + direction)
                .setParameter(1, report.room())
                .setParameter(2, from)
                .setParameter(3, to)
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new ReportedTalk.Line(
                        Columns.number(row[0]),
                        person(row, 1),
                        Columns.time(row[4]),
                        (String) row[5],
                        AttachedFile.read((String) row[7]),
                        row[6] == null ? null : Columns.time(row[6])));
    }
}
