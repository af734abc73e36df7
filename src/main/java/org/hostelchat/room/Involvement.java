package org.hostelchat.room;

/** Of what happens in a room its member wants to be notified. */
public enum Involvement {
    /** Of everything that others post. */
    ALL,
    /** Of posts that mention them. */
    MENTIONS,
    NOTHING
}
