package org.hostelchat.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hostelchat.language.Language;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.refusal.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {

    record Body(String name, Optional<Role> role, boolean remember, Field<LocalDate> until) {}

    @Test
    void takesWhatIsThereAndDefaultsTheRest() {
        assertEquals(
                new Body("Asha", Optional.empty(), false, new Field<>(false, null)),
                read("{'name':'Asha','more':[1]}"));
        assertEquals(
                new Body("अ", Optional.of(Role.ADMIN), true, new Field<>(true, LocalDate.of(2026, 1, 31))),
                read("{'name':'अ','role':'ADMIN','remember':true,'until':'2026-01-31'}"));
    }

    @Test
    void tellsNullFromLeftOutOnlyWhereThatMatters() {
        assertEquals(
                new Body("A", Optional.empty(), false, new Field<>(true, null)),
                read("{'name':'A','role':null,'remember':null,'until':null}"));
    }

    @Test
    void namesEveryFieldAtFault() {
        var refusal = assertThrows(
                Refusal.Unacceptable.class,
                () -> read("{'name':5,'role':'KING','remember':'yes','until':'31.1.2026'}"));

        assertEquals(
                List.of("name", "role", "remember", "until"),
                refusal.violations().stream().map(Violation::field).toList());
    }

    @ParameterizedTest
    @EnumSource(
            names = {"EN", "PSEUDO"},
            mode = EnumSource.Mode.EXCLUDE)
    void saysItInTheLanguageOfTheCaller(Language language) {
        var refusal = assertThrows(
                Refusal.Unacceptable.class,
                () -> read("{'name':5,'role':'KING','remember':'yes','until':'31.1.2026'}"));

        var english = refusal.problem();
        var problem = refusal.problem(language);
        assertNotEquals(english.detail(), problem.detail());
        for (var i = 0; i < 4; i++)
            assertNotEquals(
                    english.violations().get(i).message(),
                    problem.violations().get(i).message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'name':null}",
                "{'name':true}",
                "{'name':['A']}",
                "{'name':{}}",
                "{'name':'\\ud800'}",
                "{'name':'\\udc00\\ud800'}",
                "{'name':'\\u0000'}",
                "{'name':'A','remember':0}",
                "{'name':'A','role':1}",
                "{'name':'A','until':20260131}"
            })
    void refusesWrongTypes(String json) {
        assertThrows(Refusal.Unacceptable.class, () -> read(json));
    }

    /** A number to read. */
    public record Count(long count) {}

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "9223372036854775808", "1e400", "1e999999999", "1e-999999999", "'1'", "true"})
    void refusesNumbersThatAreNotWholeOrTooLarge(String number) {
        var json = BodyReader.object("{\"count\":" + number.replace('\'', '"') + "}");
        assertThrows(Refusal.Unacceptable.class, () -> RecordReader.read(json, Count.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "[]",
                "'x'",
                "1",
                "nul",
                "{",
                "{'a'}",
                "{'name':'A'}x",
                "{'name':'A'},{}",
                "{'name':'A','name':'B'}",
                "{name:'A'}",
                "\ufeff{}"
            })
    void refusesWhatIsNoObject(String json) {
        assertThrows(Refusal.Unreadable.class, () -> read(json));
    }

    @Test
    void refusesBottomlessNestingAndEndlessNumbers() {
        assertThrows(Refusal.Unreadable.class, () -> read("{'name':" + "[".repeat(60_000)));
        assertThrows(Refusal.Unreadable.class, () -> read("{'name':" + "[".repeat(20_000) + "]".repeat(20_000) + "}"));
        assertThrows(Refusal.class, () -> read("{'name':" + "9".repeat(60_000) + "}"));
        assertThrows(Refusal.class, () -> read("{'name':1e999999999}"));
    }

    private static Body read(String json) {
        return RecordReader.read(BodyReader.object(json.replace('\'', '"')), Body.class);
    }
}
