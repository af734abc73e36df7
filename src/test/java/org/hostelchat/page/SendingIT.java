package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hostelchat.page.ChosenFiles.choose;
import static org.hostelchat.page.ChosenFiles.file;
import static org.hostelchat.page.ChosenFiles.paper;
import static org.hostelchat.page.ChosenFiles.paste;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.hostelchat.attachment.Pictures;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.CuttableLine;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents.Person;
import org.hostelchat.support.Screen;
import org.hostelchat.support.SlowLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pictures and files that are sent from the page. */
@ExtendWith(Hostel.class)
class SendingIT {

    /** In bits a second. */
    private static final int SLOW = 2_000_000;

    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    private final HostelServer server;
    private final Person asha;
    private final String caption = "आज का मेनू – ₹40 " + UUID.randomUUID();

    SendingIT(HostelServer server) {
        this.server = server;
        asha = server.residents().student("आशा").doneWithTheBoard();
    }

    private static Screen chat(Screen screen, Person who, String path) {
        screen.as(who).go(path);
        assertThat(screen.find("#here-list li").first()).isAttached();
        return screen;
    }

    private static Locator row(Screen screen, String words) {
        return screen.find(".message[data-seq]:has-text(\"" + words + "\")");
    }

    private JsonObject posted(String words) {
        return asha.api().get("/api/rooms/1/history?limit=50").expect(200).items().stream()
                .map(item -> item.asJsonObject())
                .filter(item -> item.getString("body", "").equals(words))
                .findFirst()
                .orElseThrow();
    }

    private byte[] bytes(JsonObject file, String more) {
        return asha.api()
                .get("/api/files/" + file.getInt("id") + more)
                .expect(200)
                .bytes();
    }

    @Test
    void picturesArriveSmallUprightAndWithoutTheirPlaceOverASlowLine(Browsers others) {
        var ravi = chat(others.phone(), server.residents().student("ரவி").doneWithTheBoard(), "/chat");
        try (var line = new SlowLine(server, 100, SLOW);
                var browsers = new Browsers(line.port())) {
            var phone = browsers.phone();
            phone.page().setViewportSize(360, 740);
            chat(phone, asha, "/chat");
            choose(phone, file("मेनू.jpeg", "image/jpeg", Pictures.photo(2600, 1300)));
            paste(phone, "image.png", Pictures.describedPng(300, 200));
            assertThat(phone.find("#attached canvas")).hasCount(2);
            assertThat(phone.find("#attached")).containsText("मेनू.jpeg");
            phone.type("#box", caption);
            phone.checkWidth();
            phone.checkAccess();
            phone.shot("sending-chosen");
            phone.find("#send").click();
            assertThat(phone.find("#attached")).isHidden();
            var waiting = phone.find(".message-pending canvas").first();
            assertThat(waiting).isVisible();
            var place = waiting.boundingBox();
            phone.shot("sending-under-way");

            var row = row(phone, caption);
            assertThat(row.locator("img").nth(1)).isVisible(SOON);
            var picture = row.locator("img").first().boundingBox();
            assertEquals(place.width, picture.width, 0.5, "it stays in its place");
            assertEquals(place.height, picture.height, 0.5);
            assertEquals(2.0, picture.height / picture.width, 0.02, "upright, as the camera was held");
            assertThat(row(ravi, caption).locator("img").nth(1)).isVisible(SOON);
            var before = row(ravi, caption).boundingBox().height;
            ravi.page()
                    .waitForFunction(
                            "() => [...document.querySelectorAll('.files-picture img')].every(one => one.naturalWidth > 0)");
            assertEquals(before, row(ravi, caption).boundingBox().height, 0.5, "nothing has moved");
        }
        var files = posted(caption).getJsonArray("files");
        var photo = files.getJsonObject(0);
        assertEquals(2048, photo.getInt("height"));
        assertEquals(1024, photo.getInt("width"));
        assertTrue(photo.getBoolean("preview"));
        assertTrue(bytes(photo, "/preview").length <= 30 * 1024);
        for (var i = 0; i < 2; i++) {
            var raw = Pictures.latin(bytes(files.getJsonObject(i), ""));
            assertFalse(raw.contains("GPS") || raw.contains("Exif") || raw.contains("eXIf"), "says where it was taken");
        }
    }

    @Test
    void anUploadGoesOnAfterTheLineBrokeAndKeepsItsPlaceWhileAnotherRoomIsOnTheScreen(Browsers others) {
        var ravi = chat(others.desktop(), server.residents().student("ரவி").doneWithTheBoard(), "/chat");
        var room = asha.api()
                .post(
                        "/api/rooms",
                        Json.createObjectBuilder()
                                .add("name", "छत " + UUID.randomUUID())
                                .add("kind", "GROUP")
                                .build())
                .expect(201)
                .json()
                .getInt("id");
        var paper = paper("विधि–₹.pdf", 1_500_000);
        var begun = new AtomicInteger();
        try (var slow = new SlowLine(server, 40, SLOW);
                var line = new CuttableLine(slow.port());
                var browsers = new Browsers(line.port())) {
            var desk = chat(browsers.desktop(), asha, "/chat");
            desk.expectTrouble("WebSocket");
            desk.page().onRequest(request -> {
                if (request.method().equals("POST") && request.url().endsWith("/uploads")) begun.incrementAndGet();
            });
            choose(desk, paper);
            desk.say(caption);
            desk.say(caption + " 2");
            desk.page().waitForFunction("() => document.querySelector('.files-progress progress')?.value > 200000");
            assertThat(desk.find(".message-pending")).hasCount(2);
            desk.find(".room[href$=\"/rooms/" + room + "\"]").click();
            assertThat(desk.find("#room-name")).containsText("छत");
            var broken = new AtomicInteger();
            desk.page().onRequestFailed(request -> broken.incrementAndGet());
            line.cut();
            desk.page().waitForCondition(() -> broken.get() > 1);
            line.mend();
            assertThat(row(ravi, caption + " 2")).isVisible(SOON);
        }
        var first = posted(caption);
        assertTrue(first.getInt("seq") < posted(caption + " 2").getInt("seq"), "in the order of writing");
        assertArrayEquals(paper.buffer, bytes(first.getJsonArray("files").getJsonObject(0), ""));
        assertEquals(1, begun.get(), "it went on where it had stopped");
    }

    @Test
    void anUploadSurvivesAReload() {
        var paper = paper("plan.pdf", 1_000_000);
        try (var line = new SlowLine(server, 40, SLOW);
                var browsers = new Browsers(line.port())) {
            var desk = chat(browsers.desktop(), asha, "/chat");
            choose(desk, paper, file("छत.png", "image/png", Pictures.png(300, 200)));
            desk.say(caption);
            desk.page().waitForFunction("() => document.querySelector('.files-progress progress')?.value > 100000");
            desk.page().route("**/api/files/uploads/*?offset=*", Route::abort);
            desk.go("/chat");
            assertThat(desk.find(".message-pending canvas:not([data-thumb])")).isVisible(SOON);
            desk.page().unroute("**/api/files/uploads/*?offset=*");
            assertThat(row(desk, caption).locator(".files-link")).isVisible(SOON);
        }
        assertArrayEquals(
                paper.buffer, bytes(posted(caption).getJsonArray("files").getJsonObject(0), ""));
    }

    @Test
    void whatDoesNotFitIsSaidAndTheOthersStay(Browsers browsers) {
        var desk = chat(browsers.desktop(), asha, "/chat");
        var small = new FilePayload[11];
        for (var i = 0; i < 11; i++) small[i] = file("நாள் " + i + ".txt", "text/plain", Pictures.latin("day " + i));
        ChosenFiles.drop(desk, "leer.txt", 0, "film.mp4", 26 * 1024 * 1024);
        assertThat(desk.find(".attached-wrong")).containsText("leer.txt is empty");
        assertThat(desk.find(".attached-wrong")).containsText("film.mp4 is too large. A file may have at most 25 MB");
        choose(desk, small);
        assertThat(desk.find(".attached-wrong")).containsText("நாள் 10.txt");
        assertThat(desk.find(".attached > li")).hasCount(10);
        desk.find(".attached button").last().click();
        assertThat(desk.find(".attached > li")).hasCount(9);
        desk.checkAccess();
        desk.shot("sending-many");
        desk.find("#send").click();
        assertThat(desk.find(".message[data-seq] .files-link").filter(new Locator.FilterOptions().setHasText("நாள் 8")))
                .isVisible(SOON);
        assertThat(desk.find("#attached")).isHidden();
    }

    @Test
    void whatIsCancelledOrRefusedLeavesTheWords() {
        try (var line = new CuttableLine(server);
                var browsers = new Browsers(line.port())) {
            var desk = chat(browsers.desktop(), asha, "/chat");
            desk.expectTrouble("WebSocket");
            choose(desk, paper("one.pdf", 500_000));
            assertThat(desk.find(".attached > li")).hasCount(1);
            line.cut();
            desk.say(caption);
            var cancel = desk.find(".message-pending button[data-cancel]");
            assertThat(cancel).isVisible();
            cancel.click();
            assertThat(desk.find(".message-pending")).hasCount(0);
            assertThat(desk.find("#box")).hasValue(caption);
            line.mend();
            assertThat(desk.find("#line")).isHidden();

            desk.page()
                    .route(
                            "**/api/files/uploads",
                            route -> route.fulfill(
                                    new Route.FulfillOptions()
                                            .setStatus(507)
                                            .setContentType("application/problem+json")
                                            .setBody(
                                                    "{\"type\":\"/problems/no-room-left\",\"status\":507,\"detail\":\"Your files have 500 MB together.\"}")));
            choose(desk, paper("two.pdf", 500_000));
            desk.find("#send").click();
            var failed = desk.find(".message-failed");
            assertThat(failed).containsText("two.pdf: Your files have 500 MB together.");
            desk.say(caption + " 2");
            assertThat(row(desk, caption + " 2")).isVisible();
            failed.locator("button[data-act=rewrite]").click();
            assertThat(desk.find("#box")).hasValue(caption);
            assertThat(desk.find(".attached > li")).containsText("two.pdf");
            desk.page().unroute("**/api/files/uploads");
            desk.find("#send").click();
            assertThat(row(desk, caption)
                            .locator(".files-link")
                            .filter(new Locator.FilterOptions().setHasText("two.pdf")))
                    .isVisible(SOON);
        }
    }
}
