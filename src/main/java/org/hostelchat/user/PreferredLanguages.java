package org.hostelchat.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hostelchat.language.Language;
import org.hostelchat.principal.Caller;
import org.hostelchat.storage.Transactions;

/** The languages that people choose for their accounts; a choice holds on all of a person's devices. */
@ApplicationScoped
public class PreferredLanguages {

    private Transactions transactions;

    @Inject
    public PreferredLanguages(Transactions transactions) {
        this.transactions = transactions;
    }

    /** For the CDI proxy. */
    protected PreferredLanguages() {}

    /**
     * Takes effect with the caller's next request. Does nothing for the operator, who has no account, and for accounts
     * that have been erased meanwhile.
     */
    public void choose(Caller caller, Language language) {
        if (caller.isOperator()) return;
        transactions.write(em -> {
            var user = em.find(User.class, caller.id());
            if (user != null) user.prefer(language);
            return user;
        });
    }
}
