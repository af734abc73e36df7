package org.hostelchat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hostelchat.cli.text.CliWords;
import org.hostelchat.cli.text.DisplayWidth;
import org.hostelchat.language.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language of the command line's output, and what is the same in all languages. */
class CallLanguageTest {
    private static final String PEOPLE =
            """
            {"items":[{"id":5,"name":"आशा राव","enrolmentNumber":"25/CS/1","role":"STUDENT","active":true,\
            "mustChangePassword":true,"createdAt":1751328000000,"lastSeenAt":null}],"next":null}""";

    private final StubServer server = new StubServer();

    @AfterEach
    void stop() {
        server.close();
        CliWords.speak(Language.EN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "userlist||EN",
                "userlist --language hi||HI",
                "--language=ta userlist|HOSTEL_LANGUAGE=hi|TA",
                "userlist|HOSTEL_LANGUAGE=hi LANG=ta_IN.UTF-8|HI",
                "userlist|HOSTEL_LANGUAGE=klingon LANG=ta_IN.UTF-8|TA",
                "userlist|LANG=hi_IN.UTF-8|HI",
                "userlist|LC_ALL=C LANG=hi_IN.UTF-8|EN",
                "userlist|LC_ALL=POSIX LANG=hi_IN.UTF-8|EN",
                "userlist|LC_ALL=C.UTF-8 LANG=hi_IN|EN",
                "userlist|LC_MESSAGES=ur_PK LANG=hi_IN|UR",
                "userlist|LC_ALL= LC_MESSAGES=mr LANG=hi_IN|MR",
                "userlist|LC_ALL=de_DE.UTF-8@euro LANG=hi_IN|EN",
                "userlist --language en-XA||EN",
                "userlist --language||EN"
            })
    void comesFromTheFlagTheVariableOrTheLocale(String words, String variables, Language language) {
        Map<String, String> environment = Stream.ofNullable(variables)
                .flatMap(all -> Arrays.stream(all.split(" ")))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> each[1]));
        assertEquals(language, CallLanguage.of(List.of(words.split(" ")), environment));
    }

    @Test
    void helpAndMistakesAreSaidInHindi() {
        Call help = new Call();
        assertEquals(Exit.DONE, help.run("--language", "hi", "userlist", "--help"));
        assertTrue(help.out().contains("रजिस्टर किए हुए सभी लोगों की सूची।"), help.out());
        Call wrong = new Call().with("HOSTEL_LANGUAGE", "hi");
        assertEquals(Exit.WRONG_USE, wrong.run("fly"));
        assertTrue(wrong.err().contains("'fly' नाम की कोई कमांड नहीं है।"), wrong.err());
        Call unknown = new Call();
        assertEquals(Exit.WRONG_USE, unknown.run("userlist", "--language", "xx"));
        assertTrue(unknown.err().contains("It speaks en, hi, ta, te, bn, mr, ur."), unknown.err());
    }

    @ParameterizedTest
    @CsvSource({
        "hi, रजिस्टर किए हुए सभी लोगों की सूची।",
        "mr, नोंदवलेल्या सर्वांची यादी.",
        "bn, নিবন্ধিত সবার তালিকা।",
        "ta, பதிவான அனைவரின் பட்டியல்.",
        "te, నమోదైన అందరి జాబితా.",
        "ur, رجسٹر کیے گئے سب لوگوں کی فہرست۔"
    })
    void helpIsSaidInEveryLanguageAndShowsEveryCommandAndFlag(String code, String sentence) {
        Call english = new Call();
        english.run("--help");
        Call all = new Call();
        assertEquals(Exit.DONE, all.run("--help", "--language", code));
        assertTrue(all.out().contains(sentence), all.out());
        assertEquals(words(english.out()), words(all.out()));
    }

    /** Names of commands and flags at the beginnings of lines, which are the same in every language. */
    private static List<String> words(String help) {
        return help.lines()
                .map(String::strip)
                .filter(line -> line.matches("(--)?[a-z-]+(  +.*| [A-Z].*|)"))
                .map(line -> line.split(" ", 2)[0])
                .toList();
    }

    @Test
    void tablesStayAlignedAndTheServerIsAskedForTheSameLanguage() {
        server.on("GET /api/users?limit=500", 200, PEOPLE);
        Call call = Call.to(server);
        assertEquals(Exit.DONE, call.run("userlist", "--language", "hi"));
        List<String> lines = call.out().lines().toList();
        assertEquals(
                DisplayWidth.of(lines.get(0).substring(0, lines.get(0).indexOf("एनरोलमेंट"))),
                DisplayWidth.of(lines.get(1).substring(0, lines.get(1).indexOf("25/CS/1"))));
        assertTrue(lines.get(1).contains("विद्यार्थी"), call.out());
    }

    @ParameterizedTest
    @CsvSource({"--csv", "--json"})
    void whatProgramsReadIsTheSameInEveryLanguage(String form) {
        server.on("GET /api/users?limit=500", 200, PEOPLE);
        Call english = Call.to(server);
        english.run("userlist", form);
        for (Language language : Language.offered()) {
            server.on("GET /api/users?limit=500", 200, PEOPLE);
            Call other = Call.to(server);
            assertEquals(Exit.DONE, other.run("userlist", form, "--language", language.tag()));
            assertEquals(english.out(), other.out());
        }
    }
}
