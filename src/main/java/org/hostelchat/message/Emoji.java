package org.hostelchat.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/**
 * Unicode's emoji: those recommended for general interchange (RGI), with skin tones. Loaded when the first reaction
 * arrives.
 */
final class Emoji {

    /** Variation selector 16 requests the coloured form of the character before it. Some keyboards omit it. */
    private static final String VARIATION_SELECTOR = "\uFE0F";

    /** The fully qualified form of each emoji, by its text without variation selectors. */
    private static final Map<String, String> ALL = read();

    private Emoji() {}

    /**
     * The fully qualified form of an emoji, so that the same emoji is always the same text.
     *
     * @throws Refusal.Unacceptable unless the text is exactly one emoji
     */
    static String of(String text) {
        var emoji = text == null ? null : ALL.get(bare(text));
        if (emoji == null) throw new Refusal.Unacceptable("not-an-emoji", "emoji", Phrase.of("message.not-an-emoji"));
        return emoji;
    }

    private static String bare(String text) {
        return text.replace(VARIATION_SELECTOR, "");
    }

    private static Map<String, String> read() {
        try (var in = Emoji.class.getResourceAsStream("emoji.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("# "))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .collect(Collectors.toUnmodifiableMap(Emoji::bare, emoji -> emoji));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
