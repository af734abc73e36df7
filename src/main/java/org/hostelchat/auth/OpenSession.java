package org.hostelchat.auth;

import java.time.Instant;

/**
 * That somebody is signed in on a device, as its owner sees it.
 *
 * @param id names the session, see {@link SignedIn#session}
 * @param device its {@link Device#name}, which may be empty
 * @param since when the password was given there
 * @param lastUsed to the minute or so
 */
public record OpenSession(String id, String device, Instant since, Instant lastUsed) {}
