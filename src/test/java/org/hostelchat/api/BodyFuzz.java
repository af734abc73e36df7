package org.hostelchat.api;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/** What {@link BodyFuzzTest} checks, with inputs that are found by the code that they reach. */
class BodyFuzz {

    @FuzzTest(maxDuration = "5m")
    void bodies(byte[] bytes) throws IOException {
        BodyFuzzTest.check(bytes);
    }
}
