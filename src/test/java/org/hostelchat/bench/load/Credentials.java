package org.hostelchat.bench.load;

/**
 * A person who may connect.
 *
 * @param cookie the value of the Cookie header
 */
public record Credentials(String enrolmentNumber, String password, String cookie) {}
