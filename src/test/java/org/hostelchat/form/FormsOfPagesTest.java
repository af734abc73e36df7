package org.hostelchat.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every form of every page must have, checked in the pages' sources. */
class FormsOfPagesTest {

    private static final Pattern FORM = Pattern.compile("<h:form\\b.*?</h:form>", Pattern.DOTALL);
    private static final Pattern SECRET = Pattern.compile("<hc:secret id=\"([^\"]+)\"");

    private static List<String> found(Pattern pattern, int group) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
            return files.filter(file -> file.toString().endsWith(".xhtml"))
                    .flatMap(file -> pattern.matcher(read(file)).results().map(MatchResult::group))
                    .map(text -> group == 0
                            ? text
                            : pattern.matcher(text)
                                    .results()
                                    .findFirst()
                                    .orElseThrow()
                                    .group(group))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Signing out twice is signing out. */
    @Test
    void everyFormIsKnownWhenItIsSentTwice() throws IOException {
        var forms = found(FORM, 0);
        assertTrue(forms.size() > 10);
        assertEquals(
                List.of(),
                forms.stream()
                        .filter(form -> !form.startsWith("<h:form id=\"leave\"") && !form.contains("<hc:once />"))
                        .toList());
    }

    @Test
    void noSecretIsTakenAlongByTheSignInPage() throws IOException {
        assertEquals(
                List.of(),
                found(SECRET, 1).stream()
                        .filter(id -> !FormParameters.SECRETS.contains(id))
                        .toList());
    }
}
