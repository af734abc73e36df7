package org.hostelchat.wire.json;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** What {@link StrictJsonFuzzTest} checks, with inputs that are found by the code that they reach. */
class StrictJsonFuzz {

    @FuzzTest(maxDuration = "5m")
    void texts(byte[] bytes) throws StrictJson.NotAnObject {
        StrictJsonFuzzTest.check(new String(bytes, StandardCharsets.UTF_8));
    }
}
