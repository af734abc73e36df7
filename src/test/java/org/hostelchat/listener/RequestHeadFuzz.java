package org.hostelchat.listener;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** What {@link RequestFuzzTest} checks of heads, with inputs that are found by the code that they reach. */
class RequestHeadFuzz {

    /** @param bytes a target, and after a line break the value of a header */
    @FuzzTest(maxDuration = "5m")
    void heads(byte[] bytes) {
        var parts = new String(bytes, StandardCharsets.ISO_8859_1).split("\n", 2);
        RequestFuzzTest.checkHeads(parts[0], parts[parts.length - 1]);
    }
}
