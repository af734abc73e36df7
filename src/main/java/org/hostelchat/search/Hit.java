package org.hostelchat.search;

import java.time.Instant;
import java.util.List;

/**
 * A message that was found.
 *
 * @param id its own number, by which pages go
 * @param roomName what the room is called for whoever looks
 * @param by number of its author's account
 * @param name of its author
 * @param body as it reads now
 * @param marks where in it what was looked for stands
 */
public record Hit(
        long id,
        long room,
        String roomName,
        long seq,
        long by,
        String name,
        Instant at,
        String body,
        List<Mark> marks) {}
