package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.hostelchat.support.Api;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The layout on screens that are low, narrow, or have large text. */
@ExtendWith(Hostel.class)
class LayoutIT {

    private static final String LONG_NAME = "Venkatanarasimharajuvaripeta Subrahmanya Chandrasekharan Iyer";

    private final HostelServer server;

    LayoutIT(HostelServer server) {
        this.server = server;
    }

    private Screen open(Screen screen, int width, int height) {
        screen.as(server.residents().student(LONG_NAME).doneWithTheBoard());
        screen.page().setViewportSize(width, height);
        screen.go("/chat");
        assertThat(screen.find("#here-list li").first()).isAttached();
        return screen;
    }

    @Test
    void theTalkKeepsHalfOfTheHeightAndTheBoxItsPlace(Browsers browsers) {
        var notice = new ArrayList<Integer>();
        try {
            for (var size : new int[][] {{740, 360}, {360, 740}, {667, 375}, {915, 412}, {768, 1024}, {1280, 600}}) {
                var screen = open(size[0] < 1000 ? browsers.phone() : browsers.desktop(), size[0], size[1]);
                for (var scale : List.of("100%", "200%")) {
                    screen.page().evaluate("scale => document.documentElement.style.fontSize = scale", scale);
                    assertRoom(screen, size, scale);
                }
                notice.add(server.operator()
                        .post(
                                "/api/notices",
                                Api.json("title", "Water tank cleaning on Saturday", "text", "No water. ".repeat(80)))
                        .expect(201)
                        .json()
                        .getInt("id"));
                assertThat(screen.find("#pinned")).isVisible();
                for (var scale : List.of("100%", "200%")) {
                    screen.page().evaluate("scale => document.documentElement.style.fontSize = scale", scale);
                    assertRoom(screen, size, scale + " with a notice");
                }
            }
        } finally {
            notice.forEach(id -> server.operator().delete("/api/notices/" + id));
        }
    }

    private static void assertRoom(Screen screen, int[] size, String what) {
        var where = size[0] + "x" + size[1] + ", " + what;
        var talk = screen.find("#timeline").boundingBox();
        assertTrue(talk.height >= size[1] / 2.0 - 1, where + ": the talk has " + talk.height + " px");
        var box = screen.find(".composer-box").boundingBox();
        assertTrue(box.y >= talk.y + talk.height - 1, where + ": the box lies over the talk");
        assertTrue(box.y + box.height <= size[1] + 1, where + ": the box ends below the screen");
        if (screen.find(".bar").isVisible()) {
            var bar = screen.find(".bar").boundingBox();
            var apart = box.y + box.height <= bar.y + 1 || bar.x + bar.width <= box.x + 1;
            assertTrue(apart, where + ": the box lies over the bar");
            assertTrue(
                    bar.y + bar.height <= size[1] + 1 && bar.x + bar.width <= size[0] + 1, where + ": the bar is cut");
        }
        screen.checkWidth();
    }

    @Test
    void theAccountMenuEndsOnTheScreen(Browsers browsers) {
        var screen = open(browsers.phone(), 740, 360);
        screen.find("#account summary").click();
        for (var scale : List.of("100%", "200%")) {
            screen.page().evaluate("scale => document.documentElement.style.fontSize = scale", scale);
            var menu = screen.find("#account .menu-sheet").boundingBox();
            assertTrue(menu.y + menu.height <= 360, scale + ": the menu ends at " + (menu.y + menu.height) + " px");
            screen.find("#sign-out-everywhere").scrollIntoViewIfNeeded();
            var last = screen.find("#sign-out-everywhere").boundingBox();
            assertTrue(last.y >= 0 && last.y + last.height <= 360, scale + ": one cannot reach " + last.y + " px");
        }
    }

    @Test
    void theNameOfTheRoomIsNotCut(Browsers browsers) {
        var screen = open(browsers.desktop(), 768, 1024);
        for (var width : new int[] {360, 740, 768, 820, 1024, 1088, 1280}) {
            screen.page().setViewportSize(width, 900);
            for (var scale : List.of("100%", "200%")) {
                screen.page().evaluate("scale => document.documentElement.style.fontSize = scale", scale);
                assertTitle(screen, width + " px, " + scale);
            }
            screen.page().evaluate("document.documentElement.style.fontSize = ''");
            if (width >= 768) {
                screen.find("#fold-here").click();
                assertTitle(screen, width + " px, after a click on who is here");
                screen.find("#fold-here").click();
            }
        }
    }

    private static void assertTitle(Screen screen, String where) {
        var cut = screen.find("#room-name")
                .evaluate(
                        "title => title.scrollWidth > title.clientWidth + 1 || title.scrollHeight > title.clientHeight"
                                + " + parseFloat(getComputedStyle(title).lineHeight) / 2");
        assertTrue(
                Boolean.FALSE.equals(cut),
                where + ": " + screen.find("#room-name").boundingBox().width + " px");
        screen.checkWidth();
    }
}
