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
        return Arguments.parse(List.of(words));
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
    void takesFlagsOfACommandBeforeItAndValuesThatAreCalledLikeCommands() {
        Arguments arguments = parse("--name", "token", "token");
        assertEquals(Optional.of("token"), arguments.command());
        assertEquals(Optional.of("token"), arguments.value(Flag.NAME));
        assertEquals(Optional.of("@x"), parse("token", "--name", "@x").value(Flag.NAME), "not a file of arguments");
        assertEquals(
                Optional.of("\"आशा\" ${sys:user.home} %n"),
                parse("token", "--name", "\"आशा\" ${sys:user.home} %n").value(Flag.NAME));
        assertEquals(Optional.of("deleteuser"), parse("removestudent", "--yes").command());
    }

    @Test
    void saysWhatWasMeant() {
        assertTrue(failure("userlist", "--toke", "x").contains("Is it --token?"));
        assertTrue(failure("userlist", "--enrolment", "x").contains("userlist takes no --enrolment."));
        assertTrue(failure("fly").contains("There is no command 'fly'."));
        assertTrue(failure("--enrolment", "x").contains("Which command?"));
        assertTrue(failure("token", "--name").contains("--name needs a value: --name NAME."));
        assertTrue(failure("token", "--name", "a", "--name", "b").contains("--name is given twice."));
        assertTrue(failure("userlist", "--json=yes").contains("--json takes no value."));
    }

    private static String failure(String... words) {
        return assertThrows(Failure.class, () -> parse(words)).getMessage();
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
                assertThrows(Failure.class, () -> ServerAddress.of(url, "from --url"))
                        .exit());
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
