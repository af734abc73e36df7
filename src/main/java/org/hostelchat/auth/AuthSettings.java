package org.hostelchat.auth;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What the hostel may set about signing in; provided by whoever wires the program.
 *
 * @param keys the folder for the key files, which only the operator can read
 * @param sessionIdle how long a session lives unused
 * @param sessionLife how long it lives at most
 * @param remembered both of these for a session that is to be remembered
 * @param initialPasswords how long a password from the office can be used to sign in
 * @param hostelName which everybody knows, so that no password is made of it
 */
public record AuthSettings(
        Path keys,
        Duration sessionIdle,
        Duration sessionLife,
        Duration remembered,
        Duration initialPasswords,
        String hostelName) {}
