package org.hostelchat.room;

/**
 * An open room as it is listed in the directory.
 *
 * @param topic null for none
 * @param members how many people are in it
 * @param joined whether the caller is one of them
 */
public record DirectoryEntry(long id, String name, String topic, long members, boolean joined) {}
