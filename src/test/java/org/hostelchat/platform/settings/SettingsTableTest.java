package org.hostelchat.platform.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table in {@code docs/operations.md} lists every setting with its default. */
class SettingsTableTest {

    private static final Pattern ROW = Pattern.compile("^\\| `(hostel\\.[a-z.-]+)` \\|([^|]*)\\|", Pattern.MULTILINE);

    @Test
    void listsEverySettingWithItsDefault() throws IOException {
        var known = Arrays.stream(HostelSettings.Key.values())
                .collect(Collectors.toMap(HostelSettings.Key::key, SettingsTableTest::shown));
        var listed = ROW.matcher(Files.readString(Path.of("docs/operations.md")))
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1),
                        row -> row.group(2).replace("`", "").strip()));
        assertEquals(known, listed);
    }

    private static String shown(HostelSettings.Key key) {
        return key == HostelSettings.Key.ZONE ? "the machine's" : key.fallback();
    }
}
