package org.hostelchat.page;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PagesTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern ASSET = Pattern.compile("assets\\.(?:of|neededBy)\\('([^']+)'\\)");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\"\\s]+");

    /** Faces would find a prefix that was not declared only when somebody asks for the page. */
    @TestFactory
    Stream<DynamicTest> everyPageAndPartOfOneCanBeRead() throws IOException, ParserConfigurationException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var parser = factory.newDocumentBuilder();
        parser.setErrorHandler(null);
        var pages = pages();
        assertFalse(pages.isEmpty());
        return pages.stream()
                .map(page -> DynamicTest.dynamicTest(
                        PAGES.relativize(page).toString(),
                        () -> assertDoesNotThrow(() -> parser.parse(page.toFile()))));
    }

    /** The bundler makes files of what pom.xml names, and nothing else: a page that asks for more would fail when it is asked for. */
    @Test
    void everyFileThatAPageNamesIsAmongTheBundlersEntries() throws IOException {
        var entries = List.of(BETWEEN_WORDS.split(Files.readString(Path.of("pom.xml"))));
        var named = new TreeSet<String>();
        for (var page : pages()) {
            var asked = ASSET.matcher(Files.readString(page));
            while (asked.find()) named.add(asked.group(1));
            assertFalse(Files.readString(page).contains("assets.path"), page + ": its name lacks the hash");
        }
        assertTrue(named.contains("js/chat.js"), named.toString());
        for (var source : named) {
            assertTrue(Files.exists(PAGES.resolve("resources").resolve(source)), source);
            assertTrue(entries.contains(source), source);
        }
    }

    private static List<Path> pages() throws IOException {
        try (var files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList();
        }
    }
}
