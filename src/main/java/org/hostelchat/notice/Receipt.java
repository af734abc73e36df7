package org.hostelchat.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/**
 * That one person has read a notice, and perhaps acknowledged it. Without a row they have not read it. Written by
 * {@link Receipts}.
 */
@Entity
@Table(name = "receipts")
public class Receipt {

    @EmbeddedId
    private Id id;

    @Column(name = "read_at")
    private Instant readAt;

    @Column(name = "acknowledged_at")
    private Instant acknowledgedAt;

    /** The version that was acknowledged. */
    @Column(name = "acknowledged_version")
    private Long acknowledgedVersion;

    protected Receipt() {}

    /** The person's id. */
    public long userId() {
        return id.userId;
    }

    /** When it was first read, or read again after a reminder. */
    Instant readAt() {
        return readAt;
    }

    /** The last version that was acknowledged, null if it was only read. */
    public Long acknowledgedVersion() {
        return acknowledgedVersion;
    }

    /** Whether this version or a later one is acknowledged. */
    boolean acknowledges(long version) {
        return acknowledgedVersion != null && acknowledgedVersion >= version;
    }

    /** The key: notice and person. */
    @Embeddable
    public static class Id implements Serializable {
        private static final long serialVersionUID = 1;

        @Column(name = "notice_id")
        private long noticeId;

        @Column(name = "user_id")
        private long userId;

        protected Id() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Id that && that.noticeId == noticeId && that.userId == userId;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(noticeId * 31 + userId);
        }
    }
}
