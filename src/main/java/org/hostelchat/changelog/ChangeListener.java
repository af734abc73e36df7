package org.hostelchat.changelog;

/**
 * A port: told of every change, in the order of the log. Each bean of this type is told by {@link ChangeTail}, on one thread at a time,
 * which may be that of the act and still hold the turn to write: a listener must return soon, may read from the database, and must not
 * write to it.
 */
public interface ChangeListener {

    /**
     * A change that is committed. It is told once, but for one that a listener could not take: that is told again, to all of them, a few
     * times, and then passed over.
     *
     * @param logged never of an unknown kind
     * @throws RuntimeException if it could not be taken: nothing after it is told before it is tried again
     */
    void told(LoggedChange logged);

    /** A change was passed over, since a listener could not take it. Whoever relies on having been told of all begins anew. */
    default void passedOver() {}
}
