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

    /** Active accounts but the caller's own whose name contains every word of the text, by name, at most {@value #MOST}. */
    public List<User> named(Caller caller, String text) {
        caller.requireAccount();
        return transactions.read(em -> UserQuery.activeNamed(em, text, caller.id(), MOST));
    }
}
