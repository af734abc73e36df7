package org.hostelchat.room;

/** Who may post in a room, of those who are in it. */
public enum Posting {
    ALL,
    OFFICIALS
}
