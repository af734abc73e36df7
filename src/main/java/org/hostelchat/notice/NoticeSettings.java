package org.hostelchat.notice;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What the notice board needs to be told.
 *
 * @param zone in whose days the hostel counts: a notice's last day ends at midnight there
 */
public record NoticeSettings(ZoneId zone) {

    LocalDate today() {
        return LocalDate.now(zone);
    }
}
