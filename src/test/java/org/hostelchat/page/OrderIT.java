package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hostelchat.support.Api;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Device;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents.Person;
import org.hostelchat.support.Screen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What officials see to: reports, muting, and rooms that follow the register. */
@ExtendWith(Hostel.class)
class OrderIT {

    private final String mark = UUID.randomUUID().toString().substring(0, 6);
    private HostelServer server;
    private Browsers browsers;

    @BeforeEach
    void open(HostelServer shared, Browsers those) {
        server = shared;
        browsers = those;
    }

    private Person student(String name) {
        return server.residents().student(name + " " + mark).doneWithTheBoard();
    }

    private Screen open(Device device, Person person, String path) {
        var screen = browsers.open(device, ColorScheme.LIGHT).as(person);
        screen.go(path);
        return screen;
    }

    private static long direct(Person from, Person to) {
        var people = Json.createArrayBuilder().add(to.id()).build();
        return from.api()
                .post("/api/rooms/direct", Api.json("people", people))
                .expect(201)
                .json()
                .getInt("id");
    }

    private static Locator named(Screen screen, String selector, String words) {
        return screen.find(selector).filter(new Locator.FilterOptions().setHasText(words));
    }

    private static void inside(Screen screen, Locator what) {
        var box = what.boundingBox();
        var page = screen.page().viewportSize();
        assertTrue(
                box.x >= 0 && box.y >= 0 && box.x + box.width <= page.width && box.y + box.height <= page.height,
                box.x + ", " + box.y + ": " + box.width + " x " + box.height);
    }

    @Test
    void aMessageOfADirectRoomIsReportedReadAndItsAuthorMuted() {
        var asha = student("आशा");
        var ravi = student("ரவி");
        var warden = server.residents().admin("वार्डन " + mark).doneWithTheBoard();
        var room = direct(ravi, asha);
        var his = open(Device.DESKTOP, ravi, "/rooms/" + room);
        his.say("உன்னை விட மாட்டேன்");
        assertThat(his.find("#rows .message-own:not(.message-pending)")).hasCount(1);

        var phone = open(Device.PHONE, asha, "/rooms/" + room);
        var row = phone.find("#rows .message").last();
        row.locator("[data-act=menu]").click();
        named(phone, ".menu-item", "Report to the office").click();
        assertThat(phone.find("dialog")).containsText("also from direct messages");
        phone.checkWidth();
        phone.checkAccess();
        phone.shot("dialog-report");
        phone.find("#report .button-danger").click();
        assertThat(phone.find("#report-why-error")).isVisible();
        inside(phone, phone.find("#report-why-error"));
        phone.type("#report-why", "वह मुझे धमकाता है – “रोज़”");
        inside(phone, phone.find("#report .button-danger"));
        phone.find("#report .button-danger").click();
        assertThat(phone.find("dialog")).hasCount(0);

        var console = open(Device.DESKTOP, warden, "/admin/reports");
        console.shot("admin-reports");
        named(console, "a", "Read " + asha.name() + "’s report").click();
        assertThat(console.find(".reported")).containsText("உன்னை விட மாட்டேன்");
        assertThat(console.find("main")).containsText("वह मुझे धमकाता है");
        console.checkWidth();
        console.checkAccess();
        console.shot("admin-report");
        var record = warden.api().get("/api/audit?what=report-read").expect(200).body();
        assertTrue(record.contains(warden.name()), record);
        assertFalse(record.contains("உன்னை"), record);

        named(console, "a", "Mute " + ravi.name()).click();
        console.checkAccess();
        console.shot("admin-mute");
        his.type("#box", "வணக்கம்");
        console.type("#why", "Threats, “रोज़”");
        console.find("#mute").click();
        assertThat(console.find("main")).containsText("until then");
        assertThat(console.find("main")).containsText("Threats, “रोज़”");
        // Back at the report, which still waits.
        assertThat(console.find(".reported")).isVisible();
        assertThat(his.find("#composer-closed")).containsText("muted you until");
        assertThat(his.find("#composer-closed")).containsText("“Threats, “रोज़””");
        assertThat(his.find("#box")).hasValue("வணக்கம்");
        his.shot("chat-muted");
        his.page().reload();
        assertThat(his.find("#composer-closed")).containsText("muted you until");
        assertThat(his.find("#box")).not().isEditable();
        assertThat(his.find("#box")).hasValue("வணக்கம்");

        warden.api().delete("/api/users/" + ravi.enrolmentNumber() + "/mute").expect(204);
        assertThat(his.find("#composer-closed")).isHidden();
        his.find("#send").click();
        assertThat(phone.find("#rows .message").last()).containsText("வணக்கம்");

        console.go("/admin/reports");
        named(console, "a", "Read " + asha.name() + "’s report").click();
        console.find("#settle").click();
        assertThat(console.find("main")).containsText("settled");
    }

    @Test
    void scriptsReportAndMuteWithClearAnswers() {
        var asha = student("आशा");
        var ravi = student("ரவி");
        var warden = server.residents().admin("Warden " + mark);
        var room = direct(ravi, asha);
        var path = "/api/rooms/" + room + "/messages/by-seq/1/report";
        asha.api().put(path, Api.json("why", "?")).expect(404);
        ravi.api()
                .put("/api/rooms/" + room + "/messages/" + UUID.randomUUID(), Api.json("body", "வணக்கம்"))
                .expect(201);
        for (var i = 0; i < 2; i++)
            asha.api().put(path, Api.json("why", "क्यों")).expect(204);
        assertEquals(
                "own-message",
                ravi.api().put(path, Api.json("why", "?")).expect(422).problem());
        student("Meena").api().put(path, Api.json("why", "?")).expect(404);
        asha.api().put(path, Api.json("why", " ")).expect(422);
        asha.api().put(path, Api.json("why", 7)).expect(422);
        asha.api().get("/api/reports").expect(403);
        assertEquals(404, warden.api().get("/api/reports/4711000").status());
        for (var wrong : new String[] {"before=x", "before=-1", "open=yes"})
            warden.api().get("/api/reports?" + wrong).expectProblem(422, "wrong-parameter");

        var mute = "/api/users/" + ravi.enrolmentNumber() + "/mute";
        var until = Instant.now().plus(Duration.ofHours(2)).toEpochMilli();
        asha.api().put(mute, Api.json("until", until)).expect(403);
        warden.api().put(mute, Api.json("until", 1)).expect(422);
        warden.api().put(mute, Api.json("until", Long.MAX_VALUE)).expect(422);
        warden.api().put("/api/users/nobody/mute", Api.json("until", until)).expect(404);
        for (var i = 0; i < 2; i++)
            warden.api().put(mute, Api.json("until", until)).expect(204);
        assertEquals(
                "muted",
                ravi.api()
                        .put("/api/rooms/" + room + "/messages/" + UUID.randomUUID(), Api.json("body", "?"))
                        .expect(403)
                        .problem());
        for (var i = 0; i < 2; i++) warden.api().delete(mute).expect(204);
        ravi.api()
                .put("/api/rooms/" + room + "/messages/" + UUID.randomUUID(), Api.json("body", "!"))
                .expect(201);
    }

    @Test
    void aRoomByTheRegisterIsMadeInTheConsoleAndFollowsItAtOnce() {
        var asha = student("आशा");
        var ravi = student("ரவி");
        var warden = server.residents().admin("वार्डन " + mark).doneWithTheBoard();
        var wing = "गंगा " + mark;
        describe(warden, asha, wing);
        var phone = open(Device.PHONE, asha, "/chat");
        var his = open(Device.DESKTOP, ravi, "/chat");
        assertThat(his.find("#here-list li").first()).isAttached();

        var console = open(Device.DESKTOP, warden, "/admin/rooms");
        named(console, "a", "Make a room").click();
        console.type("#name", "கங்கை – " + mark);
        named(console, ".check label", wing).click();
        console.find("#look").click();
        assertThat(console.find("#preview")).containsText("1 resident would be in it");
        assertThat(console.find("#preview")).containsText(asha.name());
        console.checkWidth();
        console.checkAccess();
        console.shot("admin-audience");
        console.find("#announcing").check();
        console.find("#save").click();
        assertThat(console.find("main")).containsText("The room is made");
        console.checkAccess();
        console.shot("admin-rooms");
        named(console, ".filter a", "Show all").click();
        console.type("#text", mark + " கங்");
        named(console, ".filter button", "Find").click();
        assertThat(console.find("tbody tr")).hasCount(1);
        assertThat(console.find("tbody")).containsText(wing);
        console.type("#text", mark + " nowhere");
        named(console, ".filter button", "Find").click();
        assertThat(console.find("main")).containsText("Nothing found.");

        var room = named(phone, "#room-list a", "கங்கை – " + mark);
        assertThat(room).hasCount(1);
        phone.find("[data-open-panel=rooms]").click();
        room.click();
        assertThat(phone.find("#room-name")).hasText("கங்கை – " + mark);
        phone.checkWidth();
        phone.shot("audience-room");
        assertThat(named(his, "#room-list a", "கங்கை – " + mark)).hasCount(0);

        describe(warden, ravi, wing);
        assertThat(named(his, "#room-list a", "கங்கை – " + mark)).hasCount(1);
        describe(warden, asha, "B");
        assertThat(room).hasCount(0);
        assertThat(phone.find("#room-name")).hasText("Common room");
    }

    private static void describe(Person warden, Person resident, String wing) {
        warden.api()
                .patch("/api/users/" + resident.enrolmentNumber(), Api.json("wing", wing))
                .expect(200);
    }

    @Test
    void scriptsMakeAndChangeSuchRooms() {
        var asha = student("आशा");
        var warden = server.residents().admin("Warden " + mark);
        var wing = "W" + mark;
        describe(warden, asha, wing);
        var audience =
                Json.createObjectBuilder().add("wing", Json.createArrayBuilder().add(wing));
        var body = Api.json("name", "Wing " + mark, "kind", "AUDIENCE", "audience", audience.build());
        asha.api().post("/api/rooms", body).expect(403);
        var made = warden.api().post("/api/rooms", body).expect(201).json();
        assertEquals("AUDIENCE", made.getString("kind"));
        var path = "/api/rooms/" + made.getInt("id");
        assertTrue(asha.api().get(path + "/members").expect(200).body().contains(asha.name()));
        asha.api().get(path + "/audience").expect(403);
        assertTrue(warden.api().get(path + "/audience").expect(200).body().contains(wing));
        assertEquals(
                "fixed-members",
                warden.api().delete(path + "/members/" + asha.id()).expect(409).problem());
        assertEquals(
                "fixed-members",
                asha.api().delete(path + "/members/" + asha.id()).expect(409).problem());
        for (var wrong :
                new String[] {"[]", "{}", "{\"wing\":\"A\"}", "{\"wing\":[]}", "{\"phone\":[\"1\"]}", "{\"wing\":[7]}"
                }) {
            var json = Json.createReader(new StringReader(wrong)).readValue();
            assertEquals(
                    "wrong-audience",
                    warden.api()
                            .patch(path, Api.json("audience", json))
                            .expect(422)
                            .problem(),
                    wrong);
        }
        var other =
                Json.createObjectBuilder().add("wing", Json.createArrayBuilder().add("X" + mark));
        warden.api().patch(path, Api.json("audience", other.build())).expect(200);
        asha.api().get(path + "/members").expect(404);
        assertTrue(warden.api()
                .get("/api/audit?what=room-changed")
                .expect(200)
                .body()
                .contains("X" + mark));
        warden.api().delete(path).expect(204);
    }
}
