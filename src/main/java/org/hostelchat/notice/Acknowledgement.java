package org.hostelchat.notice;

import java.time.Instant;

/**
 * Whether one resident has acknowledged a notice.
 *
 * @param id the resident's id
 * @param readAt when the resident first read it, null if not yet
 * @param acknowledgedAt when the resident acknowledged it, null if not yet
 * @param earlierAt when the resident acknowledged an earlier version that does not count any more; else null
 */
public record Acknowledgement(
        long id, String name, String enrolmentNumber, Instant readAt, Instant acknowledgedAt, Instant earlierAt) {

    static Acknowledgement of(
            long id, String name, String enrolmentNumber, Instant readAt, Instant at, boolean counts) {
        return new Acknowledgement(id, name, enrolmentNumber, readAt, counts ? at : null, counts ? null : at);
    }

    public boolean acknowledged() {
        return acknowledgedAt != null;
    }
}
