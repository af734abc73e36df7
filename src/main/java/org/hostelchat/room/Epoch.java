package org.hostelchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hostelchat.storage.Transactions;

/**
 * Identifies this database's history. It changes when an older backup is restored: sequence numbers that clients hold
 * may then stand for other events, so clients discard them.
 */
@ApplicationScoped
public class Epoch {

    @Inject
    private Transactions transactions;

    private volatile String value;

    public String value() {
        if (value == null) {
            value = transactions.read(em -> (String) em.createNativeQuery("select epoch from hostel where id = 1")
                    .getSingleResult());
        }
        return value;
    }
}
