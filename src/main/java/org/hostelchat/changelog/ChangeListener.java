package org.hostelchat.changelog;

/**
 * A port: receives every change, in the order of the log. {@link ChangeTail} calls each bean of this type, on one
 * thread at a time. That may be the thread of the act, which may still hold the permit to write: a listener must return
 * soon, may read from the database, and must not write to it.
 */
public interface ChangeListener {

    /**
     * Receives a committed change. If a listener throws, the change is delivered to all listeners again, a few times,
     * and then skipped.
     *
     * @param logged never of an unknown kind
     * @throws RuntimeException if the change could not be handled: it is retried before any later change
     */
    void onChange(LoggedChange logged);

    /**
     * A change was skipped because a listener failed repeatedly. Listeners whose state depends on every change must
     * rebuild it.
     */
    default void passedOver() {}
}
