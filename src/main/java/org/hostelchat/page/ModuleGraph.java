package org.hostelchat.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which modules import which. A browser finds out level by level, one round trip each; a page that names them all lets it
 * ask for all at once.
 */
final class ModuleGraph {

    private static final Pattern IMPORT = Pattern.compile("(?m)^(?:import|export|\\}) ?[^;'\"]*?from '(\\.[^']+)'");

    private final Map<String, byte[]> files;

    ModuleGraph(Map<String, byte[]> files) {
        this.files = files;
    }

    /** The module itself and all it needs, in the order of their discovery; empty if there is no such module. */
    List<String> reachableFrom(String path) {
        var found = new LinkedHashSet<String>();
        visit(path, found);
        return List.copyOf(found);
    }

    private void visit(String path, Set<String> found) {
        var source = files.get(path);
        if (source == null || !found.add(path)) return;
        IMPORT.matcher(new String(source, StandardCharsets.UTF_8))
                .results()
                .forEach(match -> visit(URI.create(path).resolve(match.group(1)).getPath(), found));
    }
}
