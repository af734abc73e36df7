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
 * The bundles of scripts and styles, and the pictures, held in memory and compressed once. Each file's name has its content's
 * hash in it, so that a browser may keep it for good. Thread-safe: nothing changes after the start.
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
     * The address of what the build made of a file in {@code src/main/webapp/resources}.
     *
     * @param source such as {@code js/chat.js}
     * @throws IllegalArgumentException if the build made nothing of it
     */
    public String of(String source) {
        return PATH + manifest.fileOf(source);
    }

    /** The address of the script with the modules' words in a language. */
    public String words(Language language) {
        return PATH + words.nameOf(language);
    }

    /** The addresses of the files that a module imports, so that a page can name them all at once. */
    public List<String> neededBy(String source) {
        return manifest.neededBy(source).stream().map(name -> PATH + name).toList();
    }

    /** @param name such as {@code chat-CLVG62LY.js} */
    Optional<Asset> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What a file of another release is now, for a page that was being opened over an upgrade. */
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
