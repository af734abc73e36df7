package org.hostelchat.auth;

/**
 * The device from which somebody signs in.
 *
 * @param address of the request
 * @param name by which its owner recognises it, such as "Firefox on Android"; may be empty
 */
public record Device(String address, String name) {}
