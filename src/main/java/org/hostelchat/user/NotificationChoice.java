package org.hostelchat.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * Of what a person wants to be notified, on all of their devices. Whether a device notifies at all is chosen on it. Never
 * modified: another choice replaces it.
 */
@Entity
@Table(name = "notification_choices")
public class NotificationChoice {

    @Id
    @Column(name = "user_id")
    private long userId;

    @Enumerated(EnumType.STRING)
    private NotificationLevel level = NotificationLevel.MENTIONS;

    private boolean sound = true;

    private boolean words = true;

    @Column(name = "quiet_from")
    private Integer quietFrom;

    @Column(name = "quiet_to")
    private Integer quietTo;

    /** That of whoever has not chosen: direct messages and mentions, with a sound and the words, at any hour. */
    public NotificationChoice() {}

    /** @param quiet null for none */
    public NotificationChoice(NotificationLevel level, boolean sound, boolean words, QuietHours quiet) {
        this.level = level;
        this.sound = sound;
        this.words = words;
        this.quietFrom = quiet == null ? null : QuietHours.minutes(quiet.from());
        this.quietTo = quiet == null ? null : QuietHours.minutes(quiet.to());
    }

    NotificationChoice of(long person) {
        userId = person;
        return this;
    }

    public NotificationLevel level() {
        return level;
    }

    /** Whether a sound is played. */
    public boolean sound() {
        return sound;
    }

    /** Whether a notification shows the words of the message, beside who wrote it. */
    public boolean words() {
        return words;
    }

    /** Null for none. */
    public QuietHours quiet() {
        return quietFrom == null || quietTo == null ? null : QuietHours.ofMinutes(quietFrom, quietTo);
    }
}
