package org.hostelchat.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hostelchat.page.LinkFinder.Piece;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LinkFinderTest {

    private final LinkFinder finder = new LinkFinder();

    /** The cases that the browser's timeline/links.js has to pass, too. */
    @TestFactory
    Stream<DynamicTest> linksEndWhereAReaderWouldEndThem() throws IOException {
        try (var file = LinkFinderTest.class.getResourceAsStream("/links.json");
                var reader = Json.createReader(file)) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(wanted -> DynamicTest.dynamicTest(wanted.getString("what"), () -> check(wanted)));
        }
    }

    private void check(JsonObject wanted) {
        var text = wanted.getString("text");
        var pieces = finder.pieces(text);
        assertEquals(
                text, pieces.stream().map(Piece::text).collect(Collectors.joining()), "the pieces give the text back");
        var links = strings(wanted.getJsonArray("links"));
        var found = pieces.stream().filter(piece -> piece.href() != null).toList();
        assertEquals(links, found.stream().map(Piece::text).toList());
        var hrefs = wanted.containsKey("hrefs") ? strings(wanted.getJsonArray("hrefs")) : links;
        assertEquals(hrefs, found.stream().map(Piece::href).toList());
    }

    private static List<String> strings(JsonArray array) {
        return array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    /** Of hostile texts too: a stack that grew with them would overflow. */
    @Test
    void aLongRunIsReadToItsEnd() {
        for (var run :
                List.of(")", "(", ".", ",", "'", "_", "-", "a.", "🎉", "https://", "www.", "[]", "../", "a-", "@")) {
            var text = run.repeat(4_000);
            for (var whole : List.of(text, "http://a.b/" + text, "http://" + text)) {
                assertEquals(
                        whole, finder.pieces(whole).stream().map(Piece::text).collect(Collectors.joining()));
            }
        }
    }
}
