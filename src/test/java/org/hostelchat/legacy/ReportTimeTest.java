package org.hostelchat.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTimeTest {

    private static final ZoneId HOSTEL = ZoneId.of("Asia/Kolkata");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-03-05 18:30:00",
                "2024-03-05 18:30",
                "2024-03-05T18:30:00",
                "2024-03-05T13:00:00Z",
                "2024-03-05 13:00:00 UTC",
                "2024-03-05T18:30:00.000+05:30",
                "2024-03-05 18:30:00+0530",
                "2024/3/5 18:30:00",
                "05/03/2024 18:30",
                "05-03-2024 06:30 PM",
                "5.3.24, 6:30 p.m.",
                "5 Mar 2024, 18:30",
                "05-Mar-2024 18:30:00",
                "March 5, 2024 6:30 PM",
                "Tue Mar  5 18:30:00 2024",
                "Tue Mar 05 18:30:00 IST 2024",
                "Tue, 05 Mar 2024 13:00:00 GMT",
                "20240305183000",
                "20240305T183000",
                "1709643600",
                "1709643600.0",
                "1709643600000",
                "1709643600000000",
                "2460375.041666667",
                "२०२४-०३-०५ १८:३०:००",
                "18:30 05/03/2024"
            })
    void readsWhatProgramsWrite(String text) {
        var read = ReportTime.read(text, HOSTEL).orElseThrow();
        assertTrue(Math.abs(Instant.parse("2024-03-05T13:00:00Z").until(read, ChronoUnit.SECONDS)) <= 1, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-03-05", "05/03/2024", "20240305", "5 March 2024"})
    void aDayBeginsAtMidnight(String text) {
        assertEquals(Optional.of(Instant.parse("2024-03-04T18:30:00Z")), ReportTime.read(text, HOSTEL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "0",
                "-5",
                "31/02/2024",
                "2024-13-45",
                "99:99 05/03/2024",
                "9999999999999999999",
                "5 Foo 2024",
                "12:30",
                "NaN"
            })
    void refusesWhatIsNoTime(String text) {
        assertEquals(Optional.empty(), ReportTime.read(text, HOSTEL));
    }
}
