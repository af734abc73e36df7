package org.hostelchat.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stylesheets, modules and pictures, held in memory and compressed once. All of them share one version, a digest of
 * all their bytes, which is part of their addresses: a page never mixes files of two releases, and a browser asks for each
 * file once per release. Thread-safe: nothing changes after the start.
 */
@Named
@ApplicationScoped
public class Assets {

    private static final String ROOT = "/resources/";
    private static final Pattern IMPORT = Pattern.compile("@import url\\(\"([\\w.-]+)\"\\);\\s*");

    @Inject
    private ServletContext context;

    private Map<String, Asset> byPath;
    private String version;
    private List<String> chatModules;

    @PostConstruct
    void load() {
        var files = new TreeMap<String, byte[]>();
        collect(ROOT, files);
        version = digest(files);
        byPath = new TreeMap<>();
        files.forEach((path, content) -> byPath.put(path, Asset.of(path, joined(path, content, files))));
        chatModules = new ModuleGraph(files).reachableFrom("js/chat.js");
    }

    public String getVersion() {
        return version;
    }

    /** What every asset's address begins with. */
    public String getPath() {
        return "/assets/" + version;
    }

    /** The addresses of the modules that the chat needs, so that the page can name them all at once. */
    public List<String> getChatModules() {
        return chatModules.stream().map(path -> getPath() + "/" + path).toList();
    }

    /** @param path such as {@code css/app.css} */
    Optional<Asset> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    private void collect(String folder, Map<String, byte[]> files) {
        var paths = context.getResourcePaths(folder);
        if (paths == null) return;
        for (var path : paths) {
            if (path.endsWith("/")) collect(path, files);
            else files.put(path.substring(ROOT.length()), read(path));
        }
    }

    private byte[] read(String path) {
        try (var in = context.getResourceAsStream(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A stylesheet with the ones it imports put in their places: a file per component in the tree, one on the wire. */
    private static byte[] joined(String path, byte[] content, Map<String, byte[]> files) {
        if (!path.endsWith(".css")) return content;
        var folder = path.substring(0, path.lastIndexOf('/') + 1);
        return IMPORT.matcher(new String(content, StandardCharsets.UTF_8))
                .replaceAll(found -> Matcher.quoteReplacement(
                        new String(files.get(folder + found.group(1)), StandardCharsets.UTF_8)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(Map<String, byte[]> files) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            files.forEach((path, content) -> {
                sha.update(path.getBytes(StandardCharsets.UTF_8));
                sha.update(content);
            });
            return HexFormat.of().formatHex(sha.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
