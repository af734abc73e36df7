package org.hostelchat.room;

/** Somebody of a direct room. */
public record RoomPerson(long id, String name) {}
