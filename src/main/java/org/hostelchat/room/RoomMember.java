package org.hostelchat.room;

import java.time.Instant;
import org.hostelchat.principal.Role;

/**
 * Somebody who is in a room.
 *
 * @param role of the account
 * @param since when they came in; in a room that holds everybody, since when they have their account
 * @param maker whether they made the room
 */
public record RoomMember(long id, String name, Role role, Instant since, boolean maker) {}
