package org.hostelchat.listener;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** What {@link RequestFuzzTest} checks of chunked bodies, with inputs that are found by the code that they reach. */
class ChunksFuzz {

    @FuzzTest(maxDuration = "5m")
    void chunks(byte[] bytes) {
        RequestFuzzTest.checkChunks(bytes);
    }
}
