package org.hostelchat.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.hostelchat.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    @Test
    void theyMayLastOverMidnight() {
        var night = QuietHours.of(" 22:00", "06:30");
        assertEquals(22 * 60, QuietHours.minutes(night.from()));
        assertEquals("06:30", QuietHours.text(night.to()));
        assertEquals(night, QuietHours.ofMinutes(22 * 60, 6 * 60 + 30));
    }

    @Test
    void withoutBothThereAreNone() {
        assertNull(QuietHours.of(null, ""));
    }

    @ParameterizedTest
    @CsvSource({"22:00,22:00", "22:00,", ",06:00", "24:00,06:00", "9,10:00", "10 pm,06:00", "22:00:30,06:00"})
    void whatIsNoTimeOfDayOrOnlyOneIsRefused(String from, String to) {
        assertThrows(Refusal.Unacceptable.class, () -> QuietHours.of(from, to));
    }
}
