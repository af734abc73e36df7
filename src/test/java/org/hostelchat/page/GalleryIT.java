package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.JsonObject;
import java.util.List;
import org.hostelchat.support.Api;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Device;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents;
import org.junit.jupiter.api.Test;

/** Every page on every device in every light: looked at by axe, measured, and photographed into target/screenshots. */
class GalleryIT {

    private static final List<String> TALK = List.of(
            "Water is back on the third floor 🎉",
            "Has anyone seen the blue bucket?",
            "आज रात को टंकी साफ़ होगी, बाल्टी भर कर रख लें।",
            "இன்று மாலை கிரிக்கெட் விளையாட யார் வருகிறீர்கள்?",
            "Count me in, after five.",
            "مرحبا بالجميع، هل المطبخ مفتوح؟",
            "The library closes at nine today because of the inspection.\nBring your card, they ask for it at the door.",
            "Timetable: https://campus.example/timetable?week=3");

    @Test
    void everyPage() {
        try (var server =
                HostelServer.with().setting("hostel.name", "Sahyadri Hostel").start()) {
            try (var browsers = new Browsers(server)) {
                photograph(browsers, "setup", "/setup", null);
            }
            var warden = server.residents().admin("Meera Iyer");
            var names = List.of("Asha Kulkarni", "Ravi Menon", "Tenzin Norbu", "प्रिया शर्मा");
            var residents = names.stream().map(server.residents()::student).toList();
            for (int i = 0; i < 3 * TALK.size(); i++) {
                try (var line = residents.get(i * 3 / 2 % residents.size()).online()) {
                    line.say(1, TALK.get(i % TALK.size()));
                }
            }
            warden.api()
                    .post(
                            "/api/notices",
                            notice("Gate closes at 22:30 from Monday", "Who comes later signs the book.", false))
                    .expect(201);
            warden.api()
                    .post(
                            "/api/notices",
                            notice(
                                    "Water tank cleaning on Saturday",
                                    "No running water from 9 to 13. Fill a bucket.",
                                    true))
                    .expect(201);
            warden.api().post("/api/tokens", Api.json("name", "roll import")).expect(201);
            var asha = residents.get(0);
            var newcomer = server.residents().newcomer("Newcomer Das");
            var user = "number=" + asha.enrolmentNumber();
            var ravi = residents.get(1).online();
            try (var browsers = new Browsers(server)) {
                photograph(browsers, "login", "/login", null);
                photograph(browsers, "first-password", "/password", newcomer);
                photograph(browsers, "password", "/password", asha);
                photograph(browsers, "chat", "/chat", asha);
                photograph(browsers, "discussion", "/rooms/3", asha);
                photograph(browsers, "notices", "/notices", asha);
                photograph(browsers, "not-found", "/nowhere", asha);
                photograph(browsers, "not-allowed", "/admin/", asha);
                photograph(browsers, "admin", "/admin/", warden);
                photograph(browsers, "admin-users", "/admin/users", warden);
                photograph(browsers, "admin-register", "/admin/register", warden);
                photograph(browsers, "admin-user", "/admin/user?" + user, warden);
                photograph(browsers, "admin-delete", "/admin/act?act=delete&" + user, warden);
                photograph(browsers, "admin-messages", "/admin/messages", warden);
                photograph(browsers, "admin-message", "/admin/message?room=1&seq=1", warden);
                photograph(browsers, "admin-notices", "/admin/notices", warden);
                photograph(browsers, "admin-post", "/admin/post", warden);
                photograph(browsers, "admin-notice", "/admin/notice?id=2", warden);
                photograph(browsers, "admin-withdraw", "/admin/withdraw?id=2", warden);
                photograph(browsers, "admin-tokens", "/admin/tokens", warden);
                photograph(browsers, "admin-revoke", "/admin/revoke?id=1", warden);
            } finally {
                ravi.close();
            }
        }
    }

    private static JsonObject notice(String title, String text, boolean acknowledge) {
        return Api.json("title", title, "text", text, "acknowledge", acknowledge);
    }

    private static void photograph(Browsers browsers, String name, String path, Residents.Person person) {
        for (var device : Device.values()) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                var screen = browsers.open(device, scheme);
                if (person != null) screen.as(person);
                screen.go(path);
                assertThat(screen.find("h1").first()).isVisible();
                if (path.equals("/chat")) {
                    assertThat(screen.find(".message").last()).isVisible();
                    assertThat(screen.find("#pinned")).isVisible();
                }
                screen.checkWidth();
                screen.checkAccess();
                screen.shot(name);
                screen.context().pages().forEach(Page::close);
            }
        }
    }
}
