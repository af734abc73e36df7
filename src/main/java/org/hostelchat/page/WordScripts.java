package org.hostelchat.page;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.hostelchat.language.Language;
import org.hostelchat.language.Words;
import org.hostelchat.text.Sha256;

/**
 * The modules' texts as one script for each language, which sets {@code globalThis.hostelWords} to an object of keys
 * and texts; English where the language lacks a key. File names contain a hash of the content, like those of bundles.
 */
final class WordScripts {

    private final Map<Language, String> names = new EnumMap<>(Language.class);
    private final Map<Language, Asset> scripts = new EnumMap<>(Language.class);

    WordScripts(Words words) {
        for (var language : Language.values()) {
            var script = script(words.in(language)).getBytes(StandardCharsets.UTF_8);
            var name = "words-" + language.tag().toLowerCase(Locale.ROOT) + '-' + hash(script) + ".js";
            names.put(language, name);
            scripts.put(language, Asset.of(name, script));
        }
    }

    /** Such as {@code words-hi-1A2B3C4D.js}. */
    String nameOf(Language language) {
        return names.get(language);
    }

    Asset of(Language language) {
        return scripts.get(language);
    }

    private static String script(Map<String, String> words) {
        var json = Json.createObjectBuilder();
        words.forEach(json::add);
        return "globalThis.hostelWords = " + json.build() + ";\n";
    }

    private static String hash(byte[] script) {
        return Sha256.hex(script).substring(0, 8).toUpperCase(Locale.ROOT);
    }
}
