package org.hostelchat.user;

import jakarta.persistence.EntityManager;
import org.hostelchat.principal.Caller;

/**
 * CDI event: an account is being erased, and its row is about to go. Whoever stores something of that person takes it away at
 * once, within the same transaction.
 *
 * @param em of the transaction
 * @param userId the number of the account, never given to anybody again
 * @param by who erases
 */
public record UserErasing(EntityManager em, long userId, Caller by) {}
