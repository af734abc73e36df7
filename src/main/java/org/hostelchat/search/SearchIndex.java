package org.hostelchat.search;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;

/**
 * A port: by which terms which message is to be found. Messages go by their own number, which grows with time. Provided by {@code platform}.
 *
 * <p>Terms are folded letters, marks, digits and symbols, and {@code =}; never blanks, quotation marks or controls.
 */
public interface SearchIndex {

    /**
     * The newest messages that have the terms.
     *
     * @param after only messages with numbers above
     * @param before only messages with numbers below
     * @param limit the most
     * @return numbers, descending
     */
    List<Long> find(EntityManager em, Terms terms, long after, long before, int limit);

    /** Within a transaction: adds a message that is not there yet. */
    void add(EntityManager em, long message, Set<String> terms);

    /** Within a transaction: takes a message out, words and all, if it is there. */
    void remove(EntityManager em, long message);

    /** Within a transaction: takes everything out. */
    void clear(EntityManager em);
}
