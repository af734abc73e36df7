package org.hostelchat.refusal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.hostelchat.language.Phrase;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void saysNothingOfWhatIsNotThere() {
        var json = new Refusal.NotFound("no-such-room", Phrase.literal("There is no such room."))
                .problem()
                .json();

        assertEquals(
                "{\"type\":\"/problems/no-such-room\",\"title\":\"Not there\",\"status\":404,"
                        + "\"detail\":\"There is no such room.\"}",
                json);
    }

    @Test
    void namesFieldsAndTheTimeToWait() {
        var busy = new Refusal.Unavailable("busy", Phrase.literal("Busy."), Duration.ofMillis(1001)).problem();
        var weak = new Refusal.Unacceptable("weak", "next", Phrase.literal("Too short.")).problem();

        assertEquals(2, read(busy.json()).getInt("retryAfter"));
        assertEquals(
                "next",
                read(weak.json()).getJsonArray("violations").getJsonObject(0).getString("field"));
    }

    @Test
    void staysJsonWhateverTheTextHolds() {
        var nasty = "\"\\\n\u0000 \ud83c\udfe0 \ud800 \u0939";
        var problem = new Refusal.Unacceptable("text", Phrase.literal("detail"), List.of(new Violation(nasty, nasty)))
                .problem();

        var violation = read(problem.json()).getJsonArray("violations").getJsonObject(0);
        assertEquals(nasty, violation.getString("field"));
        assertEquals(nasty, violation.getString("message"));
    }

    private static JsonObject read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
