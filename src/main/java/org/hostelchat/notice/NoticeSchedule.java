package org.hostelchat.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Transactions;

/**
 * Shows notices when their time comes. Every process of the hostel looks every second; whichever is first shows a
 * notice, within one transaction, so a restart or the end of a process delays it until the next look at most.
 * Thread-safe.
 */
@ApplicationScoped
public class NoticeSchedule {

    private static final System.Logger LOG = System.getLogger(NoticeSchedule.class.getName());

    /** More follow a second later. */
    private static final int AT_ONCE = 20;

    private final Transactions transactions;
    private final NoticePosting posting;
    private final NoticeSettings settings;

    @Inject
    public NoticeSchedule(Transactions transactions, NoticePosting posting, NoticeSettings settings) {
        this.transactions = transactions;
        this.posting = posting;
        this.settings = settings;
    }

    /** For the CDI proxy. */
    protected NoticeSchedule() {
        this(null, null, null);
    }

    /** Shows what is due. One that cannot be shown does not keep the others waiting. */
    public void showDue() {
        for (var id : due()) {
            try {
                posting.showDue(id);
            } catch (Refusal later) {
                LOG.log(System.Logger.Level.WARNING, "Notice " + id + " is shown by a later attempt", later);
            }
        }
    }

    private List<Long> due() {
        return transactions.read(em -> em.createQuery(
                        "select n.id from Notice n where n.shown = false and n.withdrawnAt is null and n.content.startsAt <= :now"
                                + " order by n.content.startsAt, n.id",
                        Long.class)
                .setParameter("now", settings.now())
                .setMaxResults(AT_ONCE)
                .getResultList());
    }
}
