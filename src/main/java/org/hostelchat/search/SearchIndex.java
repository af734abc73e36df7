package org.hostelchat.search;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;

/**
 * Port to a full-text index. Messages are identified by their id, which grows with time. Implemented by {@code
 * platform.db}.
 *
 * <p>Terms consist of folded letters, marks, digits, symbols and {@code =}; never of blanks, quotation marks or control
 * characters.
 */
public interface SearchIndex {

    /**
     * The newest messages that have the terms.
     *
     * @param after only ids above this
     * @param before only ids below this
     * @param limit the most ids to return
     * @return ids, descending
     */
    List<Long> find(EntityManager em, Terms terms, long after, long before, int limit);

    /** Adds a message that is not in the index. To be called within a transaction. */
    void add(EntityManager em, long message, Set<String> terms);

    /** Removes a message with its terms; does nothing if it is not in the index. To be called within a transaction. */
    void remove(EntityManager em, long message);

    /** Removes everything. To be called within a transaction. */
    void clear(EntityManager em);
}
