package org.hostelchat.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Settings of this package, produced by {@code platform}.
 *
 * @param zone the hostel's time zone: a notice's last day ends at midnight there
 * @param clock the wall clock
 */
public record NoticeSettings(ZoneId zone, Clock clock) {

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), zone);
    }
}
