package org.hostelchat.page;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PagesTest {

    private static final Path PAGES = Path.of("src/main/webapp");

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

    private static List<Path> pages() throws IOException {
        try (var files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList();
        }
    }
}
