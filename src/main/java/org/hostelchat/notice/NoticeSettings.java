package org.hostelchat.notice;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Settings of this package, produced by {@code platform}.
 *
 * @param zone the hostel's time zone: a notice's last day ends at midnight there
 */
public record NoticeSettings(ZoneId zone) {

    LocalDate today() {
        return LocalDate.now(zone);
    }
}
