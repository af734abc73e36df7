package org.hostelchat.live;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** What {@link FrameCodecFuzzTest} checks, with inputs that are found by the code that they reach. */
class FrameCodecFuzz {

    @FuzzTest(maxDuration = "5m")
    void frames(byte[] bytes) {
        FrameCodecFuzzTest.check(new String(bytes, StandardCharsets.UTF_8));
    }
}
