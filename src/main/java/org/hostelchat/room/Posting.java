package org.hostelchat.room;

/** Which members of a room may post in it. */
public enum Posting {
    ALL,
    OFFICIALS
}
