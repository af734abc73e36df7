package org.hostelchat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    private static Arguments parse(String... words) {
        return Arguments.parse(List.of(words), Commands.flags());
    }

    @Test
    void takesFlagsBeforeAndAfterTheCommand() {
        Arguments arguments = parse("--json", "--url", "http://a", "userlist", "--data=x=y");
        assertEquals(Optional.of("userlist"), arguments.command());
        assertEquals(Optional.of("http://a"), arguments.value(Flag.URL));
        assertEquals(Optional.of("x=y"), arguments.value(Flag.DATA));
        assertTrue(arguments.has(Flag.JSON));
    }

    @Test
    void takesAValueThatLooksLikeAFlagAfterEquals() {
        assertEquals(Optional.of("--x"), parse("registerstudent", "--name=--x").value(Flag.NAME));
        assertEquals(
                Optional.of("-5"), parse("registerstudent", "--enrolment", "-5").value(Flag.ENROLMENT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userlist extra",
                "userlist --nam x",
                "registerstudent --name",
                "registerstudent --name --enrolment 1",
                "registerstudent --name=",
                "userlist --json=yes",
                "userlist --json --json",
                "userlist -x",
                "a b c"
            })
    void refusesWrongUse(String line) {
        Failure failure = assertThrows(Failure.class, () -> parse(line.split(" ")));
        assertEquals(Exit.WRONG_USE, failure.exit());
    }

    @Test
    void leavesDaysToTheServerAndReadsTimesInTheirZone() {
        assertEquals("2025-07-01", Moment.query(" 2025-07-01"));
        assertEquals("2025-07-01T13:00:00Z", Moment.query("2025-07-01T18:30:00+05:30"));
        assertEquals(
                LocalDateTime.of(2025, 7, 1, 0, 1)
                        .atZone(ZoneId.systemDefault())
                        .toInstant()
                        .toString(),
                Moment.query("2025-07-01 00:01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2025-02-30", "2025-07-01 25:00", "01/07/2025", "2025-07-01Tnoon"})
    void refusesWhatIsNoTime(String typed) {
        assertEquals(
                Exit.WRONG_USE,
                assertThrows(Failure.class, () -> Moment.query(typed)).exit());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "ftp://host",
                "http://",
                "http://a:b@host",
                "http://host?x=1",
                "http://host:99999",
                "http://a b",
                "x"
            })
    void refusesWhatIsNoAddress(String url) {
        assertEquals(
                Exit.WRONG_USE,
                assertThrows(Failure.class, () -> ServerAddress.of(url)).exit());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2025/../../x", "a/password-reset", "A/Sessions", "/a", "a/", "a//b", "a b", "", "आ1", "a?b"})
    void refusesWhatWouldNameAnotherPath(String number) {
        assertEquals(
                Exit.REFUSED,
                assertThrows(Failure.class, () -> Person.path(number)).exit());
    }
}
