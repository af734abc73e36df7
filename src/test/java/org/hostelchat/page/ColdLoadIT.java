package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hostelchat.room.Room;
import org.hostelchat.support.Api;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Device;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents.Person;
import org.hostelchat.support.Screen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The first visit on a slow connection, delayed at each step: what is on the screen is correct, and does not move. */
@ExtendWith(Hostel.class)
class ColdLoadIT {

    private final HostelServer server;
    private Person asha;

    ColdLoadIT(HostelServer server) {
        this.server = server;
    }

    @BeforeEach
    void talk() {
        asha = server.residents().student("Asha Kulkarni");
        try (var ravi = server.residents().student("Ravi Menon").online()) {
            for (var i = 0; i < 30; i++) ravi.say(Room.COMMON, "what was said before, " + i);
        }
    }

    /** Keeps back what a page asks for, until it is let through. */
    private static final class Dam {
        private final List<Route> held = new CopyOnWriteArrayList<>();
        private final Page page;
        private final String glob;

        Dam(Page page, String glob) {
            this.page = page;
            this.glob = glob;
            page.route(glob, held::add);
        }

        void open() {
            page.unroute(glob);
            new ArrayList<>(held).forEach(Route::resume);
        }
    }

    private static double top(Screen screen, String selector) {
        return screen.find(selector).last().boundingBox().y;
    }

    private static void assertSaysThatItLoads(Screen screen) {
        assertThat(screen.find("h1")).isVisible();
        assertThat(screen.find("#box")).isVisible();
        assertThat(screen.find("#rows-head")).containsText("Loading");
        assertThat(screen.find("#rows-head")).not().containsText("begins");
        for (var count : screen.find("[data-here-count]").all())
            assertThat(count).isHidden();
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    void aColdLoadMovesNothingAndCountsRight(Device device, Browsers browsers) {
        var notice = server.operator()
                .post("/api/notices", Api.json("title", "Water", "text", "None from 9 to 13. Fill a bucket – or two."))
                .expect(201)
                .json();
        try {
            var screen = browsers.open(device, ColorScheme.LIGHT).as(asha);
            var scripts = new Dam(screen.page(), "**/js/**");
            var messages = new Dam(screen.page(), "**/api/rooms/1/history*");
            var board = new Dam(screen.page(), "**/api/notices*");
            screen.page()
                    .navigate(browsers.url() + "/chat", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            assertSaysThatItLoads(screen);
            var box = top(screen, "#box");
            // What one types meanwhile is there afterwards.
            screen.find("#box").pressSequentially("नमस्ते – já");
            scripts.open();
            assertThat(screen.find("#send")).isEnabled();
            assertThat(screen.find("#box")).hasValue("नमस्ते – já");
            assertSaysThatItLoads(screen);
            assertEquals(box, top(screen, "#box"), 1);
            messages.open();
            assertThat(screen.find(".message").last()).isVisible();
            assertThat(screen.find("[data-here-count]:visible").first())
                    .hasText(java.util.regex.Pattern.compile("[1-9]\\d*"));
            assertThat(screen.find("#pinned")).isHidden();
            var last = top(screen, ".message");
            board.open();
            assertThat(screen.find("#pinned")).isVisible();
            assertEquals(last, top(screen, ".message"), 1, "the banner does not push the text");
            assertEquals(box, top(screen, "#box"), 1);
            assertTrue(new Reader(screen).lastMessageBelowTheEdge() <= 0);
        } finally {
            server.operator().delete("/api/notices/" + notice.getInt("id")).expect(204);
        }
    }
}
