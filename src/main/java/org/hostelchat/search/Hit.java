package org.hostelchat.search;

import java.time.Instant;
import java.util.List;
import org.hostelchat.attachment.AttachedFile;

/**
 * A message that a search found.
 *
 * @param id the message's id; pages of results are ordered by it
 * @param roomName the name of the room as the caller sees it
 * @param by the id of the author's account; null for what was moved in from another program and has no author
 * @param name the author's name; null without an author
 * @param body the present text
 * @param marks where in the text the search words occur
 * @param files what it carries
 */
public record Hit(
        long id,
        long room,
        String roomName,
        long seq,
        Long by,
        String name,
        Instant at,
        String body,
        List<Mark> marks,
        List<AttachedFile> files) {}
