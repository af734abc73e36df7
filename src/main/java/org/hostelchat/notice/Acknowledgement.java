package org.hostelchat.notice;

import java.time.Instant;
import org.hostelchat.user.RegisterColumn;
import org.hostelchat.user.User;

/**
 * Whether one resident has acknowledged a notice.
 *
 * @param id the resident's id
 * @param readAt when the resident first read it, or read it again after a reminder; null if not yet
 * @param acknowledgedAt when the resident acknowledged it, null if not yet
 * @param earlierAt when the resident acknowledged an earlier version that does not count any more; else null
 * @param wing where the resident lives, as the register has it; each null if it is not known
 */
public record Acknowledgement(
        long id,
        String name,
        String enrolmentNumber,
        Instant readAt,
        Instant acknowledgedAt,
        Instant earlierAt,
        String wing,
        String floor,
        String room) {

    static Acknowledgement of(User user, Instant readAt, Instant at, boolean counts) {
        return new Acknowledgement(
                user.id(),
                user.name(),
                user.enrolmentNumber(),
                readAt,
                counts ? at : null,
                counts ? null : at,
                user.detail(RegisterColumn.WING),
                user.detail(RegisterColumn.FLOOR),
                user.detail(RegisterColumn.ROOM));
    }

    public boolean acknowledged() {
        return acknowledgedAt != null;
    }
}
