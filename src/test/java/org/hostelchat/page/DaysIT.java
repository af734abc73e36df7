package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.hostelchat.room.Room;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Days and times: always visible, correct just after midnight, in another time zone, and on a device whose clock is
 * wrong.
 */
@ExtendWith(Hostel.class)
class DaysIT {

    private final HostelServer server;
    private Person asha;

    DaysIT(HostelServer server) {
        this.server = server;
    }

    @BeforeEach
    void talk() {
        asha = server.residents().student("Asha Kulkarni");
        try (var ravi = server.residents().student("Ravi Menon").online()) {
            for (var i = 0; i < 60; i++) ravi.say(Room.COMMON, "दिन " + i);
        }
    }

    private static Screen open(Screen screen) {
        screen.go("/chat");
        assertThat(screen.find("#here-list li").first()).isAttached();
        assertThat(screen.find(".message").last()).isVisible();
        return screen;
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    void theDayIsInSightAtEveryPlace(Device device, Browsers browsers) {
        var screen = open(browsers.open(device, ColorScheme.LIGHT).as(asha));
        var without = (List<?>)
                screen.page()
                        .evaluate(
                                """
                async () => {
                  const box = document.getElementById('timeline');
                  const without = [];
                  for (let i = 0; i < 40; i++) {
                    const { top, bottom } = box.getBoundingClientRect();
                    const seen = [...document.querySelectorAll('.day')].some(day => {
                      const at = day.getBoundingClientRect();
                      return at.top >= top - 1 && at.bottom <= bottom && day.textContent;
                    });
                    if (!seen) without.push(box.scrollTop);
                    box.scrollBy(0, -170);
                    await new Promise(done => setTimeout(done, 30));
                  }
                  return without;
                }""");
        assertEquals(List.of(), without);
    }

    /** The server says that it is almost midnight where the reader is. */
    @Test
    void todayIsYesterdayAfterMidnight(Browsers browsers) {
        var screen = browsers.phone().as(asha);
        var midnight = ZonedDateTime.now(ZoneId.of("Asia/Kolkata"))
                .truncatedTo(ChronoUnit.DAYS)
                .plusDays(1);
        screen.page().routeWebSocket(Pattern.compile("/live$"), socket -> {
            var server = socket.connectToServer();
            server.onMessage(frame -> socket.send(frame.text()
                    .replaceFirst(
                            "\"now\":\\d+", "\"now\":" + (midnight.toInstant().toEpochMilli() - 4_000))));
        });
        open(screen);
        var today = screen.find(".day").getByText("Today");
        assertThat(today.last()).isVisible();
        assertThat(screen.find(".day").getByText("Yesterday").last())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        assertThat(today).hasCount(0);
    }

    @Test
    void aDeviceThreeDaysFastGoesByTheServersClock(Browsers browsers) {
        var last = ZonedDateTime.now(ZoneId.of("UTC")).toLocalDate().plusDays(1);
        var notice = server.operator()
                .post("/api/notices", Api.json("title", "पानी", "text", "None until noon.", "until", last.toString()))
                .expect(201)
                .json();
        try {
            var screen = browsers.phone().as(asha);
            screen.page()
                    .clock()
                    .install(new Clock.InstallOptions()
                            .setTime(Instant.now().plus(Duration.ofDays(3)).toEpochMilli()));
            open(screen);
            assertThat(screen.find(".day").getByText("Today").last()).isVisible();
            assertThat(screen.find("#pinned")).isVisible();
            screen.find("#box").pressSequentially("नमस्ते");
            screen.find("#send").click();
            assertThat(screen.find(".message-own:has(.message-menu)").last()).isVisible();
            assertThat(screen.find(".day").last()).hasText("Today");
        } finally {
            server.operator().delete("/api/notices/" + notice.getInt("id")).expect(204);
        }
    }

    /** Who says what, and when, for ears: once for each message. */
    @Test
    void aMessageIsAnArticleWithNameTimeAndWords(Browsers browsers) {
        var screen = open(browsers.desktop().as(asha));
        var message = screen.page()
                .getByRole(
                        AriaRole.ARTICLE,
                        new Page.GetByRoleOptions().setName(Pattern.compile("Ravi Menon.*\\d:\\d\\d")));
        assertTrue(message.count() > 20);
        assertThat(message.last()).hasAccessibleDescription("दिन 59");
        assertThat(message.last()).containsText("दिन 59");
        screen.find("#timeline").focus();
        screen.page().keyboard().press("Tab");
        assertThat(message.last()).isFocused();
        screen.page().keyboard().press("ArrowUp");
        assertThat(message.nth(message.count() - 2)).isFocused();
        screen.page().keyboard().press("Enter");
        assertThat(screen.find(".float-menu")).isVisible();
        screen.checkAccess();
        screen.page().keyboard().press("Escape");
        assertThat(screen.find(".float-menu")).hasCount(0);
    }
}
