package org.hostelchat.api;

import static org.hostelchat.support.Api.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.hostelchat.support.Api;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Replies, mentions, reactions and pins over HTTP. */
@ExtendWith(Hostel.class)
class MarksApiIT {

    private static final String MESSAGES = "/api/rooms/1/messages";

    @Test
    void talksWithAnswersMentionsReactionsAndPins(HostelServer server) {
        var asha = server.residents().student("आशा");
        var ravi = server.residents().student("ரவி");
        var warden = server.residents().admin("Warden");

        var first = post(asha.api(), json("body", "चाय पीने कौन आएगा?"));
        var answer = post(
                ravi.api(),
                Json.createObjectBuilder()
                        .add("body", "நான் வருகிறேன்")
                        .add("replyTo", first)
                        .add(
                                "mentions",
                                Json.createArrayBuilder().add(asha.id()).add(999_999_999))
                        .build());
        post(warden.api(), json("body", "The mess opens at five", "room", true));
        ravi.api()
                .put(MESSAGES + "/" + UUID.randomUUID(), json("body", "?", "replyTo", 999_999_999))
                .expectProblem(422, "no-such-message");
        ravi.api()
                .put(MESSAGES + "/" + UUID.randomUUID(), json("body", "?", "mentions", "everybody"))
                .expectProblem(422, "wrong-fields");

        var thumb = MESSAGES + "/by-seq/" + first + "/reactions/" + encoded("👍");
        ravi.api().send("PUT", thumb, null).expect(204);
        ravi.api().send("PUT", thumb, null).expect(204);
        asha.api().send("PUT", thumb, null).expect(204);
        asha.api().delete(thumb).expect(204);
        asha.api().delete(thumb).expect(204);
        asha.api()
                .send("PUT", MESSAGES + "/by-seq/" + first + "/reactions/x", null)
                .expectProblem(422, "not-an-emoji");
        asha.api()
                .send("PUT", MESSAGES + "/by-seq/999999999/reactions/" + encoded("👍"), null)
                .expectProblem(404, "no-such-message");
        ravi.api().send("PUT", MESSAGES + "/by-seq/" + first + "/pin", null).expect(204);

        var said = item(ravi.api(), first);
        var reaction = said.getJsonArray("reactions").getJsonObject(0);
        assertEquals("👍", reaction.getString("emoji"));
        assertEquals(1, reaction.getInt("count"));
        assertTrue(reaction.getBoolean("mine"));
        assertEquals("ரவி", reaction.getJsonArray("people").getJsonObject(0).getString("name"));
        assertTrue(said.getBoolean("pinned"));
        var quote = item(asha.api(), answer).getJsonObject("replyTo");
        assertEquals(first, quote.getInt("seq"));
        assertEquals("आशा", quote.getString("name"));
        assertEquals("चाय पीने कौन आएगा?", quote.getString("excerpt"));
        assertEquals(
                Json.createArrayBuilder().add(asha.id()).build(),
                item(asha.api(), answer).getJsonArray("mentions"));

        var common = asha.api().get("/api/rooms").expect(200).items().getJsonObject(0);
        assertEquals(2, common.getInt("mentions"));
        assertTrue(common.getInt("mentions") <= common.getInt("unread"));
        var listed = asha.api().get("/api/mentions?limit=1").expect(200).json();
        assertEquals(
                "The mess opens at five",
                listed.getJsonArray("items").getJsonObject(0).getString("body"));
        var next = asha.api()
                .get("/api/mentions?limit=1&before=" + listed.getString("next"))
                .expect(200)
                .items();
        assertEquals("நான் வருகிறேன்", next.getJsonObject(0).getString("body"));
        asha.api().get("/api/mentions?before=yesterday").expectProblem(422, "wrong-parameter");
        var pins = asha.api().get("/api/rooms/1/pins").expect(200).items();
        assertEquals(first, pins.getJsonObject(0).getInt("seq"));
        ravi.api().delete(MESSAGES + "/by-seq/" + first + "/pin").expect(204);

        asha.api().delete(MESSAGES + "/by-seq/" + first).expect(204);
        assertEquals(json("seq", first, "kind", "tombstone"), item(asha.api(), first));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static long post(Api who, JsonObject body) {
        return who.put(MESSAGES + "/" + UUID.randomUUID(), body)
                .expect(201)
                .json()
                .getJsonNumber("seq")
                .longValue();
    }

    private static JsonObject item(Api who, long seq) {
        return who.get("/api/rooms/1/history?limit=1&around=" + seq)
                .expect(200)
                .items()
                .getJsonObject(0);
    }
}
