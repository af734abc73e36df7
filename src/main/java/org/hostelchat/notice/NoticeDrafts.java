package org.hostelchat.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Transactions;

/**
 * The notices that officials are still writing: each sees their own only. {@link NoticePosting#post} posts one and removes
 * it. Nothing of them is recorded. Thread-safe.
 */
@ApplicationScoped
public class NoticeDrafts {

    /** How many one person may keep. */
    static final int MOST = 50;

    private final Transactions transactions;
    private final NoticeSettings settings;

    @Inject
    public NoticeDrafts(Transactions transactions, NoticeSettings settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    /** For the CDI proxy. */
    protected NoticeDrafts() {
        this(null, null);
    }

    /** The caller's drafts, the one that was changed last first; at most 50. */
    public List<KeptDraft> list(Caller caller) {
        caller.requireAdmin();
        return transactions.read(em ->
                own(em, caller, "", " order by d.changedAt desc, d.id desc").getResultList());
    }

    /** @throws Refusal.NotFound if the caller has no such draft */
    public KeptDraft find(Caller caller, long id) {
        caller.requireAdmin();
        return transactions.read(em -> find(em, caller, id));
    }

    /**
     * Keeps a new draft.
     *
     * @throws Refusal.Unacceptable if a field that is given is invalid
     * @throws Refusal.Conflict if the caller has too many
     */
    public KeptDraft keep(Caller caller, NoticeDraft draft) {
        caller.requireAdmin();
        var tidy = draft.tidyUnfinished();
        return transactions.write(em -> {
            if (own(em, caller, "", "").getResultList().size() >= MOST) {
                throw new Refusal.Conflict("too-many-drafts", Phrase.of("notice.too-many-drafts", "most", MOST));
            }
            var kept = new KeptDraft(caller.isOperator() ? null : caller.id());
            kept.write(tidy, settings.now());
            em.persist(kept);
            em.flush();
            return kept;
        });
    }

    /**
     * Replaces what was written.
     *
     * @throws Refusal.NotFound if the caller has no such draft
     * @throws Refusal.Unacceptable if a field that is given is invalid
     */
    public KeptDraft change(Caller caller, long id, NoticeDraft draft) {
        caller.requireAdmin();
        var tidy = draft.tidyUnfinished();
        return transactions.write(em -> {
            var kept = find(em, caller, id);
            kept.write(tidy, settings.now());
            return kept;
        });
    }

    /** @throws Refusal.NotFound if the caller has no such draft */
    public void remove(Caller caller, long id) {
        caller.requireAdmin();
        transactions.write(em -> {
            remove(em, caller, id);
            return null;
        });
        transactions.wordsRemoved();
    }

    /** Within the caller's transaction: of two that remove a draft, one finds nothing. */
    static void remove(EntityManager em, Caller caller, long id) {
        find(em, caller, id);
        var removed = em.createQuery("delete from KeptDraft d where d.id = :id")
                .setParameter("id", id)
                .executeUpdate();
        if (removed == 0) throw notThere();
    }

    private static KeptDraft find(EntityManager em, Caller caller, long id) {
        return own(em, caller, " and d.id = :id", "")
                .setParameter("id", id)
                .getResultStream()
                .findAny()
                .orElseThrow(NoticeDrafts::notThere);
    }

    private static TypedQuery<KeptDraft> own(EntityManager em, Caller caller, String condition, String order) {
        var whose = caller.isOperator() ? "d.userId is null" : "d.userId = :me";
        var query = em.createQuery("select d from KeptDraft d where " + whose + condition + order, KeptDraft.class);
        if (!caller.isOperator()) query.setParameter("me", caller.id());
        return query.setMaxResults(MOST);
    }

    private static Refusal.NotFound notThere() {
        return new Refusal.NotFound("no-such-draft", Phrase.of("notice.draft-gone"));
    }
}
