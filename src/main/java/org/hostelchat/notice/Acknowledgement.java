package org.hostelchat.notice;

import java.time.Instant;

/**
 * Whether one resident has acknowledged a notice.
 *
 * @param id the resident's number
 * @param readAt when the resident first read it, null if not yet
 * @param acknowledgedAt when the resident acknowledged it, null if not yet
 */
public record Acknowledgement(long id, String name, String enrolmentNumber, Instant readAt, Instant acknowledgedAt) {

    public boolean acknowledged() {
        return acknowledgedAt != null;
    }
}
