package org.hostelchat.language;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The message bundles compared with each other, and with the code and markup that use their keys. */
class BundlesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/org/hostelchat/language");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z][A-Za-z0-9]*}|</?[a-z]+>");
    private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[a-z0-9]+(-[a-z0-9]+)*)+");

    /** The beginnings of keys that the command line puts together. */
    private static final Set<String> OF_THE_COMMAND_LINE = Set.of("command.", "exit.", "token.made.", "word.");

    /** What the command line writes that is no sentence: for programs, for shells, names of ours. */
    private static final Set<String> NOT_SAID = Set.of(
            "\" and usesysid is not null and backend_type = 'client backend'\"",
            "\"application/zip, application/problem+json\"",
            "\"select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()\"",
            "\"pass show hostel/me | \"",
            "\"application/json, application/problem+json\"",
            "\"uuuu-MM-dd HH:mm:ss\"",
            "\"Broken pipe\"",
            "\"pipe is being closed\"",
            "\"pipe has been ended\"",
            "\"Hostel Chat \"");

    private static final Map<Language, Character.UnicodeScript> OWN_LETTERS = Map.of(
            Language.HI, Character.UnicodeScript.DEVANAGARI,
            Language.MR, Character.UnicodeScript.DEVANAGARI,
            Language.TA, Character.UnicodeScript.TAMIL,
            Language.TE, Character.UnicodeScript.TELUGU,
            Language.BN, Character.UnicodeScript.BENGALI,
            Language.UR, Character.UnicodeScript.ARABIC);

    /** The beginnings of keys that are put together, each with the class that does it. */
    private static final Map<String, String> PUT_TOGETHER = Map.ofEntries(
            Map.entry("act.", "UserAct"),
            Map.entry("board.state.", "NoticeRow"),
            Map.entry("done.", "FormOutcome"),
            Map.entry("column.", "columns.xhtml"),
            Map.entry("users.order-", "columns.xhtml"),
            Map.entry("error.", "ErrorPage"),
            Map.entry("login.ended.", "LoginPage"),
            Map.entry("mute.hours.", "MutePage"),
            Map.entry("notifications.level.", "NotificationLevel"),
            Map.entry("receipts.list-", "ConsoleLists"),
            Map.entry("record.", "RecordWords"),
            Map.entry("report.room.", "ReportsPage"),
            Map.entry("title.", "Problem"),
            Map.entry("page.name-changed", "ResidentPage"),
            Map.entry("page.number-changed", "ResidentPage"));

    @ParameterizedTest
    @EnumSource(
            names = {"EN", "PSEUDO"},
            mode = EnumSource.Mode.EXCLUDE)
    void noLanguageLacksAnything(Language language) {
        for (var bundle : List.of("pages", "problems", "cli")) {
            var keys = read(bundle, language).keySet();
            var lacking = read(bundle, Language.EN).keySet().stream()
                    .filter(key -> !keys.contains(key))
                    .sorted()
                    .toList();
            assertEquals(List.of(), lacking, bundle + ' ' + language);
        }
    }

    /** A sentence that was copied and never translated, or a letter that was left over from another language. */
    @ParameterizedTest
    @EnumSource(
            names = {"EN", "PSEUDO"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyLanguageIsWrittenInItsOwnLetters(Language language) {
        var own = OWN_LETTERS.get(language);
        for (var bundle : List.of("pages", "problems", "chat", "cli")) {
            read(bundle, language).forEach((key, text) -> {
                var words = PLACEHOLDER.matcher(text).replaceAll("");
                var strange = words.codePoints()
                        .filter(Character::isLetter)
                        .mapToObj(Character.UnicodeScript::of)
                        .filter(script -> script != own && script != Character.UnicodeScript.LATIN)
                        .findAny();
                assertEquals(Optional.empty(), strange, bundle + ' ' + language + ' ' + key + ": " + text);
                if (words.codePoints().filter(Character::isLetter).count() > 12)
                    assertTrue(
                            words.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == own), key + ": " + text);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"EN", "PSEUDO"},
            mode = EnumSource.Mode.EXCLUDE)
    void translationsHaveTheKeysAndPlaceholdersOfEnglish(Language language) {
        for (var bundle : List.of("pages", "problems", "cli")) {
            var english = read(bundle, Language.EN);
            read(bundle, language).forEach((key, text) -> {
                var original = english.get(key);
                assertTrue(original != null, bundle + ' ' + language + " has a key that English lacks: " + key);
                assertEquals(placeholders(original), placeholders(text), language + " " + key);
                assertTrue(!text.isBlank(), language + " " + key);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(names = "PSEUDO", mode = EnumSource.Mode.EXCLUDE)
    void countedTextsHaveASingularAndAPlural(Language language) {
        for (var bundle : List.of("pages", "problems", "cli")) {
            var keys = read(bundle, language).keySet();
            for (var key : keys) {
                if (key.endsWith(".one")) assertTrue(keys.contains(key.replaceFirst("one$", "other")), key);
                if (key.endsWith(".other")) assertTrue(keys.contains(key.replaceFirst("other$", "one")), key);
            }
        }
    }

    @Test
    void everyKeyOfThePagesIsAskedForAndIsThere() throws IOException {
        var english = read("pages", Language.EN).keySet();
        var asked = new TreeSet<String>();
        for (var file : files(Path.of("src/main/webapp"), ".xhtml"))
            asked.addAll(keys(file, Pattern.compile("words(?:\\['|\\.(?:of|marked|counted)\\(')([a-z.0-9-]+)'")));
        for (var file : files(Path.of("src/main/java/org/hostelchat/page"), ".java"))
            asked.addAll(keys(file, Pattern.compile("\"([a-z]+\\.[a-z0-9.-]+)\"")));
        compare(english, asked, key -> KEY.matcher(key).matches());
    }

    @Test
    void everyKeyOfAPhraseIsThereAndUsed() throws IOException {
        var english = read("problems", Language.EN).keySet();
        var asked = new TreeSet<String>();
        for (var file : files(Path.of("src/main/java/org/hostelchat"), ".java"))
            asked.addAll(keys(file, Pattern.compile("Phrase\\.of\\(\\s*\"([a-z.0-9-]+)\"")));
        for (var file : files(Path.of("src/main/java/org/hostelchat"), ".java")) {
            for (var key : keys(file, Pattern.compile("Phrase\\.counted\\(\\s*\"([a-z.0-9-]+)\"")))
                asked.addAll(List.of(key + ".one", key + ".other"));
        }
        compare(english, asked, key -> true);
    }

    @Test
    void everyKeyOfTheCommandLineIsThereAndAskedFor() throws IOException {
        var english = read("cli", Language.EN).keySet();
        var literals = new TreeSet<String>();
        for (var file : files(Path.of("src/main/java/org/hostelchat/cli"), ".java"))
            literals.addAll(keys(file, Pattern.compile("\"([a-z0-9.-]+)\"")));
        var asked = new TreeSet<String>();
        for (var file : files(Path.of("src/main/java/org/hostelchat/cli"), ".java"))
            asked.addAll(keys(file, Pattern.compile("CliWords\\.(?:text|counted)\\(\\s*\"([a-z0-9.-]+)\"\\s*[,)]")));
        assertEquals(
                List.of(),
                asked.stream()
                        .filter(key -> !english.contains(key) && !english.contains(key + ".one"))
                        .toList(),
                "asked for, and in no bundle");
        assertEquals(
                List.of(),
                english.stream()
                        .filter(key ->
                                !literals.contains(key) && !literals.contains(key.replaceFirst("\\.(one|other)$", "")))
                        .filter(key -> OF_THE_COMMAND_LINE.stream().noneMatch(key::startsWith))
                        // A flag names its own two texts by one word.
                        .filter(key -> !key.matches("(flag|ask)\\..*")
                                || !literals.contains(key.replaceFirst("[a-z]+\\.", "")))
                        .toList(),
                "in the bundle, and nobody asks for it");
    }

    /** Sentences in the code would be said in English to everybody. */
    @Test
    void noWordIsLeftInTheCodeOfTheCommandLine() throws IOException {
        var left = new ArrayList<String>();
        for (var file : files(Path.of("src/main/java/org/hostelchat/cli"), ".java")) {
            // Headings of rolls are read in many languages, and shown in none.
            if (file.endsWith("Heading.java")) continue;
            var code = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$", "");
            for (var literal : found(Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\""), code)) {
                var example = code.contains("Usage.PROGRAM + " + literal)
                        || literal.contains("--")
                        || literal.contains("payara/hostel");
                if (!example
                        && !NOT_SAID.contains(literal)
                        && literal.matches("\"[^\"]*\\p{L}{2,}[,.:]? \\p{L}{2,}[^\"]*\""))
                    left.add(file.getFileName() + ": " + literal);
            }
        }
        assertEquals("", String.join("\n", left));
    }

    /** What API and socket answer is read by people too: pages show it, the command line prints it. */
    @Test
    void noSentenceIsLeftInRefusals() throws IOException {
        var left = new ArrayList<String>();
        for (var file : files(Path.of("src/main/java/org/hostelchat"), ".java")) {
            var code = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$", "");
            for (var refusal : found(
                    Pattern.compile(
                            "(?s)new (?:Refusal|Refused|Violation)\\b[^;]*;|Problem\\.of\\([^;]*;|Phrase\\.literal\\([^;]*;"),
                    code)) {
                for (var literal : found(Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\""), refusal))
                    if (literal.matches(".*\\p{L} \\p{L}.*")) left.add(file.getFileName() + ": " + literal);
            }
        }
        assertEquals("", String.join("\n", left));
    }

    private static void compare(Set<String> there, Set<String> asked, java.util.function.Predicate<String> isKey) {
        var missing = asked.stream()
                .filter(isKey)
                .filter(key -> !there.contains(key) && !there.contains(key + ".one"))
                .filter(key -> PUT_TOGETHER.keySet().stream().noneMatch(start -> start.startsWith(key)))
                // Names of other things in the code, such as properties and files.
                .filter(key -> there.stream().anyMatch(known -> known.startsWith(key.replaceFirst("\\..*", "."))))
                .toList();
        assertEquals(List.of(), missing, "asked for, and in no bundle");
        var unused = there.stream()
                .filter(key -> !asked.contains(key) && !asked.contains(key.replaceFirst("\\.(one|other)$", "")))
                .filter(key -> PUT_TOGETHER.keySet().stream().noneMatch(key::startsWith))
                .toList();
        assertEquals(List.of(), unused, "in the bundle, and nobody asks for it");
    }

    /** Letters in markup would be said in English to everybody. */
    @Test
    void noWordIsLeftInMarkup() throws IOException {
        var left = new ArrayList<String>();
        var attribute = Pattern.compile(
                "\\b(label|hint|title|placeholder|alt|aria-label|itemLabel|data-label|csvLabel)=\"([^\"]*\\p{L}[^\"]*)\"");
        for (var file : files(Path.of("src/main/webapp"), ".xhtml")) {
            var text = Files.readString(file).replaceAll("(?s)<!--.*?-->", "");
            var plain = text.replaceAll("#\\{[^}]*}", "");
            find(Pattern.compile(">([^<]*\\p{L}[^<]*)<"), plain, file, left);
            find(attribute, plain, file, left);
            find(Pattern.compile("commandButton[^>]* value=\"([^\"]*\\p{L}[^\"]*)\""), plain, file, left);
            for (var expression : found(Pattern.compile("#\\{[^}]*}"), text)) {
                for (var literal : found(Pattern.compile("'[^']*'"), expression))
                    if (literal.matches("'(\\p{Lu}.*|.+ .+)'")) left.add(file.getFileName() + ": " + literal);
            }
        }
        assertEquals("", String.join("\n", left));
    }

    private static void find(Pattern pattern, String text, Path file, List<String> left) {
        for (var found : found(pattern, text)) left.add(file.getFileName() + ": " + found.strip());
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Java's properties would take the second silently. */
    @Test
    void noKeyStandsTwiceInABundle() throws IOException {
        for (var file : files(BUNDLES, ".properties")) {
            var seen = new HashSet<String>();
            for (var line : Files.readAllLines(file)) {
                if (line.isBlank() || line.startsWith("#")) continue;
                var key = line.replaceFirst("\\s*=.*", "");
                assertTrue(seen.add(key), file.getFileName() + ": " + key);
                assertTrue(!line.endsWith(" "), file.getFileName() + ": a blank at the end of " + key);
            }
        }
    }

    private static String placeholders(String text) {
        var found = PLACEHOLDER.matcher(text);
        return found.results().map(MatchResult::group).sorted().collect(joining(" "));
    }

    private static Set<String> keys(Path file, Pattern pattern) throws IOException {
        var found = pattern.matcher(Files.readString(file));
        var keys = new HashSet<String>();
        while (found.find()) keys.add(found.group(1));
        return keys;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    /** As it stands in the file, without the English below it. */
    private static Map<String, String> read(String bundle, Language language) {
        var file = BUNDLES.resolve(bundle + '_' + language.tag() + ".properties");
        var properties = new Properties();
        try {
            if (Files.exists(file)) properties.load(Files.newBufferedReader(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(e -> (String) e.getKey(), e -> (String) e.getValue()));
    }
}
