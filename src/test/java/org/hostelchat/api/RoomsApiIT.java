package org.hostelchat.api;

import static org.hostelchat.support.Api.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hostelchat.support.Api;
import org.hostelchat.support.EachDatabase;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents;
import org.junit.jupiter.api.Test;

@EachDatabase
class RoomsApiIT {

    private static final String MESSAGES = "/api/rooms/1/messages";

    @Test
    void storesAPostOnceHoweverOftenItComes(HostelServer server) {
        var asha = server.residents().student("Asha");
        var path = MESSAGES + "/" + UUID.randomUUID();

        var first =
                asha.api().put(path, json("body", "\n आओ,\nसब 🏠 ")).expect(201).json();
        var again = asha.api().put(path, json("body", "आओ,\nसब 🏠")).expect(200).json();
        assertEquals(first, again);
        asha.api().put(path, json("body", "something else")).expectProblem(409, "client-id-used");
        var upper = MESSAGES + "/" + path.substring(path.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
        assertEquals(
                first,
                asha.api().put(upper, json("body", "आओ,\nसब 🏠")).expect(200).json());

        var event = at(asha.api(), seq(first));
        assertEquals("posted", event.getString("kind"));
        assertEquals(" आओ,\nसब 🏠", event.getString("body"));
        assertEquals("Asha", event.getString("name"));
        assertEquals("STUDENT", event.getString("role"));
        assertEquals(asha.id(), event.getJsonNumber("by").longValue());
    }

    @Test
    void editsAndTakesBackWhatOneWrote(HostelServer server) {
        var asha = server.residents().student("Asha");
        var other = server.residents().student("Bina");
        var admin = server.residents().admin("Warden");
        var mine = seq(post(asha.api(), "frist"));
        var path = MESSAGES + "/by-seq/" + mine;

        other.api().patch(path, json("body", "x")).expect(403);
        admin.api().patch(path, json("body", "x")).expect(403);
        other.api().delete(path).expect(403);
        asha.api().patch(path, json("body", "first")).expect(200);
        assertEquals("first", at(asha.api(), mine).getString("body"));
        assertTrue(at(asha.api(), mine).containsKey("editedAt"));

        admin.api().delete(path).expect(204);
        assertEquals(json("seq", mine, "kind", "tombstone"), at(asha.api(), mine));
        asha.api().patch(MESSAGES + "/by-seq/999999999", json("body", "x")).expect(404);
    }

    @Test
    void readsForwardAndBackwardWithoutHoles(HostelServer server) {
        var asha = server.residents().student("Asha");
        for (int i = 0; i < 5; i++) post(asha.api(), "message " + i);

        long expected = 1;
        JsonValue next = Json.createValue(0);
        do {
            var page = asha.api()
                    .get(MESSAGES + "?limit=3&after=" + next)
                    .expect(200)
                    .json();
            for (var item : page.getJsonArray("items")) assertEquals(expected++, seq(item.asJsonObject()));
            next = page.get("next");
        } while (next != JsonValue.NULL);

        var last = expected - 1;
        next = JsonValue.NULL;
        do {
            var page = asha.api()
                    .get(MESSAGES + "?limit=3" + (next == JsonValue.NULL ? "" : "&before=" + next))
                    .expect(200)
                    .json();
            var items = page.getJsonArray("items");
            for (int i = items.size() - 1; i >= 0; i--) assertEquals(last--, seq(items.getJsonObject(i)));
            next = page.get("next");
        } while (next != JsonValue.NULL);
        assertEquals(0, last);
    }

    @Test
    void keepsMessagesAsLongAsTheMakerOrAnOfficialSays(HostelServer server) {
        var asha = server.residents().student("Asha");
        var other = server.residents().student("Bina");
        var warden = server.residents().admin("Warden");
        var room = "/api/rooms/"
                + asha.api()
                        .post("/api/rooms", json("kind", "OPEN", "name", "Kept " + UUID.randomUUID()))
                        .expect(201)
                        .json()
                        .getInt("id");
        assertFalse(asha.api().get(room).expect(200).json().containsKey("retention"), "for ever");
        var kept = asha.api().patch(room, json("retention", 30)).expect(200).json();
        assertEquals(30, kept.getInt("retention"));
        for (var wrong : List.of(0, -1, 3651)) {
            asha.api().patch(room, json("retention", wrong)).expectProblem(422, "wrong-fields");
        }
        other.api().patch(room, json("retention", 1)).expect(404);
        other.api().patch("/api/rooms/1", json("retention", 1)).expectProblem(403, "not-yours");
        warden.api().patch(room, json("slow", 5)).expect(200);
        assertEquals(30, asha.api().get(room).expect(200).json().getInt("retention"), "left as it was");
        warden.api()
                .patch(room, Json.createObjectBuilder().addNull("retention").build())
                .expect(200);
        assertFalse(asha.api().get(room).expect(200).json().containsKey("retention"));
    }

    @Test
    void listsOnesRoomsAndWhoIsHere(HostelServer server) {
        var asha = server.residents().student("Asha");

        var common = asha.api().get("/api/rooms").expect(200).items().getJsonObject(0);
        assertEquals(1, common.getInt("id"));
        assertEquals("COMMON", common.getString("kind"));
        assertTrue(asha.api().get("/api/online?limit=500").expect(200).items().stream()
                .anyMatch(person -> person.asJsonObject().getInt("id") == asha.id()));
        asha.api().get("/api/rooms/999999/messages").expect(404);
        asha.api()
                .put("/api/rooms/999999/messages/" + UUID.randomUUID(), json("body", "x"))
                .expect(404);
    }

    @Test
    void searchesAllRoomsForOfficials(HostelServer server) {
        var asha = server.residents().student("Asha");
        var word = "ladder" + Residents.enrolment();
        for (int i = 0; i < 3; i++) post(asha.api(), "Who has the " + word + " " + i + "?");
        var office = server.operator();
        var query = "/api/messages?author=" + asha.enrolmentNumber() + "&room=1&from=2020-01-01&to=2099-01-01&text="
                + word.toUpperCase(Locale.ROOT);

        assertEquals(3, office.get(query).expect(200).items().size());
        var first = office.get(query + "&limit=2").expect(200).json();
        assertEquals(
                "Who has the " + word + " 0?",
                first.getJsonArray("items").getJsonObject(0).getString("body"));
        var second = office.get(query + "&limit=2&after=" + first.getString("next"))
                .expect(200)
                .json();
        assertEquals(1, second.getJsonArray("items").size());
        assertEquals(
                0, office.get("/api/messages?text=" + word + "&to=1000").items().size());
        asha.api().get("/api/messages").expectProblem(403, "admins-only");

        var csv = server.operator()
                .header("Accept", "text/csv")
                .get(query)
                .expect(200)
                .body();
        assertEquals(4, csv.split("\r\n").length);
        assertNotEquals(-1, csv.indexOf("Asha"));
    }

    @Test
    void anAuthorIsKnownByNameAndWhoIsNobodyIsSaidToBe(HostelServer server) {
        var tag = Residents.enrolment().substring(1, 8);
        var renee = server.residents().student("Renée D’Souza " + tag);
        post(renee.api(), "चाय और crêpe " + tag + " – who’s in?");
        var office = server.operator();
        for (var author :
                List.of("d'souza renee " + tag, renee.name(), "\u00a0" + renee.enrolmentNumber() + "\u200b")) {
            assertEquals(1, found(office, author, "crêpe चाय " + tag).size(), author);
        }
        assertEquals(1, found(office, renee.name(), "who's \"in?\"").size());
        assertEquals(0, found(office, renee.name(), "coffee").size());
        // No letters that a random number may hold, for whom the name does not find, the number may.
        for (var nobody : List.of("Renee Du Souza " + tag, tag + "x", "", "\u200b")) {
            var refusal = office.get("/api/messages?author=" + encoded(nobody)).expectProblem(422, "no-such-author");
            assertEquals(
                    "author",
                    refusal.json().getJsonArray("violations").getJsonObject(0).getString("field"));
        }
    }

    private static JsonArray found(Api office, String author, String text) {
        return office.get("/api/messages?author=" + encoded(author) + "&text=" + encoded(text))
                .expect(200)
                .items();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void codeKeepsItsIndentAndWhatShowsNothingIsRefused(HostelServer server) {
        var asha = server.residents().student().api();
        var id = UUID.randomUUID();
        var code = "\u200b\n\n  for (;;)\n    wait();\n\n\u00a0";
        var first =
                asha.put(MESSAGES + "/" + id, json("body", code)).expect(201).json();
        assertEquals("  for (;;)\n    wait();", at(asha, seq(first)).getString("body"));
        assertEquals(
                first,
                asha.put(MESSAGES + "/" + id, json("body", code)).expect(200).json());
        asha.put(MESSAGES + "/" + id, json("body", code.replace("wait", "stop")))
                .expectProblem(409, "client-id-used");
        for (var nothing :
                List.of(" ", "\u2800", "\u3164\n\u115f", "\u200b\u200d", "\u00ad\ufeff", "\u202e", "\u0301")) {
            asha.put(MESSAGES + "/" + UUID.randomUUID(), json("body", nothing)).expectProblem(422, "unacceptable-text");
            asha.patch(MESSAGES + "/by-seq/" + seq(first), json("body", nothing))
                    .expectProblem(422, "unacceptable-text");
        }
    }

    private static JsonObject post(Api api, String words) {
        return api.put(MESSAGES + "/" + UUID.randomUUID(), json("body", words))
                .expect(201)
                .json();
    }

    private static JsonObject at(Api api, long seq) {
        return api.get(MESSAGES + "?limit=1&after=" + (seq - 1))
                .expect(200)
                .items()
                .getJsonObject(0);
    }

    private static long seq(JsonObject of) {
        return of.getJsonNumber("seq").longValue();
    }
}
