package org.hostelchat.auth;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.hostelchat.language.Language;

/**
 * Settings of this package, produced by {@code platform}.
 *
 * @param keys the folder of the key files, which only the operator can read
 * @param sessionIdle the longest time between two uses of a session
 * @param sessionLife the longest time from a session's begin to its end
 * @param remembered both of these for sessions that are remembered when the browser is closed
 * @param initialPasswords how long an initial password can be used to sign in
 * @param zone the hostel's time zone: somebody's last day ends at midnight there
 * @param hostelName the hostel's name, which passwords must not be made of
 * @param address where the hostel is to be opened, for slips; empty if it is not configured
 * @param language of the hostel's pages if nobody asks for another
 */
public record AuthSettings(
        Path keys,
        Duration sessionIdle,
        Duration sessionLife,
        Duration remembered,
        Duration initialPasswords,
        ZoneId zone,
        String hostelName,
        String address,
        Language language) {

    /** Which day it is in the hostel. */
    LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }
}
