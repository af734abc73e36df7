package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.hostelchat.room.Room;
import org.hostelchat.support.Api;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents;
import org.hostelchat.support.Screen;
import org.hostelchat.support.SlowLine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long the chat takes to open on a slow line, with nothing in the browser's cache and again with everything in it. Prints
 * medians and asserts nothing: a busy machine would make it fail. The connection is imitated twice, by Chromium (which delays each
 * answer, but not the opening of a connection) and by {@link SlowLine} (which does).
 *
 * <p>{@code mvn test-compile failsafe:integration-test -Dit.test=FirstLoadTimesIT -Dexcluded.tests=}
 */
@Tag("long")
class FirstLoadTimesIT {

    private static final int RUNS = 5;
    private static final List<Line> LINES = List.of(new Line(150, 1_600_000), new Line(400, 400_000));
    private static final List<String> STEPS = List.of("paintAt", "talkAt", "liveAt");

    /** Notes when there was something to see, when the messages stood there, and when the welcome had come. */
    private static final String WATCH =
            """
            if (location.pathname === '/chat') {
              const note = (name, selector) => {
                if (window[name] === undefined && document.querySelector(selector)) window[name] = performance.now();
              };
              new MutationObserver(() => {
                note('talkAt', '.message');
                note('liveAt', '#here-list li');
              }).observe(document, { childList: true, subtree: true });
              new PerformanceObserver((list) => {
                window.paintAt ??= list.getEntriesByName('first-contentful-paint')[0]?.startTime;
              }).observe({ type: 'paint', buffered: true });
            }
            """;

    private record Line(int roundTripMillis, int bitsPerSecond) {}

    @Test
    void theChatOnSlowLines() {
        try (var server = HostelServer.with().start()) {
            server.operator()
                    .post("/api/notices", Api.json("title", "Water", "text", "None from 9 to 13. Fill a bucket."))
                    .expect(201);
            try (var line = server.residents().student("Ravi").online()) {
                for (var i = 0; i < 50; i++) line.say(Room.COMMON, "what was said on an evening like any other, " + i);
            }
            var asha = server.residents().student("Asha");
            // The server compiles a page when it is first asked for.
            byChromium(server, asha, new Line(0, 100_000_000));
            for (var line : LINES) {
                System.out.println(line + " by Chromium: " + byChromium(server, asha, line));
                System.out.println(line + " by SlowLine: " + bySlowLine(server, asha, line));
            }
        }
    }

    private static String byChromium(HostelServer server, Residents.Person asha, Line line) {
        var figures = new Figures();
        for (int i = 0; i < RUNS; i++) {
            try (var browsers = new Browsers(server)) {
                var screen = browsers.phone().as(asha);
                throttle(screen, line);
                figures.openTwice(screen);
            }
        }
        return figures.toString();
    }

    private static String bySlowLine(HostelServer server, Residents.Person asha, Line line) {
        var figures = new Figures();
        for (int i = 0; i < RUNS; i++) {
            try (var slow = new SlowLine(server, line.roundTripMillis, line.bitsPerSecond);
                    var browsers = new Browsers(slow.port())) {
                figures.openTwice(browsers.phone().as(asha));
            }
        }
        return figures.toString();
    }

    private static void throttle(Screen screen, Line line) {
        var cdp = screen.context().newCDPSession(screen.page());
        cdp.send("Network.enable");
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", line.roundTripMillis);
        conditions.addProperty("downloadThroughput", line.bitsPerSecond / 8);
        conditions.addProperty("uploadThroughput", line.bitsPerSecond / 8);
        cdp.send("Network.emulateNetworkConditions", conditions);
    }

    /** Milliseconds of several runs, by step. */
    private static final class Figures {

        private final List<List<Long>> first = new ArrayList<>();
        private final List<List<Long>> next = new ArrayList<>();

        void openTwice(Screen screen) {
            screen.page().addInitScript(WATCH);
            first.add(open(screen));
            next.add(open(screen));
        }

        private static List<Long> open(Screen screen) {
            screen.go("/chat");
            assertThat(screen.find("#here-list li").first()).isAttached();
            assertThat(screen.find(".message").last()).isVisible();
            return STEPS.stream()
                    .map(step -> ((Number) screen.page().evaluate("Math.round(window." + step + " ?? -1)")).longValue())
                    .toList();
        }

        @Override
        public String toString() {
            return "first" + medians(first) + "; next" + medians(next);
        }

        private static String medians(List<List<Long>> runs) {
            var text = new StringBuilder();
            for (int step = 0; step < STEPS.size(); step++) {
                int which = step;
                var sorted = runs.stream().map(run -> run.get(which)).sorted().toList();
                text.append(' ').append(STEPS.get(step)).append(' ').append(sorted.get(sorted.size() / 2));
                text.append(" (")
                        .append(sorted.get(0))
                        .append(" to ")
                        .append(sorted.get(sorted.size() - 1))
                        .append(')');
            }
            return text.toString();
        }
    }
}
