package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hostelchat.room.Room;
import org.hostelchat.support.Api;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents;
import org.hostelchat.support.Screen;
import org.junit.jupiter.api.Test;

/** What a phone has to fetch on its first visit until one can read and write, and what it fetches the next time. */
class FirstLoadIT {

    private static final int MOST_REQUESTS = 16;
    /** Over the wire, compressed, headers included. */
    private static final int MOST_BYTES = 90_000;

    private static final int MOST_REQUESTS_LATER = 3;

    /** In a hostel of its own: in one that other tests have filled, what they said would be weighed too. */
    @Test
    void theFirstLoadIsSmallAndTheSecondHardlyAnything() {
        try (var server = HostelServer.with().start();
                var browsers = new Browsers(server)) {
            server.operator()
                    .post("/api/notices", Api.json("title", "Water", "text", "None from 9 to 13. Fill a bucket."))
                    .expect(201);
            try (var line = server.residents().student("Ravi").online()) {
                for (var i = 0; i < 50; i++) line.say(Room.COMMON, "what was said on an evening like any other, " + i);
            }
            measure(server.residents().student("Asha"), browsers.phone());
        }
    }

    private static void measure(Residents.Person asha, Screen screen) {
        var first = new Loads(screen);
        screen.go("/login");
        screen.find("#login").fill(asha.enrolmentNumber());
        screen.find("#password").fill(asha.password());
        screen.find("#enter").click();
        waitForTheTalk(screen);
        first.stop();
        System.out.println("login and chat, first time: " + first);
        assertTrue(first.requests() <= MOST_REQUESTS, first.toString());
        assertTrue(first.bytes() <= MOST_BYTES, first.toString());

        var second = new Loads(screen);
        screen.go("/chat");
        waitForTheTalk(screen);
        second.stop();
        System.out.println("chat, the next time: " + second);
        assertTrue(second.requests() <= MOST_REQUESTS_LATER, second.toString());
    }

    private static void waitForTheTalk(Screen screen) {
        assertThat(screen.find("#box")).isVisible();
        assertThat(screen.find("#here-list li").first()).isAttached();
        assertThat(screen.find("#line")).isHidden();
    }

    /** The requests that really went over the wire while it counts. */
    private static final class Loads {
        private final Screen screen;
        private final List<Request> done = new CopyOnWriteArrayList<>();
        private final java.util.function.Consumer<Request> counter = done::add;

        Loads(Screen screen) {
            this.screen = screen;
            screen.page().onRequestFinished(counter);
        }

        void stop() {
            screen.page().offRequestFinished(counter);
        }

        long bytes() {
            return overTheWire().stream()
                    .mapToLong(request -> request.sizes().responseBodySize + request.sizes().responseHeadersSize)
                    .sum();
        }

        int requests() {
            return overTheWire().size();
        }

        /** What the browser's cache answered has no bytes. */
        private List<Request> overTheWire() {
            var real = new ArrayList<>(done);
            real.removeIf(request ->
                    request.sizes().responseBodySize <= 0 && request.response().status() == 200);
            return real;
        }

        @Override
        public String toString() {
            var text = new StringBuilder();
            for (var request : overTheWire()) {
                var sizes = request.sizes();
                text.append("\n  ")
                        .append(sizes.responseBodySize + sizes.responseHeadersSize)
                        .append(' ')
                        .append(request.method())
                        .append(' ')
                        .append(request.url());
            }
            return requests() + " requests, " + bytes() + " bytes" + text;
        }
    }
}
