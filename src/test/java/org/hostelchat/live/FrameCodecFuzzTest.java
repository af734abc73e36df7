package org.hostelchat.live;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hostelchat.support.Mutations;

/** Arbitrary input over a socket is a frame or is refused: nothing else is thrown, and nothing is partly accepted. */
class FrameCodecFuzzTest {

    @Provide
    Arbitrary<String> frames() {
        return Mutations.of(
                "{\"type\":\"hello\",\"cursors\":{\"1\":120,\"7\":0},\"changes\":12}",
                "{\"type\":\"hello\"}",
                "{\"type\":\"post\",\"room\":1,\"clientId\":\"0d9f3a52-6b9e-4a3c-9d0e-0f6c0e2b7f11\",\"body\":\"चाय \\\"?\\\"\"}",
                "{\"type\":\"read\",\"room\":1,\"seq\":130}",
                "{\"type\":\"typing\",\"room\":1,\"unknown\":[1,{\"a\":null}]}");
    }

    @Property
    void aFrameIsReadOrRefused(@ForAll("frames") String text) {
        check(text);
    }

    static void check(String text) {
        InboundFrame frame;
        try {
            frame = FrameCodec.decode(text);
        } catch (UnreadableFrame refused) {
            return;
        }
        if (frame instanceof InboundFrame.Post post) {
            assertTrue(
                    text.toLowerCase(Locale.ROOT).contains(post.clientId().toString()), "an id that its sender knows");
        }
        if (frame instanceof InboundFrame.Hello hello) {
            hello.cursors().forEach((room, seq) -> assertTrue(seq >= 0, "a number that there can be: " + seq));
        }
    }
}
