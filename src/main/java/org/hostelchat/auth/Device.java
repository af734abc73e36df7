package org.hostelchat.auth;

/**
 * What somebody signs in with.
 *
 * @param address where the request came from
 * @param name what its owner knows it by, such as "Firefox on Android"; empty if it does not say
 */
public record Device(String address, String name) {}
