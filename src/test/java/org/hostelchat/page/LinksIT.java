package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.hostelchat.room.Room;
import org.hostelchat.support.Api;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Device;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** URLs can be followed wherever texts of people are shown; {@link LinkFinderTest} tests what is a URL. */
@ExtendWith(Hostel.class)
class LinksIT {

    private static final String ADDRESS = "https://campus.example/समय?a=1&b=%20'2'_";
    private static final String WORDS = "भरो: " + ADDRESS + "। <b>आज</b> & கடைசி\n  (www.form.example)";

    private final HostelServer server;

    LinksIT(HostelServer server) {
        this.server = server;
    }

    @Test
    void addressesAreLinksOnTheBoardInTheBannerTheDiscussionAndTheConsole(Browsers browsers) {
        var title = "Form " + Residents.enrolment() + " " + ADDRESS;
        var notice = server.operator()
                .post("/api/notices", Api.json("title", title, "text", WORDS))
                .expect(201)
                .json();
        var room = notice.getInt("room");
        var plain = browsers.open(Device.DESKTOP, ColorScheme.LIGHT, false)
                .as(server.residents().student("Asha"));
        plain.go("/notices");
        var article = plain.find("#notice-" + notice.getInt("id"));
        assertLinks(article.locator(".notice-text"));
        assertThat(article.locator("h2 a")).hasAttribute("href", ADDRESS);
        plain.go("/rooms/" + room);
        plain.find("#about summary").click();
        assertLinks(plain.find("#about-text"));

        var screen = browsers.phone().as(server.residents().student("Ravi").doneWithTheBoard());
        screen.go("/chat");
        assertThat(screen.find("#here-list li").first()).isAttached();
        var live = server.operator()
                .post("/api/notices", Api.json("title", title, "text", WORDS))
                .expect(201)
                .json();
        assertLinks(screen.find("#pinned-text"));
        assertThat(screen.find("#pinned-title a")).hasAttribute("href", ADDRESS);
        screen.go("/rooms/" + room);
        assertThat(screen.find("#here-list li").first()).isAttached();
        screen.find("#about summary").click();
        server.operator()
                .send("PATCH", "/api/notices/" + notice.getInt("id"), Api.json("text", "new: " + WORDS))
                .expect(200);
        assertThat(screen.find("#about-text")).containsText("new: ");
        assertThat(screen.find("#about-text a").first()).hasAttribute("href", ADDRESS);

        try (var line = server.residents().student("Meera").online()) {
            var seq = line.say(Room.COMMON, WORDS);
            var console = browsers.desktop().as(server.residents().admin("Warden"));
            console.go("/admin/messages");
            assertLinks(console.find("tbody .text").first());
            console.go("/admin/message?room=1&seq=" + seq);
            assertLinks(console.find("blockquote"));
            server.operator().delete("/api/notices/" + live.getInt("id")).expect(204);
            console.go("/admin/notice?id=" + live.getInt("id"));
            assertLinks(console.find(".notice-text"));
            console.checkAccess();
        }
        server.operator().delete("/api/notices/" + notice.getInt("id")).expect(204);
    }

    private static void assertLinks(Locator text) {
        assertThat(text).hasText(WORDS);
        var links = text.locator("a");
        assertThat(links).hasCount(2);
        assertThat(links.first()).hasText(ADDRESS);
        assertThat(links.first()).hasAttribute("href", ADDRESS);
        assertThat(links.first()).hasAttribute("rel", "noopener nofollow");
        assertThat(links.last()).hasAttribute("href", "http://www.form.example");
    }
}
