package org.hostelchat.auth;

import java.time.Instant;

/**
 * A session as its owner sees it.
 *
 * @param id see {@link SignedIn#session}
 * @param device its {@link Device#name}, which may be empty
 * @param since when the person signed in
 * @param lastUsed accurate to about a minute
 */
public record OpenSession(String id, String device, Instant since, Instant lastUsed) {}
