package org.hostelchat.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A message bundle in all languages: {@code key=text} in UTF-8, with named placeholders, {@code {name}}. Keys that a
 * language lacks are taken from English. Each language is loaded on first use, so that the command line starts quickly.
 * Thread-safe.
 */
public final class Words {

    /** For the Faces pages. */
    public static final Words PAGES = new Words("pages");

    /** For refusals. */
    public static final Words PROBLEMS = new Words("problems");

    /** For the browser's modules. */
    public static final Words CHAT = new Words("chat");

    /** For the command line. */
    public static final Words CLI = new Words("cli");

    private final String bundle;
    private final Map<Language, Map<String, String>> byLanguage = new ConcurrentHashMap<>();

    private Words(String bundle) {
        this.bundle = bundle;
    }

    /** All keys with their texts, sorted by key; English where the language lacks a key. */
    public Map<String, String> in(Language language) {
        var known = byLanguage.get(language);
        return known == null ? byLanguage.computeIfAbsent(language, this::load) : known;
    }

    private Map<String, String> load(Language language) {
        var words = read(bundle, Language.EN);
        if (language == Language.PSEUDO) words.replaceAll((key, text) -> PseudoTranslation.of(text));
        else if (language != Language.EN) words.putAll(read(bundle, language));
        return Collections.unmodifiableMap(words);
    }

    /** The text of a key with its placeholders; the key itself if it is unknown, which tests rule out. */
    public String template(Language language, String key) {
        return in(language).getOrDefault(key, key);
    }

    /**
     * The text of a key with its placeholders filled.
     *
     * @param arguments names of placeholders, each followed by its value
     */
    public String text(Language language, String key, Object... arguments) {
        return Placeholders.fill(template(language, key), arguments);
    }

    /**
     * The text for a count: {@code key.one} or {@code key.other}, by the language's plural rule.
     *
     * @param arguments names of placeholders, each followed by its value; {@code count} is always available
     */
    public String counted(Language language, String key, long count, Object... arguments) {
        var form = template(language, key + (language.isSingular(count) ? ".one" : ".other"));
        return Placeholders.fill(Placeholders.fill(form, "count", count), arguments);
    }

    private static Map<String, String> read(String bundle, Language language) {
        var name = bundle + '_' + language.tag() + ".properties";
        var words = new TreeMap<String, String>();
        try (var in = Words.class.getResourceAsStream(name)) {
            if (in == null) return words;
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            properties.forEach((key, text) -> words.put((String) key, (String) text));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
