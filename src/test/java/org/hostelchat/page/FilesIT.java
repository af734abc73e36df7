package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Route;
import jakarta.json.Json;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hostelchat.attachment.Pictures;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files that messages carry, as they are seen. */
@ExtendWith(Hostel.class)
class FilesIT {

    private static long upload(Residents.Person who, String name, byte[] bytes) {
        return who.api()
                .send(
                        "POST",
                        "/api/files?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8),
                        BodyPublishers.ofByteArray(bytes),
                        null)
                .expect(201)
                .json()
                .getInt("id");
    }

    @Test
    void aPictureHasItsPlaceBeforeItIsThere(HostelServer server, Browsers browsers) {
        var asha = server.residents().student("आशा");
        var picture = upload(asha, "मेनू – ₹.jpg", Pictures.photo(600, 400));
        var paper = upload(asha, "விதிகள்.pdf", Pictures.latin("%PDF-1.7 " + "x".repeat(3_000)));
        var caption = "आज का मेनू " + UUID.randomUUID();

        var phone = browsers.phone().as(server.residents().student("ரவி").doneWithTheBoard());
        phone.page().setViewportSize(360, 740);
        var held = new ArrayList<Route>();
        var isHeld = new AtomicBoolean(true);
        phone.page().route("**/api/files/" + picture, route -> {
            if (isHeld.get()) held.add(route);
            else route.resume();
        });
        phone.go("/chat");
        assertThat(phone.find("#here-list li").first()).isAttached();
        var post = Json.createObjectBuilder()
                .add("body", caption)
                .add("files", Json.createArrayBuilder().add(picture).add(paper))
                .build();
        var seq = asha.api()
                .put("/api/rooms/1/messages/" + UUID.randomUUID(), post)
                .expect(201)
                .json()
                .getInt("seq");

        var row = phone.find(".message[data-seq=\"" + seq + "\"]");
        var image = row.locator("img");
        assertThat(image).isVisible();
        assertThat(row.locator(".files-link")).containsText("விதிகள்.pdf");
        var before = row.boundingBox();
        var place = image.boundingBox();
        assertEquals(600.0 / 400, place.height / place.width, 0.02, "upright, as the camera was held");
        assertTrue(place.width > 100 && place.x + place.width <= 360, "on the screen");
        isHeld.set(false);
        phone.page().waitForCondition(() -> !held.isEmpty());
        held.forEach(Route::resume);
        phone.page().waitForFunction("() => document.querySelector('.files-picture img').naturalWidth > 0");
        assertEquals(before.height, row.boundingBox().height, 0.5, "nothing has moved");
        assertEquals(place.height, image.boundingBox().height, 0.5);
        phone.checkWidth();
        phone.shot("files-360");

        asha.api().delete("/api/rooms/1/messages/by-seq/" + seq).expect(204);
        assertThat(row.locator("img")).hasCount(0);
        assertThat(row.locator(".files-link")).hasCount(0);
    }

    @Test
    void picturesAreLookedAtByKeys(HostelServer server, Browsers browsers) {
        var asha = server.residents().student("आशा").doneWithTheBoard();
        var files = Json.createArrayBuilder()
                .add(upload(asha, "पहला.png", Pictures.png(300, 200)))
                .add(upload(asha, "दूसरा.png", Pictures.png(100, 450)));
        var post =
                Json.createObjectBuilder().add("body", "").add("files", files).build();
        var seq = asha.api()
                .put("/api/rooms/1/messages/" + UUID.randomUUID(), post)
                .expect(201)
                .json()
                .getInt("seq");
        var desk = browsers.desktop().as(asha);
        desk.go("/chat");
        var pictures = desk.find(".message[data-seq=\"" + seq + "\"] .files-picture");
        pictures.first().focus();
        desk.page().keyboard().press("Enter");
        assertThat(desk.find("#viewer-title")).hasText("पहला.png");
        desk.page().keyboard().press("ArrowRight");
        assertThat(desk.find("#viewer-title")).hasText("दूसरा.png");
        assertThat(desk.find(".viewer img")).hasAttribute("alt", "दूसरा.png");
        desk.page().waitForFunction("() => document.querySelector('.viewer img').src.match(/files\\/\\d+$/)");
        for (var size : new int[][] {{1280, 800}, {740, 360}, {360, 740}}) {
            desk.page().setViewportSize(size[0], size[1]);
            var box = desk.find(".viewer img").boundingBox();
            assertTrue(box.x >= 0 && box.x + box.width <= size[0] + 0.5 && box.y + box.height <= size[1] + 0.5);
            desk.shot("viewer-" + size[0]);
        }
        desk.checkAccess();
        desk.page().keyboard().press("ArrowLeft");
        assertThat(desk.find("#viewer-title")).hasText("पहला.png");
        desk.page().keyboard().press("Escape");
        assertThat(desk.find(".viewer")).hasCount(0);
        assertThat(pictures.first()).isFocused();
    }
}
