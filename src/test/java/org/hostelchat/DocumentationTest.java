package org.hostelchat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages of the documentation lead to tests and pages that exist. */
class DocumentationTest {

    /** As in {@code `GateIT.noOtherSiteOpensASocket`} or {@code `RegisterImportTest#manyAreStoredInOneGo`}. */
    private static final Pattern TEST =
            Pattern.compile("`(?:[a-z]+\\.)*([A-Z]\\w*(?:[a-z]IT|Test|Fuzz))(?:[.#](\\w+))?`");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]+)(?:#[^)]*)?\\)");

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Map<String, Path> tests;
        try (var files = Files.walk(Path.of("src/test/java"))) {
            tests = files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            Function.identity(),
                            (first, second) -> first));
        }
        var named = 0;
        var missing = new ArrayList<String>();
        for (var page : pages()) {
            var test = TEST.matcher(Files.readString(page));
            while (test.find()) {
                named++;
                var file = tests.get(test.group(1));
                var method = test.group(2);
                if (file == null || (method != null && !Files.readString(file).contains(" " + method + "("))) {
                    missing.add(page + " names " + test.group());
                }
            }
        }
        assertEquals("", String.join("\n", missing));
        assertTrue(named > 50, "found only " + named);
    }

    @Test
    void everyLinkToAFileLeadsToOne() throws IOException {
        var missing = new ArrayList<String>();
        for (var page : pages()) {
            var link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                var target = page.toAbsolutePath().resolveSibling(link.group(1)).normalize();
                if (!Files.exists(target)) missing.add(page + " links to " + link.group(1));
            }
        }
        assertEquals("", String.join("\n", missing));
    }

    private static List<Path> pages() throws IOException {
        try (var docs = Files.walk(Path.of("docs"));
                var root = Files.list(Path.of(""))) {
            return Stream.concat(docs, root)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }
}
