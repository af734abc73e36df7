package org.hostelchat.owndata;

/**
 * A file of the person's own.
 *
 * @param hash of its bytes
 */
public record OwnFile(long id, String name, String hash) {}
