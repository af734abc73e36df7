package org.hostelchat.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.hostelchat.principal.Caller;
import org.hostelchat.storage.Transactions;

/** Whom somebody can write to: the names of all who live here, without what else the register knows of them. */
@ApplicationScoped
public class People {

    private static final int MOST = 50;

    private Transactions transactions;

    @Inject
    public People(Transactions transactions) {
        this.transactions = transactions;
    }

    /** For the container's proxy. */
    protected People() {}

    /**
     * Whom somebody means by a name or words of it: whoever is called just so, else all whose name has the words; those whose account is
     * closed too, for what they wrote is still there. At most one more than {@code most}.
     */
    public List<Long> meant(Caller caller, String text, int most) {
        caller.requireAccount();
        return transactions.read(em -> {
            var exactly = UserQuery.named(em, text, most + 1);
            var found = exactly.isEmpty() ? UserQuery.allNamed(em, text, most + 1) : exactly;
            return found.stream().map(User::id).toList();
        });
    }

    /** Active accounts but the caller's own whose name contains every word of the text, by name, at most {@value #MOST}. */
    public List<User> named(Caller caller, String text) {
        caller.requireAccount();
        return transactions.read(em -> UserQuery.activeNamed(em, text, caller.id(), MOST));
    }
}
