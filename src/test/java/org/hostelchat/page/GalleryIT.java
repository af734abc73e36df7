package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.function.Consumer;
import org.hostelchat.support.Api;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Device;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents;
import org.hostelchat.support.Screen;
import org.junit.jupiter.api.Test;

/** Every page on every device in light and dark: checked by axe, measured, and photographed into target/screenshots. */
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

    /** Somebody else has this name already. */
    private static final String NAMESAKE = "Lakshmi Nair";

    @Test
    void everyPageIsPhotographed() {
        try (var server =
                HostelServer.with().setting("hostel.name", "Sahyadri Hostel").start()) {
            try (var browsers = new Browsers(server)) {
                photograph(browsers, "setup", "/setup", null, 200);
            }
            var warden = server.residents().admin("Meera Iyer");
            var names = List.of("Asha Kulkarni", "Ravi Menon", "Tenzin Norbu", "प्रिया शर्मा");
            var residents = names.stream().map(server.residents()::student).toList();
            long first = 0;
            for (int i = 0; i < 3 * TALK.size(); i++) {
                try (var line = residents.get(i * 3 / 2 % residents.size()).online()) {
                    var seq = line.say(1, TALK.get(i % TALK.size()));
                    if (i == 0) first = seq;
                }
            }
            post(
                    warden,
                    "/api/notices",
                    notice("Gate closes at 22:30 from Monday", "Who comes later signs the book.", false));
            var tank = post(
                    warden,
                    "/api/notices",
                    notice("Water tank cleaning on Saturday", "No running water from 9 to 13. Fill a bucket.", true));
            var token = post(warden, "/api/tokens", Api.json("name", "roll import", "password", Residents.PASSWORD));
            var asha = residents.get(0);
            var newcomer = server.residents().newcomer("Newcomer Das");
            var user = "number=" + asha.enrolmentNumber();
            for (var device : List.of("Android Firefox/1", "Windows Edg/1", "iPad Safari/1")) {
                server.api()
                        .header("User-Agent", device)
                        .signIn(residents.get(3).enrolmentNumber(), Residents.PASSWORD);
            }
            var ravi = residents.get(1).online();
            try (var browsers = new Browsers(server)) {
                photograph(browsers, "login", "/login", null, 200);
                photograph(browsers, "first-password", "/password", newcomer, 200);
                photograph(browsers, "password", "/password", asha, 200);
                photograph(browsers, "devices", "/devices", residents.get(3), 200);
                photograph(browsers, "notifications", "/notifications", asha, 200);
                photograph(browsers, "chat", "/chat", asha, 200);
                photograph(browsers, "discussion", "/rooms/" + tank.get("room"), asha, 200);
                photograph(browsers, "notices", "/notices", asha, 200);
                photograph(browsers, "not-found", "/nowhere", asha, 404);
                photograph(browsers, "not-allowed", "/admin/", asha, 403);
                photograph(browsers, "admin", "/admin/", warden, 200);
                photograph(browsers, "admin-users", "/admin/users", warden, 200);
                photograph(browsers, "admin-register", "/admin/register", warden, 200);
                photograph(browsers, "admin-user", "/admin/user?" + user, warden, 200);
                photograph(browsers, "admin-delete", "/admin/act?act=delete&" + user, warden, 200);
                photograph(browsers, "admin-messages", "/admin/messages", warden, 200);
                photograph(browsers, "admin-message", "/admin/message?room=1&seq=" + first, warden, 200);
                photograph(browsers, "admin-notices", "/admin/notices", warden, 200);
                photograph(browsers, "admin-post", "/admin/post", warden, 200);
                photograph(browsers, "admin-notice", "/admin/notice?id=" + tank.get("id"), warden, 200);
                photograph(browsers, "admin-withdraw", "/admin/withdraw?id=" + tank.get("id"), warden, 200);
                photograph(browsers, "admin-tokens", "/admin/tokens", warden, 200);
                photograph(browsers, "admin-record", "/admin/record", warden, 200);
                photograph(browsers, "admin-revoke", "/admin/revoke?id=" + token.get("id"), warden, 200);
                photograph(browsers, "login-refused", "/login", null, 200, GalleryIT::signInWrongly);
                photograph(browsers, "password-refused", "/password", asha, 200, GalleryIT::chooseTooShort);
                photograph(browsers, "devices-refused", "/devices", residents.get(3), 200, screen -> {
                    screen.find("#elsewhere input[type=checkbox]").first().check();
                    screen.find("#end").click();
                    assertThat(screen.find("#password-error")).isVisible();
                });
                photograph(browsers, "admin-register-refused", "/admin/register", warden, 200, screen -> {
                    register(screen, "no such sign!");
                    assertThat(screen.find("#enrolmentNumber-error")).isVisible();
                });
                server.residents().student(NAMESAKE);
                photograph(browsers, "admin-register-namesake", "/admin/register", warden, 200, screen -> {
                    register(screen, Residents.enrolment());
                    assertThat(screen.find("#namesakes")).isVisible();
                });
                photograph(browsers, "admin-registered", "/admin/register", warden, 200, screen -> {
                    register(screen, Residents.enrolment());
                    assertThat(screen.find("#namesakes")).isVisible();
                    screen.find("#register").click();
                    assertThat(screen.find(".slip-secret")).isVisible();
                });
            } finally {
                ravi.close();
            }
        }
    }

    private static JsonObject post(Residents.Person person, String path, JsonObject what) {
        return person.api().post(path, what).expect(201).json();
    }

    private static JsonObject notice(String title, String text, boolean acknowledge) {
        return Api.json("title", title, "text", text, "acknowledge", acknowledge);
    }

    private static void signInWrongly(Screen screen) {
        screen.find("#login").fill("nobody");
        screen.find("#password").fill("not the one");
        screen.find("#enter").click();
        assertThat(screen.find("#summary")).isVisible();
    }

    private static void chooseTooShort(Screen screen) {
        screen.find("#current").fill(Residents.PASSWORD);
        screen.find("#next").fill("short");
        screen.find("#save").click();
        assertThat(screen.find("#next-error")).isVisible();
    }

    private static void register(Screen screen, String number) {
        screen.find("#name").fill(NAMESAKE);
        screen.find("#enrolmentNumber").fill(number);
        screen.find("#register").click();
    }

    private static void photograph(Browsers browsers, String name, String path, Residents.Person person, int status) {
        photograph(browsers, name, path, person, status, screen -> {});
    }

    /** @param status without which it would be a picture of something else, such as an error page */
    private static void photograph(
            Browsers browsers, String name, String path, Residents.Person person, int status, Consumer<Screen> before) {
        for (var device : Device.values()) {
            var screen = browsers.open(device, ColorScheme.LIGHT);
            if (person != null) screen.as(person);
            assertEquals(status, screen.go(path).status(), path);
            assertEquals(path, screen.path(), "and not elsewhere");
            assertThat(screen.find("h1").first()).isVisible();
            if (path.equals("/chat")) {
                assertThat(screen.find(".message").last()).isVisible();
                assertThat(screen.find("#pinned")).isVisible();
            }
            before.accept(screen);
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                screen.in(scheme);
                screen.checkWidth();
                screen.checkAccess();
                screen.shot(name);
            }
            screen.context().pages().forEach(Page::close);
        }
    }
}
