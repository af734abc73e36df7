package org.hostelchat.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hostelchat.language.Language;
import org.hostelchat.language.Words;

/**
 * The bundled scripts and styles and the pictures, in memory and compressed once. File names contain a hash of the
 * content, so that browsers may cache them permanently. Immutable after the start, so thread-safe.
 */
@Named
@ApplicationScoped
public class Assets {

    static final String PATH = "/assets/";

    private static final String FOLDER = "/WEB-INF/assets/";
    private static final Pattern HASH = Pattern.compile("-[A-Z0-9]{8}(?=\\.)");

    @Inject
    private ServletContext context;

    private AssetManifest manifest;
    private final Map<String, Asset> byName = new HashMap<>();
    private final Map<String, Asset> byNameWithoutHash = new HashMap<>();
    private WordScripts words;

    @PostConstruct
    void load() {
        try (var in = open("assets.json")) {
            manifest = AssetManifest.read(in);
            for (var name : manifest.files()) keep(name, Asset.of(name, read(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        words = new WordScripts(Words.CHAT);
        for (var language : Language.values()) keep(words.nameOf(language), words.of(language));
    }

    private void keep(String name, Asset asset) {
        byName.put(name, asset);
        byNameWithoutHash.put(withoutHash(name), asset);
    }

    /**
     * The URL of the file that was built from a source in {@code src/main/webapp/resources}.
     *
     * @param source such as {@code js/chat.js}
     * @throws IllegalArgumentException if the source is not an entry point of the build
     */
    public String of(String source) {
        return PATH + manifest.fileOf(source);
    }

    /** The URL of the script with the modules' texts in a language. */
    public String words(Language language) {
        return PATH + words.nameOf(language);
    }

    /** The URLs of the files that a module imports, so that a page can preload them. */
    public List<String> neededBy(String source) {
        return manifest.neededBy(source).stream().map(name -> PATH + name).toList();
    }

    /** @param name such as {@code chat-CLVG62LY.js} */
    Optional<Asset> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The present version of a file of another release, for a page that was being loaded during an upgrade. */
    Optional<Asset> presentFormOf(String name) {
        return Optional.ofNullable(byNameWithoutHash.get(withoutHash(name)));
    }

    private InputStream open(String name) throws IOException {
        var in = context.getResourceAsStream(FOLDER + name);
        if (in == null) throw new FileNotFoundException(FOLDER + name + " is not in the WAR");
        return in;
    }

    private byte[] read(String name) throws IOException {
        try (var in = open(name)) {
            return in.readAllBytes();
        }
    }

    private static String withoutHash(String name) {
        return HASH.matcher(name).replaceFirst("");
    }
}
