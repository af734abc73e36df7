package org.hostelchat.page;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The output of the bundler: the file that each source became, and the files that each of them imports. Read from
 * esbuild's metafile. Immutable.
 *
 * @see <a href="https://esbuild.github.io/api/#metafile">esbuild, metafile</a>
 */
final class AssetManifest {

    private final Map<String, String> fileBySource = new LinkedHashMap<>();
    private final Map<String, List<String>> importsByFile = new LinkedHashMap<>();

    private AssetManifest(JsonObject outputs) {
        outputs.forEach((path, output) -> {
            var file = nameOf(path);
            importsByFile.put(file, imports(output.asJsonObject()));
            if (output.asJsonObject().get("entryPoint") instanceof JsonString source)
                fileBySource.put(source.getString(), file);
        });
    }

    /** @throws jakarta.json.JsonException if the input is not a metafile */
    static AssetManifest read(InputStream in) {
        try (var reader = Json.createReader(in)) {
            return new AssetManifest(reader.readObject().getJsonObject("outputs"));
        }
    }

    /** The names of all files. */
    Set<String> files() {
        return importsByFile.keySet();
    }

    /**
     * @param source such as {@code js/chat.js}
     * @return such as {@code chat-CLVG62LY.js}
     * @throws IllegalArgumentException if the source is not an entry point of the build
     */
    String fileOf(String source) {
        var file = fileBySource.get(source);
        if (file == null) throw new IllegalArgumentException(source + " is not among the bundler's entries in pom.xml");
        return file;
    }

    /**
     * All files that a module imports statically, directly or indirectly, without itself. A browser discovers them
     * level by level, with a round trip for each; a page that names them lets it request all at once. Imports by {@code
     * import()} are not included.
     */
    List<String> neededBy(String source) {
        var found = new LinkedHashSet<String>();
        visit(fileOf(source), found);
        return List.copyOf(found);
    }

    private void visit(String file, Set<String> found) {
        for (var next : importsByFile.getOrDefault(file, List.of())) if (found.add(next)) visit(next, found);
    }

    private static List<String> imports(JsonObject output) {
        return output.getJsonArray("imports").getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("kind").equals("import-statement"))
                .map(one -> nameOf(one.getString("path")))
                .toList();
    }

    /** Paths in a metafile are relative to the bundler's working directory; all files are in one folder. */
    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
