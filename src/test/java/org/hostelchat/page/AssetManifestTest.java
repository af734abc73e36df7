package org.hostelchat.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssetManifestTest {

    private static final AssetManifest MANIFEST = read(
            """
            {
              "inputs": {"js/chat.js": {"bytes": 1, "imports": []}},
              "outputs": {
                "../../target/assets/chat-AAAAAAAA.js.map": {"imports": [], "bytes": 1},
                "../../target/assets/chat-AAAAAAAA.js": {
                  "entryPoint": "js/chat.js",
                  "imports": [
                    {"path": "../../target/assets/chunk-BBBBBBBB.js", "kind": "import-statement"},
                    {"path": "../../target/assets/viewer-CCCCCCCC.js", "kind": "dynamic-import"}
                  ]
                },
                "../../target/assets/chunk-BBBBBBBB.js": {
                  "imports": [{"path": "../../target/assets/chunk-DDDDDDDD.js", "kind": "import-statement"}]
                },
                "../../target/assets/chunk-DDDDDDDD.js": {
                  "imports": [{"path": "../../target/assets/chunk-BBBBBBBB.js", "kind": "import-statement"}]
                },
                "../../target/assets/viewer-CCCCCCCC.js": {"entryPoint": "js/viewer.js", "imports": []}
              }
            }
            """);

    private static AssetManifest read(String json) {
        return AssetManifest.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void knowsWhatBecameOfASource() {
        assertEquals("chat-AAAAAAAA.js", MANIFEST.fileOf("js/chat.js"));
        assertThrows(IllegalArgumentException.class, () -> MANIFEST.fileOf("js/nothing.js"));
    }

    @Test
    void namesWhatAModuleNeedsAndNotWhatItMayLoadLater() {
        assertEquals(List.of("chunk-BBBBBBBB.js", "chunk-DDDDDDDD.js"), MANIFEST.neededBy("js/chat.js"));
        assertEquals(List.of(), MANIFEST.neededBy("js/viewer.js"));
    }

    @Test
    void listsEveryFileSourceMapsAmongThem() {
        assertEquals(
                Set.of(
                        "chat-AAAAAAAA.js.map",
                        "chat-AAAAAAAA.js",
                        "chunk-BBBBBBBB.js",
                        "chunk-DDDDDDDD.js",
                        "viewer-CCCCCCCC.js"),
                MANIFEST.files());
    }
}
