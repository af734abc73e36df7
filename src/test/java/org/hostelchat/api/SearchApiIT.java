package org.hostelchat.api;

import static org.hostelchat.support.Api.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Search as clients of the API see it. */
@ExtendWith(Hostel.class)
class SearchApiIT {

    @Test
    void findsWhatWasJustSaidAndSaysWhere(HostelServer server) {
        var asha = server.residents().student("Asha");
        say(asha, "😀 इलायची वाली चाय, kuzhambu");
        var hit = search(asha, "kuzhambu चाय").get(0);
        assertTrue(hit.contains("\"marks\":[[14,3],[19,8]]"), hit);
        assertTrue(hit.contains("\"room\":1") && hit.contains("\"by\":" + asha.id()), hit);
        assertEquals(List.of(), search(asha, "kuzhambu चय"));
    }

    @Test
    void refusesWhatIsNothingToLookFor(HostelServer server) {
        var api = server.residents().student("Curious").api();
        for (var query : List.of("", "?text=", "?text=%20", "?text=*", "?text=%22%22", "?text=" + "a+".repeat(400))) {
            api.get("/api/search" + query).expectProblem(422, "wrong-parameter");
        }
        api.get("/api/search?text=a%00b").expectProblem(422, "wrong-parameter");
        api.get("/api/search?text=tea&limit=101").expectProblem(422, "wrong-parameter");
        api.get("/api/search?text=tea&room=999999").expectProblem(404, "no-such-room");
        api.get("/api/search?text=tea&author=nobody%20of%20this%20name").expectProblem(422, "no-such-author");
        server.api().get("/api/search?text=tea").expectProblem(401, "not-signed-in");
        for (var hostile :
                List.of("NEAR(a b)", "a* OR b", "{x}: y", "^a", "a\"b", "'; drop table messages; --", "r=1", "\\")) {
            var status = api.get("/api/search?text=" + encoded(hostile)).status();
            assertTrue(status == 200 || status == 422, hostile);
        }
    }

    private static void say(Person who, String body) {
        who.api()
                .put("/api/rooms/1/messages/" + UUID.randomUUID(), json("body", body))
                .expect(201);
    }

    private static List<String> search(Person who, String text) {
        return who.api().get("/api/search?text=" + encoded(text)).expect(200).json().getJsonArray("items").stream()
                .map(Object::toString)
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
