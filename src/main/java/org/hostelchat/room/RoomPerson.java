package org.hostelchat.room;

/** A person in a direct room. */
public record RoomPerson(long id, String name) {}
