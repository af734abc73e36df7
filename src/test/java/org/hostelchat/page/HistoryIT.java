package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hostelchat.support.Api;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.LiveClient;
import org.junit.jupiter.api.Test;

/** A person who joins late can read everything from the first message on, and the page stays small. */
class HistoryIT {

    private static final int SAID = 700;

    private static final Locator.GetByTextOptions EXACTLY = new Locator.GetByTextOptions().setExact(true);

    /** Scrolls up until the beginning is there; notes all numbers that were ever shown and the most rows at a time. */
    private static final String UP =
            """
            async () => {
              const box = document.getElementById('timeline');
              const rows = document.getElementById('rows');
              const seen = new Set();
              let most = 0, jumped = 0;
              for (let i = 0; i < 600 && !document.querySelector('#rows-head strong'); i++) {
                const anchor = [...rows.querySelectorAll('.message')]
                  .find(row => row.getBoundingClientRect().top > box.getBoundingClientRect().top + 80);
                const before = anchor?.getBoundingClientRect().top;
                box.scrollTop -= 400;
                const asked = box.scrollTop;
                await new Promise(done => setTimeout(done, 40));
                if (anchor?.isConnected && asked > 0) {
                  if (Math.abs(anchor.getBoundingClientRect().top - before) > 402) jumped++;
                }
                rows.querySelectorAll('.message').forEach(row => seen.add(Number(row.dataset.seq)));
                most = Math.max(most, rows.childElementCount);
              }
              return [seen.size, Math.min(...seen), most, jumped];
            }
            """;

    @Test
    void allOfItScrollsUpInPlace() {
        try (var server = HostelServer.with().setting("hostel.flood.burst", 0).start();
                var browsers = new Browsers(server)) {
            var late = server.residents().student("Late Comer");
            try (var ravi = server.residents().student("Ravi").online()) {
                say(ravi);
            }
            var screen = browsers.phone().as(late);
            screen.go("/chat");
            assertThat(screen.find(".message-body").getByText("word " + SAID)).isInViewport();
            @SuppressWarnings("unchecked")
            var result = (List<Integer>) screen.page().evaluate(UP);
            assertEquals(SAID, result.get(0), "every message was shown");
            assertEquals(1, result.get(1), "from the first one on");
            assertTrue(result.get(2) <= 320, "at most so many rows at a time: " + result.get(2));
            assertEquals(0, result.get(3), "the line one reads did not jump");
            screen.find("#jump").click();
            assertThat(screen.find(".message-body").getByText("word " + SAID)).isInViewport();
        }
    }

    @Test
    void muchThatCameWhileOneWasAwayIsNotReadUnseen() {
        try (var server = HostelServer.with().setting("hostel.flood.burst", 0).start();
                var browsers = new Browsers(server)) {
            var asha = server.residents().student("Asha");
            try (var ravi = server.residents().student("Ravi").online();
                    var here = asha.online();
                    var there = asha.online()) {
                ravi.say(1, "before");
                here.awaitSaid(1, "before");
                here.send(Api.json("type", "read", "room", 1, "seq", 1));
                there.await("read");
            }
            try (var ravi = server.residents().student("Ravi").online()) {
                say(ravi);
            }
            var screen = browsers.phone().as(asha);
            screen.go("/chat");
            assertThat(screen.find(".message-body").getByText("word " + SAID)).isInViewport();
            assertThat(screen.find("#away")).containsText("about " + (SAID - 50) + " messages");
            assertThat(screen.page()).hasTitle(Pattern.compile("^\\(" + SAID + "\\) "));
            screen.find("#away-first").click();
            assertThat(screen.find(".unread")).isInViewport();
            assertThat(screen.find(".message-body").getByText("word 1", EXACTLY))
                    .isInViewport();
            assertThat(screen.find("#away")).isHidden();
            screen.find("#jump").click();
            assertThat(screen.page()).hasTitle(Pattern.compile("^Common room"));
        }
    }

    private static void say(LiveClient line) {
        IntStream.rangeClosed(1, SAID).forEach(i -> line.post(1, "word " + i));
        IntStream.rangeClosed(1, SAID).forEach(i -> line.await("ack"));
    }
}
