package org.hostelchat.changelog;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;

/**
 * CDI event: changes are about to be appended, within the transaction that causes them and before the log is locked.
 * Observers may change what follows from them, lock rooms for that, and add what is to be told of it.
 *
 * @param em of the transaction
 * @param changes those that are appended
 * @param following those that observers add, which are appended after them
 */
public record ChangesPending(EntityManager em, List<Change> changes, List<Change> following) {

    ChangesPending(EntityManager em, List<? extends Change> changes) {
        this(em, List.copyOf(changes), new ArrayList<>());
    }
}
