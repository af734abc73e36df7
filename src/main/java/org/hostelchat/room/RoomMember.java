package org.hostelchat.room;

import java.time.Instant;
import org.hostelchat.principal.Role;

/**
 * A member of a room.
 *
 * @param role of the account
 * @param since when they joined; in a room that holds everybody, when their account was created
 * @param maker whether they created the room
 */
public record RoomMember(long id, String name, Role role, Instant since, boolean maker) {}
