package org.hostelchat.cli.text;

import org.hostelchat.language.Language;
import org.hostelchat.language.Words;

/**
 * The texts of the command line in the language of the call. A process is one call, so there is one language, set
 * before anything is printed. What programs read (CSV, JSON, names of columns and flags) is not translated.
 */
public final class CliWords {
    private static volatile Language language = Language.EN;

    private CliWords() {}

    /** Sets the language of everything that is printed from now on. */
    public static void speak(Language chosen) {
        language = chosen;
    }

    public static Language language() {
        return language;
    }

    /** @param arguments names of placeholders, each followed by its value */
    public static String text(String key, Object... arguments) {
        return Words.CLI.text(language, key, arguments);
    }

    /** The text of a key in English, which is what the server calls the same thing in data. */
    public static String english(String key) {
        return Words.CLI.template(Language.EN, key);
    }

    /** The text of a key, or {@code otherwise} if there is no such key. */
    public static String textOr(String key, String otherwise) {
        return Words.CLI.in(language).getOrDefault(key, otherwise);
    }

    /** The text for a count, see {@link Words#counted}. */
    public static String counted(String key, long count, Object... arguments) {
        return Words.CLI.counted(language, key, count, arguments);
    }
}
