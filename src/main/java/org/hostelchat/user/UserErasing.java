package org.hostelchat.user;

import jakarta.persistence.EntityManager;
import org.hostelchat.principal.Caller;

/**
 * CDI event: an account is being erased and its row is about to be deleted. Observers delete what they store of that
 * person, within the same transaction.
 *
 * @param em of the transaction
 * @param userId the account's id, which is never used again
 * @param by the caller who erases it
 */
public record UserErasing(EntityManager em, long userId, Caller by) {}
