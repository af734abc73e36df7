package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.hostelchat.support.Api;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Device;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents;
import org.hostelchat.support.Screen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The record of what officials did, in the console and by API. */
@ExtendWith(Hostel.class)
class RecordIT {

    private HostelServer server;
    private Residents.Person warden;

    @BeforeEach
    void open(HostelServer shared) {
        server = shared;
        warden = server.residents().admin("वार्डन कुलकर्णी " + Residents.enrolment());
    }

    private List<JsonObject> entries(String query) {
        return warden.api().get("/api/audit?" + query).expect(200).items().getValuesAs(JsonObject.class);
    }

    @Test
    void whatIsDoneByFormsIsFoundByTypingInHindiAndTakenAway(Browsers browsers) throws IOException {
        var tag = Residents.enrolment();
        var screen = browsers.desktop().as(warden);
        screen.go("/admin/register");
        screen.type("#name", "मीनाक्षी D’Souza").type("#enrolmentNumber", tag);
        screen.find("#register").click();
        if (screen.find("#namesakes").isVisible()) screen.find("#register").click();
        assertThat(screen.find(".slip-secret")).isVisible();
        var initial = screen.find(".slip-secret").first().textContent();
        warden.api()
                .patch("/api/users/" + tag, Api.json("name", "मीनाक्षी é – ₹", "active", false))
                .expect(200);
        screen.go("/admin/record");
        screen.type("#who", "कुलकर्णी वार्डन").type("#on", "मीनाक्षी " + tag);
        screen.find("form.filter button").click();
        assertThat(screen.find("tbody tr")).hasCount(3);
        var rows = screen.find("tbody tr");
        assertThat(rows.nth(0)).containsText("Deactivated");
        assertThat(rows.nth(0)).containsText("May sign in: yes → no");
        assertThat(rows.nth(1)).containsText("Changed the name");
        assertThat(rows.nth(1).locator("del")).hasText("मीनाक्षी D’Souza");
        assertThat(rows.nth(1).locator("ins")).hasText("मीनाक्षी é – ₹");
        assertThat(rows.nth(2)).containsText("Registered");
        assertThat(rows.nth(2)).containsText(tag);
        assertThat(rows.nth(2)).containsText("127.0.0.1");
        assertThat(rows.nth(2)).containsText(warden.name());
        assertFalse(screen.find("body").textContent().contains(initial), "no secret");
        screen.checkWidth();
        screen.checkAccess();
        csv(screen, tag);
        screen.find(".takeaway a").first().click();
        assertThat(screen.find("body.paper tbody tr")).hasCount(3);
        screen.find(".paper .buttons a").click();
        assertThat(screen.find("#on")).hasValue("मीनाक्षी " + tag);
        screen.find("#what").selectOption("user-registered");
        screen.find("form.filter button").click();
        assertThat(screen.find("tbody tr")).hasCount(1);
        var taken = entries("what=list-taken&who=%23" + warden.id());
        assertEquals(2, taken.size(), "who took the record is recorded too");
        assertTrue(taken.get(0).getJsonObject("on").getString("name").startsWith("record-"));
    }

    private static void csv(Screen screen, String tag) throws IOException {
        var download = screen.page()
                .waitForDownload(() -> screen.find(".takeaway a").last().click());
        var rows = Files.readString(download.path(), StandardCharsets.UTF_8)
                .substring(1)
                .lines()
                .toList();
        assertEquals("id,at,by,byName,token,where,what,on,concerned,changes", rows.get(0));
        assertEquals(4, rows.size());
        assertTrue(rows.get(1).contains(",user-deactivated,"), rows.get(1));
        assertTrue(rows.get(2).contains("Name: मीनाक्षी D’Souza → मीनाक्षी é – ₹"), rows.get(2));
        assertTrue(rows.get(3).contains(tag), rows.get(3));
    }

    @Test
    void pagesFollowEachOtherAndWrongDaysAreSaidSo(Browsers browsers) {
        var target = server.residents().student("பக்கம்");
        for (var i = 0; i < 52; i++) {
            warden.api()
                    .delete("/api/users/" + target.enrolmentNumber() + "/sessions")
                    .expect(204);
        }
        var screen = browsers.desktop().as(warden);
        screen.go("/admin/record?what=sessions-ended&on=" + target.enrolmentNumber());
        assertThat(screen.find("tbody tr")).hasCount(50);
        screen.find(".pager a").click();
        assertThat(screen.find("tbody tr")).hasCount(2);
        assertThat(screen.page()).hasURL(Pattern.compile("before=\\d+"));
        assertEquals(422, screen.go("/admin/record?from=never").status());
        assertThat(screen.find("#from-error, #summary").first()).isVisible();
        assertEquals(422, screen.go("/admin/lists/record.csv?from=never").status());
        assertTrue(screen.path().startsWith("/admin/record?from=never"), screen.path());
        screen.go("/admin/record?who=" + Residents.enrolment());
        assertThat(screen.find(".empty")).isVisible();
    }

    @Test
    void fitsEveryScreenWithALongNotice(Browsers browsers) {
        var text = "पानी की टंकी की सफ़ाई ".repeat(40);
        var notice = warden.api()
                .post("/api/notices", Api.json("title", "पानी – Water", "text", text, "acknowledge", true))
                .expect(201)
                .json();
        warden.api().delete("/api/notices/" + notice.getInt("id")).expect(204);
        for (var device : Device.values()) {
            var screen = browsers.open(device, ColorScheme.LIGHT).as(warden);
            screen.go("/admin/record?who=%23" + warden.id());
            // All but the line below it, which lies upon the edge of the sections.
            assertThat(screen.find(".sections a[aria-current]"))
                    .isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(0.95));
            assertThat(screen.find("tbody details .text")).isHidden();
            screen.find("tbody details summary").click();
            assertThat(screen.find("tbody details .text")).isVisible();
            screen.checkWidth();
            screen.checkAccess();
        }
    }

    @Test
    void byApiWithTokenAndAddressAndWithoutTheNameOfWhoIsErased() {
        var made = warden.api()
                .post("/api/tokens", Api.json("name", "लैपटॉप", "password", Residents.PASSWORD))
                .expect(201)
                .json();
        var script = server.api().bearer(made.getString("token"));
        var asha = server.residents().student("आशा राव");
        script.post("/api/users/" + asha.enrolmentNumber() + "/password-reset", Api.json())
                .expect(200);
        var reset = entries("what=password-reset&on=%23" + asha.id()).get(0);
        assertEquals(warden.id(), reset.getInt("by"));
        assertEquals(made.getInt("id"), reset.getInt("token"));
        assertEquals("लैपटॉप", reset.getString("tokenName"));
        assertEquals("127.0.0.1", reset.getString("where"));
        assertEquals("आशा राव", reset.getJsonObject("on").getString("name"));
        script.delete("/api/users/" + asha.enrolmentNumber()).expect(204);
        var erased = entries("on=%23" + asha.id());
        assertEquals("user-erased", erased.get(0).getString("what"));
        for (var entry : erased) {
            assertEquals(asha.id(), entry.getJsonObject("on").getInt("id"));
            assertTrue(entry.getJsonObject("on").isNull("name"));
            assertFalse(entry.toString().contains("आशा"));
        }
        var verdict = warden.api().get("/api/audit/verification").expect(200).json();
        assertTrue(verdict.getBoolean("fits"), verdict.toString());
        warden.api().get("/api/audit/verification?head=1:x").expectProblem(422, "wrong-parameter");
        warden.api().get("/api/audit?from=never").expectProblem(422, "wrong-parameter");
        var csv = warden.signIn().header("Accept", "text/csv").get("/api/audit?limit=2");
        assertTrue(
                csv.expect(200).body().startsWith("\uFEFFid,at,by,byName,token,tokenName,where,what,on,before,after"));
        var student = server.residents().student().api();
        for (var path : List.of("/api/audit", "/api/audit/verification", "/admin/record", "/admin/lists/record.csv")) {
            assertEquals(403, student.get(path).status(), path);
        }
    }

    @Test
    void whatAnOfficialDeletesIsRecordedWithoutItsWords() {
        var asha = server.residents().student("ரவி");
        long seq;
        try (var line = asha.online()) {
            seq = line.say(1, "कमरा १२ में");
        }
        warden.api().delete("/api/rooms/1/messages/by-seq/" + seq).expect(204);
        var entry = entries("what=message-deleted&who=%23" + warden.id()).get(0);
        assertEquals("message", entry.getJsonObject("on").getString("kind"));
        assertEquals(1, entry.getJsonObject("on").getInt("id"));
        assertEquals(seq, entry.getJsonObject("on").getInt("seq"));
        assertEquals(asha.id(), entry.getJsonObject("on").getInt("userId"));
        assertEquals("127.0.0.1", entry.getString("where"));
        assertFalse(entry.toString().contains("कमरा"));
    }
}
