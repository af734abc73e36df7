package org.hostelchat.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModuleGraphTest {

    private static byte[] source(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void followsImportsOverFoldersOnce() {
        var files = Map.of(
                "js/chat.js",
                        source(
                                "import { a } from './a/one.js';\nimport './no.js';\nimport {\n  b,\n} from './b.js';\n"),
                "js/a/one.js", source("export { c } from '../b.js';\n"),
                "js/b.js", source("import { a } from './a/one.js';\nexport const c = \"from './never.js'\";\n"),
                "js/never.js", source(""));
        assertEquals(
                List.of("js/chat.js", "js/a/one.js", "js/b.js"), new ModuleGraph(files).reachableFrom("js/chat.js"));
    }

    @Test
    void aMissingEntryReachesNothing() {
        assertEquals(List.of(), new ModuleGraph(Map.of()).reachableFrom("js/chat.js"));
    }
}
