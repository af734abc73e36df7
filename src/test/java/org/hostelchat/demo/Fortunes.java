package org.hostelchat.demo;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Real texts: Debian's collections of fortunes, as plain text that is valid in a message. */
final class Fortunes {
    private static final Path FOLDER = Path.of("/usr/share/games/fortunes");
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Pattern OVERSTRIKE = Pattern.compile(".\b");
    private static final Pattern OTHER_CONTROL = Pattern.compile("[\\p{Cc}&&[^\n]]");
    private static final int LONGEST = 900;

    private Fortunes() {}

    /**
     * The texts of each language, by a name that begins with its weight.
     *
     * @throws AssertionError if they are not installed
     */
    static Map<String, List<String>> byLanguage() {
        Map<String, List<String>> result = new TreeMap<>();
        for (String line : TextFiles.lines("fortunes.txt")) {
            String[] parts = line.split("\\|", 2);
            List<String> texts = new ArrayList<>();
            for (String file : parts[1].split(" ", -1)) {
                texts.addAll(texts(FOLDER.resolve(file)));
            }
            result.put(parts[0], texts);
        }
        return result;
    }

    private static List<String> texts(Path file) {
        String all = read(file, StandardCharsets.UTF_8);
        String plain = OVERSTRIKE.matcher(COLOUR.matcher(all).replaceAll("")).replaceAll("");
        return Pattern.compile("\n%+\n?")
                .splitAsStream(OTHER_CONTROL.matcher(plain.replace('\t', ' ')).replaceAll(""))
                .map(String::strip)
                .filter(text -> text.length() > 1 && text.length() <= LONGEST)
                .toList();
    }

    /** The oldest collections are in Latin-1. */
    private static String read(Path file, Charset charset) {
        try {
            return Files.readString(file, charset);
        } catch (CharacterCodingException e) {
            return read(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(file + " is missing; payara/demo installs it", e);
        }
    }
}
