package org.hostelchat.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hostelchat.language.Language;
import org.hostelchat.principal.Caller;
import org.hostelchat.storage.Transactions;

/** The language that somebody wants to be spoken to in, kept with their account: it holds on each of their devices. */
@ApplicationScoped
public class PreferredLanguages {

    private Transactions transactions;

    @Inject
    public PreferredLanguages(Transactions transactions) {
        this.transactions = transactions;
    }

    /** For the container's proxy. */
    protected PreferredLanguages() {}

    /** Holds from the caller's next request on. Does nothing for the operator, who has no account, or for one that is gone by now. */
    public void choose(Caller caller, Language language) {
        if (caller.isOperator()) return;
        transactions.write(em -> {
            var user = em.find(User.class, caller.id());
            if (user != null) user.prefer(language);
            return user;
        });
    }
}
