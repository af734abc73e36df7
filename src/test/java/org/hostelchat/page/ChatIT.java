package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hostelchat.support.Api;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Device;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Pause;
import org.hostelchat.support.Screen;
import org.hostelchat.support.WritingSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two people talk in browsers: one at a desk, one on a phone. */
@ExtendWith(Hostel.class)
class ChatIT {

    private Screen asha;
    private Screen ravi;

    @BeforeEach
    void open(HostelServer server, Browsers browsers) {
        asha = browsers.desktop().as(server.residents().student("आशा कुलकर्णी"));
        ravi = browsers.phone().as(server.residents().student("ரவி D’Souza"));
        asha.go("/chat");
        ravi.go("/chat");
        for (var screen : new Screen[] {asha, ravi}) {
            assertThat(screen.find("#here-list li").first()).isAttached();
        }
    }

    private static String words() {
        return WritingSystem.next().sentence() + " "
                + UUID.randomUUID().toString().substring(0, 8);
    }

    private static void write(Screen screen, String text) {
        screen.say(text);
    }

    private static Locator body(Screen screen, String text) {
        return screen.find(".message-body").getByText(text, new Locator.GetByTextOptions().setExact(true));
    }

    private static Locator row(Screen screen, String text) {
        return screen.find(".message")
                .filter(new Locator.FilterOptions()
                        .setHas(screen.page().getByText(text, new Page.GetByTextOptions().setExact(true))));
    }

    @Test
    void whatOneWritesTheOtherReads() {
        var hello = words();
        write(asha, hello);
        assertThat(body(ravi, hello)).isVisible();
        assertThat(row(asha, hello)).not().hasClass(Pattern.compile("message-pending|message-failed"));
        assertThat(asha.find("#box")).hasValue("");
        var answer = words();
        write(ravi, answer);
        assertThat(body(asha, answer)).isVisible();
        assertThat(asha.find("#here-list")).containsText("ரவி D’Souza");
    }

    @Test
    void everyScriptComesThroughUnharmedAndNothingIsMarkup() {
        var tag = words();
        for (var text : new String[] {
            tag + " आज रात को पानी आएगा",
            tag + " இன்று மாலை யார் வருகிறீர்கள்?",
            tag + " مرحبا بالجميع",
            tag + " 👩🏽‍🚀🏳️‍🌈 😀",
            tag + " <img src=x onerror=alert(1)><script>alert(2)</script>",
            tag + " &lt;b&gt; \u202Eevil",
        }) {
            write(asha, text);
            assertThat(body(ravi, text)).hasText(text);
        }
        assertEquals(0, ravi.find(".message-body img, #rows script").count());
        write(asha, tag + " two\nlines");
        assertThat(ravi.find(".message-body").last()).hasText(tag + " two\nlines");
        write(asha, tag + " see https://a.example/x?y=1. javascript:alert(1)");
        var link = ravi.find(".message-body a").last();
        assertThat(link).hasText("https://a.example/x?y=1");
        assertThat(link).hasAttribute("rel", "noopener nofollow");
        assertThat(link).hasAttribute("target", "_blank");
    }

    @Test
    void editsAndDeletionsShowOnEveryScreen() {
        var text = words();
        write(asha, text);
        assertThat(body(ravi, text)).isVisible();
        asha.find("#box").press("ArrowUp");
        assertThat(asha.find("#box")).hasValue(text);
        asha.find("#box").fill(text + " mended");
        asha.find("#box").press("Enter");
        assertThat(body(ravi, text + " mended")).isVisible();
        assertThat(asha.find("#composer-note")).isHidden();
        asha.find("#box").press("ArrowUp");
        asha.find("#box").press("Escape");
        assertThat(asha.find("#box")).hasValue("");

        row(asha, text + " mended").hover();
        row(asha, text + " mended").locator(".message-menu").click();
        asha.checkAccess();
        asha.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Delete"))
                .click();
        assertThat(asha.find("dialog")).isVisible();
        asha.checkAccess();
        asha.find("dialog .button-danger").click();
        assertThat(body(ravi, text + " mended")).hasCount(0);
        assertThat(ravi.find(".message-gone").last()).containsText("deleted");
        assertThat(body(asha, text + " mended")).hasCount(0);
    }

    @Test
    void aMenuStaysOpenWhileOthersTalk() {
        var text = words();
        write(asha, text);
        assertThat(row(asha, text)).not().hasClass(Pattern.compile("message-pending"));
        var button = row(asha, text).locator(".message-menu");
        row(asha, text).hover();
        button.click();
        for (int i = 0; i < 12; i++) write(ravi, words() + "\n\n\n" + i);
        assertThat(asha.find(".message-body").last()).containsText("11");
        assertThat(asha.find(".float-menu button").first()).isFocused();
        asha.page().keyboard().press("Escape");
        assertThat(asha.find(".float-menu")).hasCount(0);
        assertThat(button).isFocused();
    }

    @Test
    void keysDoAsPeopleExpect() {
        var text = words();
        asha.find("#box").fill(text);
        asha.find("#box").press("Shift+Enter");
        asha.page().keyboard().type("second");
        assertThat(asha.find("#box")).hasValue(text + "\nsecond");
        asha.find("#box").press("Enter");
        assertThat(ravi.find(".message-body").last()).hasText(text + "\nsecond");
        // On a touch screen Enter makes a line.
        ravi.find("#box").fill("one");
        ravi.find("#box").press("Enter");
        assertThat(ravi.find("#box")).hasValue("one\n");
        ravi.find("#box").fill("");
        asha.find("#box").press("Control+/");
        assertThat(asha.find("dialog")).isVisible();
        asha.checkAccess();
        asha.page().keyboard().press("Escape");
        assertThat(asha.find("dialog")).hasCount(0);
    }

    @Test
    void aTextThatIsTooLongIsKeptInTheBox() {
        var text = "😀".repeat(4_001);
        asha.find("#box").fill(text);
        asha.find("#box").press("Enter");
        assertThat(asha.find("#composer-note")).containsText("1 character too long");
        assertThat(asha.find("#box")).hasValue(text);
        assertThat(asha.find("#composer-count")).hasText("-1");
        asha.checkAccess();
        var start = words();
        var fits = start + "x".repeat(4_000 - start.codePointCount(0, start.length()));
        asha.find("#box").fill(fits);
        asha.find("#box").press("Enter");
        assertThat(ravi.find(".message-body").last()).hasText(fits);
    }

    @Test
    void aDraftOutlivesTheReload() {
        var text = words();
        asha.find("#box").fill(text);
        asha.page().reload();
        assertThat(asha.find("#box")).hasValue(text);
        asha.find("#box").fill("");
    }

    @Test
    void thePhoneHasTheRestOneTapAway() {
        assertThat(ravi.find("#side")).isHidden();
        ravi.find("[data-open-panel=rooms]").click();
        assertThat(ravi.find("#room-list")).containsText("Common room");
        ravi.checkAccess();
        ravi.find("[data-open-panel=here]").click();
        assertThat(ravi.find("#here-list")).containsText("आशा कुलकर्णी");
        assertThat(ravi.find("#side")).isHidden();
        ravi.checkAccess();
        ravi.find("[data-open-panel=talk]").click();
        assertThat(ravi.find("#box")).isVisible();
        assertEquals("", smallTargets(ravi), "targets under 44 px");
    }

    @Test
    void aNoticesButtonsAreAsLargeAsAFinger(HostelServer server) {
        var notice = server.operator()
                .post("/api/notices", Api.json("title", "Hot water", "text", "From six to eight."))
                .expect(201)
                .json()
                .get("id");
        try {
            assertThat(ravi.find("#pinned-done")).isVisible();
            assertEquals("", smallTargets(ravi), "targets under 44 px");
        } finally {
            server.operator().delete("/api/notices/" + notice).expect(204);
        }
    }

    /** A name above a message is as high as its line: the same is in the message's own menu. */
    private static Object smallTargets(Screen screen) {
        return screen.page()
                .evaluate("[...document.querySelectorAll('button:not(.message-name), .bar a, summary')]"
                        + ".filter(e => e.checkVisibility())"
                        + ".map(e => [e.id || e.className, e.getBoundingClientRect()])"
                        + ".filter(([, r]) => r.width < 44 || r.height < 44).map(([name]) => name).join()");
    }

    @Test
    void readOnOneScreenWhileTheOtherWaits() {
        // Somebody who reads far above is not moved, and is told what waits below.
        for (int i = 0; i < 12; i++) write(asha, words() + "\n\n\n" + i);
        var last = words();
        write(asha, last);
        assertThat(body(ravi, last)).isVisible();
        ravi.find("#timeline").evaluate("box => box.scrollTop = 0");
        var place = ReadingPlace.of(ravi);
        var below = words();
        write(asha, below);
        assertThat(ravi.find("#jump")).containsText("1 new");
        assertThat(ravi.page()).hasTitle(Pattern.compile("^\\(1\\) "));
        place.assertKept();
        ravi.find("#jump").click();
        assertThat(body(ravi, below)).isInViewport();
        assertThat(ravi.find("#jump")).isHidden();
        assertThat(ravi.page()).hasTitle(Pattern.compile("^Common room"));
    }

    @Test
    void whatArrivesBehindAPanelIsNotRead() {
        ravi.find("[data-open-panel=rooms]").click();
        assertThat(ravi.find("#timeline")).isHidden();
        var text = words();
        write(asha, text);
        assertThat(ravi.page()).hasTitle(Pattern.compile("^\\(1\\) "));
        assertThat(ravi.find("#room-list .count")).containsText("1");
        ravi.find("[data-open-panel=talk]").click();
        assertThat(body(ravi, text)).isInViewport();
        assertThat(ravi.page()).hasTitle(Pattern.compile("^Common room"));
    }

    @Test
    void aNoticeIsCountedUntilItIsRead(HostelServer server, Browsers browsers) {
        var meera = server.residents().student("मीरा").doneWithTheBoard();
        var desk = browsers.desktop().as(meera);
        var phone = browsers.phone().as(meera);
        for (var screen : new Screen[] {desk, phone}) {
            screen.go("/chat");
            assertThat(screen.find("#here-list")).containsText("मीरा");
            assertThat(waiting(screen)).hasCount(0);
        }
        var notice = server.operator()
                .post("/api/notices", Api.json("title", "Water", "text", "None on Sunday."))
                .expect(201)
                .json()
                .get("id");
        assertThat(waiting(desk)).hasText("1");
        assertThat(waiting(phone)).hasText("1");
        desk.page().reload();
        assertThat(waiting(desk)).hasText("1");
        // It pays no heed to a finger that was on its way already.
        Pause.millis(600);
        desk.find("#pinned-done").click();
        assertThat(waiting(desk)).hasCount(0);
        phone.page().reload();
        assertThat(phone.find("#here-list")).containsText("मीरा");
        assertThat(waiting(phone)).hasCount(0);
        server.operator().delete("/api/notices/" + notice).expect(204);
    }

    /** How many notices wait, where this screen shows it. */
    private static Locator waiting(Screen screen) {
        return screen.find("[data-notice-count]:visible");
    }

    @Test
    void theLogIsQuietAndTheNewestIsReadOut() {
        assertThat(ravi.find("#timeline")).hasAttribute("role", "log");
        var text = words();
        write(asha, text);
        assertThat(ravi.find("#read-out")).containsText("आशा कुलकर्णी: ");
        // Apart, since words of the other direction are isolated, so that they do not turn the name round.
        assertThat(ravi.find("#read-out")).containsText(text);
    }

    @Test
    void colorsFollowTheChoiceOverAReload() {
        asha.find("#account summary").click();
        asha.checkAccess();
        asha.find("[data-look] button[value=dark]").click();
        var dark = asha.page().evaluate("getComputedStyle(document.documentElement).backgroundColor");
        asha.page().reload();
        assertEquals(dark, asha.page().evaluate("getComputedStyle(document.documentElement).backgroundColor"));
        assertEquals("screen", asha.page().evaluate("document.getElementById('night').media"));
        asha.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertNotEquals(dark, asha.page().evaluate("getComputedStyle(document.documentElement).backgroundColor"));
    }

    @Test
    void oneCanSignOutAndIsSignedOutOnEveryTab(HostelServer server, Browsers browsers) {
        var meera = server.residents().student("मीरा");
        var here = browsers.desktop().as(meera);
        here.go("/chat");
        var other = here.tab();
        other.navigate(browsers.url() + "/chat");
        assertThat(other.locator("#here-list")).containsText("मीरा");
        here.find("#account summary").click();
        here.find("#sign-out").click();
        assertThat(here.page()).hasURL(Pattern.compile("/login(\\?done=signed-out)?$"));
        assertThat(here.find(".word")).containsText("signed out");
        assertThat(other).hasURL(Pattern.compile("/login"));
    }

    @Test
    void nothingIsWiderThanTheScreenAtTwiceTheTextSize(HostelServer server, Browsers browsers) {
        var large = browsers.open(Device.PHONE, ColorScheme.LIGHT)
                .as(server.residents().student());
        large.go("/chat");
        write(large, "w".repeat(300));
        large.page().evaluate("document.documentElement.style.fontSize = '200%'");
        large.checkWidth();
        assertThat(large.find("#box")).isInViewport();
    }
}
