package org.hostelchat.user;

/**
 * CDI event: an account is erased. Observed after the transaction by whoever holds something of that person in memory; what is
 * stored has gone with {@link UserErasing}.
 *
 * @param userId the number that the account had
 */
public record UserErased(long userId) {}
