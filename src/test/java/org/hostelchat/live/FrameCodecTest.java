package org.hostelchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hostelchat.language.Language;
import org.hostelchat.message.References;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameCodecTest {

    private static final String ID = "0d9f3a52-6b9e-4a3c-9d0e-0f6c0e2b7f11";

    @Test
    void readsWhatClientsSay() throws Exception {
        assertEquals(
                new InboundFrame.Hello(Map.of(1L, 120L, 7L, 0L), null),
                FrameCodec.decode("{\"type\":\"hello\",\"cursors\":{\"1\":120,\"7\":0},\"unknown\":[1]} \n"));
        assertEquals(new InboundFrame.Hello(Map.of(), null), FrameCodec.decode("{\"type\":\"hello\"}"));
        assertEquals(
                new InboundFrame.Post(1, UUID.fromString(ID), "चाय", References.NONE),
                FrameCodec.decode("{\"type\":\"post\",\"room\":1,\"clientId\":\"" + ID + "\",\"body\":\"चाय\"}"));
        assertEquals(
                new InboundFrame.Post(1, UUID.fromString(ID), "चाय", new References(7L, List.of(5L, 6L), true)),
                FrameCodec.decode("{\"type\":\"post\",\"room\":1,\"clientId\":\"" + ID
                        + "\",\"body\":\"चाय\",\"replyTo\":7,\"mentions\":[5,6,5,{\"room\":true}]}"));
        assertEquals(
                new InboundFrame.Read(1, 130, false), FrameCodec.decode("{\"type\":\"read\",\"room\":1,\"seq\":130}"));
        assertEquals(new InboundFrame.Typing(1), FrameCodec.decode("{\"type\":\"typing\",\"room\":1}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "42",
                "\"hello\"",
                "{",
                "{}",
                "{\"type\":\"hello\"}x",
                "{\"type\":\"hello\"},",
                "{\"type\":\"hello\"}{}",
                "{\"type\":\"hello\"}]",
                "{\"type\":\"hello\"} null",
                "{\"type\":\"hello\",\"type\":\"hello\"}",
                "{\"type\":\"typing\",\"room\":1,\"room\":1}",
                "{\"type\":\"hello\",\"cursors\":{\"1\":1,\"1\":2}}",
                "{\"type\":null}",
                "{\"type\":7}",
                "{\"type\":\"sing\"}",
                "{\"type\":\"hello\",\"cursors\":[]}",
                "{\"type\":\"hello\",\"cursors\":{\"one\":1}}",
                "{\"type\":\"hello\",\"cursors\":{\"1\":-1}}",
                "{\"type\":\"hello\",\"cursors\":{\"1\":1.5}}",
                "{\"type\":\"hello\",\"cursors\":{\"1\":99999999999999999999}}",
                "{\"type\":\"read\",\"room\":1}",
                "{\"type\":\"read\",\"room\":\"1\",\"seq\":1}",
                "{\"type\":\"post\",\"room\":1,\"body\":\"no id\"}",
                "{\"type\":\"post\",\"room\":1,\"clientId\":\"not-a-uuid\",\"body\":\"x\"}",
                "{\"type\":\"post\",\"room\":1,\"clientId\":\"1-1-1-1-1\",\"body\":\"x\"}"
            })
    void refusesWhatItCannotRead(String text) {
        var refusal = assertThrows(UnreadableFrame.class, () -> FrameCodec.decode(text))
                .refusal();
        assertNotEquals(refusal.problem().detail(), refusal.problem(Language.HI).detail());
    }

    @Test
    void deepNestingIsRefused() {
        assertThrows(
                UnreadableFrame.class,
                () -> FrameCodec.decode("{\"type\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}"));
    }

    @Test
    void aPostThatCannotBeReadIsStillAnsweredByItsId() {
        var unreadable = assertThrows(
                UnreadableFrame.class,
                () -> FrameCodec.decode(
                        "{\"type\":\"post\",\"room\":\"one\",\"clientId\":\"" + ID + "\",\"body\":\"x\"}"));
        assertEquals(UUID.fromString(ID), unreadable.clientId());
        assertEquals(422, unreadable.refusal().problem().status());
    }
}
