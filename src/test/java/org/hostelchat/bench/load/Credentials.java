package org.hostelchat.bench.load;

/**
 * Somebody who may connect.
 *
 * @param cookie what the Cookie header says
 */
public record Credentials(String enrolmentNumber, String password, String cookie) {}
