package org.hostelchat.cli.text;

import org.hostelchat.language.Language;
import org.hostelchat.language.Words;

/**
 * What the command line says, in the language of the call. A process is one call, so that there is one language, set before anything is
 * said; what programs read (CSV, JSON, names of columns and flags) does not come from here.
 */
public final class CliWords {
    private static volatile Language language = Language.EN;

    private CliWords() {}

    /** From now on everything is said in this language. */
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

    /** What stands under a key that may not be one. */
    public static String textOr(String key, String otherwise) {
        return Words.CLI.in(language).getOrDefault(key, otherwise);
    }

    /** What is said of so many, see {@link Words#counted}. */
    public static String counted(String key, long count, Object... arguments) {
        return Words.CLI.counted(language, key, count, arguments);
    }
}
