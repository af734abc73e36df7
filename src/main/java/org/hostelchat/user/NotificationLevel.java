package org.hostelchat.user;

/** Which messages somebody is notified of while the page is not in view. What a room is set to narrows it further. */
public enum NotificationLevel {
    /** Messages of every room, as far as the room's own setting goes. */
    ALL,
    /** Direct messages, and messages that mention the person. */
    MENTIONS,
    NOTHING
}
