package org.hostelchat.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.hostelchat.principal.Caller;
import org.hostelchat.storage.Transactions;

/**
 * The names of residents, for everybody: finds people to write to or to search for. Nothing else of the register is
 * shown.
 */
@ApplicationScoped
public class People {

    private static final int MOST = 50;

    private Transactions transactions;

    @Inject
    public People(Transactions transactions) {
        this.transactions = transactions;
    }

    /** For the CDI proxy. */
    protected People() {}

    /**
     * The accounts that a name or words of it may mean: those with exactly this name, else all whose name contains the
     * words. Closed accounts count, because their messages remain. Returns at most {@code most + 1} ids.
     */
    public List<Long> idsMatching(Caller caller, String text, int most) {
        caller.requireAccount();
        return transactions.read(em -> {
            var exactly = UserQuery.named(em, text, most + 1);
            var found = exactly.isEmpty() ? UserQuery.allNamed(em, text, most + 1) : exactly;
            return found.stream().map(User::id).toList();
        });
    }

    /** Other people's active accounts whose name contains every word of the text, by name, at most {@value #MOST}. */
    public List<User> named(Caller caller, String text) {
        caller.requireAccount();
        return transactions.read(em -> UserQuery.activeNamed(em, text, caller.id(), MOST));
    }
}
