package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.CuttableLine;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Pause;
import org.hostelchat.support.Screen;
import org.hostelchat.support.WritingSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages that are written while the connection is broken are posted once, in order, when it is restored. */
@ExtendWith(Hostel.class)
class OutboxIT {

    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(40_000);

    private static final Page.WaitForFunctionOptions PATIENTLY = new Page.WaitForFunctionOptions().setTimeout(40_000);

    private final HostelServer server;

    OutboxIT(HostelServer server) {
        this.server = server;
    }

    private static Screen open(Browsers browsers, HostelServer server, String name) {
        var screen = browsers.desktop().as(server.residents().student(name));
        screen.expectTrouble("WebSocket connection|ERR_");
        screen.go("/chat");
        assertThat(screen.find("#here-list li").first()).isAttached();
        return screen;
    }

    private static List<String> write(Screen screen, int count) {
        var tag = UUID.randomUUID().toString().substring(0, 8) + " "
                + WritingSystem.next().word();
        var words = IntStream.range(0, count).mapToObj(i -> tag + " " + i).toList();
        for (var text : words) {
            screen.type("#box", text);
            screen.find("#box").press("Enter");
        }
        return words;
    }

    private static List<String> seen(Screen screen, String tag) {
        return screen.find(".message-body").allInnerTexts().stream()
                .filter(text -> text.startsWith(tag))
                .toList();
    }

    @Test
    void aBrokenConnectionLosesNothingAndDoublesNothing() {
        try (var line = new CuttableLine(server);
                var browsers = new Browsers(line.port());
                var others = new Browsers(server)) {
            var asha = open(browsers, server, "Asha");
            var ravi = open(others, server, "Ravi");
            line.cut();
            var words = write(asha, 5);
            assertThat(asha.find(".message-pending")).hasCount(5);
            assertThat(asha.find("#line")).isVisible(SOON);
            assertThat(asha.find("#line")).containsText("kept");
            asha.checkAccess();
            followToNotices(asha);
            asha.checkAccess();
            asha.find("dialog [value=no]").click();
            assertThat(asha.find("dialog")).hasCount(0);
            assertThat(asha.find(".message-pending")).hasCount(5);
            line.mend();
            // The page may have come back by itself, and taken the button away.
            asha.find("#line-try").dispatchEvent("click");
            assertThat(ravi.find(".message-body").getByText(words.get(4))).isVisible(SOON);
            assertThat(asha.find(".message-pending")).hasCount(0);
            assertThat(asha.find("#line")).isHidden();
            assertEquals(words, seen(ravi, words.get(0).substring(0, 8)));
            assertEquals(words, seen(asha, words.get(0).substring(0, 8)));

            line.cut();
            followToNotices(asha);
            line.mend();
            asha.find("dialog [value=yes]").click();
            assertThat(asha.page()).hasURL(Pattern.compile("/notices$"));
        }
    }

    /** The browser would show its own error page instead. */
    private static void followToNotices(Screen screen) {
        // Until the page has noticed, the link is the browser's.
        screen.page().waitForFunction("() => !document.getElementById('line').hidden", null, PATIENTLY);
        screen.find("#side a[href='/notices']:not(.room-more)").click();
        assertThat(screen.find("dialog")).containsText("This page can’t be reached now. Stay in the chat");
    }

    @Test
    void pendingTextOutlivesTheReload() {
        try (var line = new CuttableLine(server);
                var browsers = new Browsers(line.port());
                var others = new Browsers(server)) {
            var asha = open(browsers, server, "Asha");
            var ravi = open(others, server, "Ravi");
            line.cut();
            var words = write(asha, 3);
            assertThat(asha.find(".message-pending")).hasCount(3);
            line.mend();
            asha.page().reload();
            assertThat(ravi.find(".message-body").getByText(words.get(2))).isVisible(SOON);
            assertEquals(words, seen(ravi, words.get(0).substring(0, 8)));
            assertThat(asha.find(".message-pending")).hasCount(0);
            assertEquals(words, seen(asha, words.get(0).substring(0, 8)));
            assertEquals(
                    0,
                    asha.page()
                            .evaluate("Object.keys(localStorage).filter(k => k.startsWith('hostel.outbox')).length"));
        }
    }

    /** As after a reload between the storing and the answer: history has it, and the browser still remembers it. */
    @Test
    void whatWasStoredBeforeTheReloadStandsThereOnce(Browsers browsers) {
        var asha = open(browsers, server, "Asha");
        var words = write(asha, 2);
        assertThat(asha.find(".message-menu[data-mine]")).hasCount(2);
        asha.page()
                .evaluate(
                        """
                body => {
                  const id = document.querySelector('[data-key^=own-]').dataset.key.slice('own-'.length);
                  const entry = { clientId: id, room: 1, body, at: Date.now() };
                  localStorage.setItem(`hostel.outbox.${document.body.dataset.me}.${id}`, JSON.stringify(entry));
                }""",
                        words.get(0));
        asha.page().reload();
        assertThat(asha.find("#here-list li").first()).isAttached();
        assertEquals(words, seen(asha, words.get(0).substring(0, 8)));
        assertThat(asha.find(".message-pending")).hasCount(0);
    }

    /** The box takes no such text; one may be left from a page that did. */
    @Test
    void whatIsRefusedForGoodIsShownAsNotSent(Browsers browsers) {
        var asha = open(browsers, server, "Asha");
        asha.page()
                .evaluate(
                        """
                id => {
                  const entry = { clientId: id, room: 1, body: 'too long '.repeat(500), at: Date.now() };
                  localStorage.setItem(`hostel.outbox.${document.body.dataset.me}.${id}`, JSON.stringify(entry));
                }""",
                        UUID.randomUUID().toString());
        asha.page().reload();
        assertThat(asha.find(".message-failed")).containsText("Not sent.");
        asha.checkAccess();
    }

    @Test
    void whoSignsOutLeavesNothingBehindAndIsAskedWhereSomethingWasNotSent(Browsers browsers) {
        var asha = open(browsers, server, "Asha");
        asha.find("#box").fill("half a sent");
        asha.page().evaluate("localStorage.setItem('hostel.draft.0.1', 'of somebody else')");
        assertEquals(List.of("draft", "draft"), kept(asha));
        asha.go("/notices");
        asha.page()
                .evaluate(
                        """
                () => {
                  const me = document.getElementById('leave').dataset.me;
                  const entry = { clientId: 'x', room: 1, body: 'not sent', at: 1 };
                  localStorage.setItem(`hostel.outbox.${me}.x`, JSON.stringify(entry));
                  localStorage.setItem(`hostel.edits.${me}.1`, '{"1":"a better word"}');
                }""");
        asha.find("#account summary").click();
        asha.find("#sign-out").click();
        assertThat(asha.find("dialog")).containsText("lose this text");
        asha.checkAccess();
        asha.find("dialog [value=no]").click();
        assertEquals(List.of("draft", "draft", "edits", "outbox"), kept(asha));
        assertEquals("/notices", asha.path());
        asha.find("#account summary").click();
        asha.find("#sign-out").click();
        asha.find("dialog [value=yes]").click();
        assertThat(asha.find(".word")).containsText("signed out");
        awaitKept(asha, "draft");
    }

    @Test
    void aDraftIsNotDroppedUnasked(Browsers browsers) {
        var asha = open(browsers, server, "Asha");
        asha.find("#box").fill("आधा लिखा – é ’₹");
        asha.find("#account summary").click();
        asha.find("#sign-out").click();
        assertThat(asha.find("dialog .dialog-quote")).hasText("आधा लिखा – é ’₹");
        asha.find("dialog [value=no]").click();
        asha.page().reload();
        assertThat(asha.find("#box")).hasValue("आधा लिखा – é ’₹");
        asha.find("#account summary").click();
        asha.find("#sign-out-everywhere").click();
        asha.find("dialog [value=yes]").click();
        assertThat(asha.find(".word")).containsText("signed out");
        awaitKept(asha);
    }

    @Test
    void nobodyIsAskedWhereAllIsSent(Browsers browsers) {
        var asha = open(browsers, server, "Asha");
        write(asha, 1);
        assertThat(asha.find(".message-menu[data-mine]")).hasCount(1);
        asha.find("#box").fill(" \n ");
        asha.find("#account summary").click();
        asha.find("#sign-out").click();
        assertThat(asha.find(".word")).containsText("signed out");
        awaitKept(asha);
    }

    @Test
    void whoCouldNotSignOutSinceTheLineBrokeFindsTheDraftAgain() {
        try (var line = new CuttableLine(server);
                var browsers = new Browsers(line.port())) {
            var asha = open(browsers, server, "மீனா");
            asha.type("#box", "மசோதா – आधा लिखा");
            asha.find("#account summary").click();
            asha.find("#sign-out").click();
            assertThat(asha.find("dialog")).containsText("lose this text");
            line.cut();
            asha.find("dialog [value=yes]").click();
            // The browser shows its own page, of whose coming it tells nobody.
            Pause.millis(5_000);
            line.mend();
            asha.go("/chat");
            assertThat(asha.find("#box")).hasValue("மசோதா – आधा लिखा");
        }
    }

    private static void awaitKept(Screen screen, String... kinds) {
        Pause.until("this browser keeps " + List.of(kinds), Duration.ofSeconds(30), () -> kept(screen)
                .equals(List.of(kinds)));
    }

    /** The kinds of what this browser keeps of what people wrote. */
    private static List<?> kept(Screen screen) {
        return (List<?>) screen.page()
                .evaluate("Object.keys(localStorage).map(key => key.split('.')[1])"
                        + ".filter(kind => ['draft', 'edits', 'outbox'].includes(kind)).sort()");
    }

    @Test
    void whatIsSaidMeanwhileIsThereAfterwardsAndTheReaderStaysInPlace() {
        try (var line = new CuttableLine(server);
                var browsers = new Browsers(line.port());
                var ravi = server.residents().student("Ravi").online()) {
            for (int i = 0; i < 60; i++) ravi.say(1, "filler " + i + "\n\n");
            var asha = open(browsers, server, "Asha");
            asha.find("#timeline").evaluate("box => box.scrollTop = 700");
            var place = ReadingPlace.of(asha);
            line.cut();
            var words = UUID.randomUUID() + " meanwhile";
            ravi.say(1, words);
            line.mend();
            assertThat(asha.find("#jump"))
                    .containsText("1 new", new LocatorAssertions.ContainsTextOptions().setTimeout(40_000));
            place.assertKept();
            asha.find("#jump").click();
            assertThat(asha.find(".message-body").getByText(words)).isInViewport();
        }
    }

    @Test
    void aFrozenConnectionIsNoticed() {
        try (var line = new CuttableLine(server);
                var browsers = new Browsers(line.port())) {
            var asha = open(browsers, server, "Asha");
            line.freeze();
            var words = write(asha, 1);
            // The beat stays away: 12 s until the connection counts as dead, 5 s more until that is worth a word.
            assertThat(asha.find("#line")).isVisible(SOON);
            line.cut();
            line.mend();
            assertThat(asha.find("#line")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(40_000));
            assertThat(asha.find(".message-body").getByText(words.get(0))).hasCount(1);
            assertThat(asha.find(".message-pending")).hasCount(0);
        }
    }
}
