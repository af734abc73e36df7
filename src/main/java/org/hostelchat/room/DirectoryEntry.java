package org.hostelchat.room;

/**
 * An open room, as everybody finds it in the directory.
 *
 * @param topic null for none
 * @param members how many people are in it
 * @param joined whether whoever asks is one of them
 */
public record DirectoryEntry(long id, String name, String topic, long members, boolean joined) {}
