package org.hostelchat.account;

/**
 * CDI event: an account is being erased. Observed within the transaction by whoever stores something of that user (before
 * the user's row goes), and after its success by whoever holds something in memory.
 *
 * @param userId the number of the account, never given to anybody again
 * @param by who erases
 */
public record UserErased(long userId, Caller by) {}
