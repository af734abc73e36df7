package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hostelchat.support.Api;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.CuttableLine;
import org.hostelchat.support.Device;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Pause;
import org.hostelchat.support.Residents.Person;
import org.hostelchat.support.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Notices between two people: the warden writes them, a resident has a phone and a laptop. */
@ExtendWith(Hostel.class)
class NoticesIT {

    private static final String HINDI = "शनिवार को ९ से १३ बजे तक पानी नहीं आएगा। बाल्टी भर लें – ₹ 50 जुर्माना।";
    private static final String TAMIL = "ஞாயிற்றுக்கிழமை மாலை உணவு இல்லை. ₹ 40 திருப்பித் தரப்படும்.";

    private final List<Integer> posted = new ArrayList<>();

    private HostelServer server;
    private Browsers browsers;
    private Screen warden;
    private Person asha;

    @BeforeEach
    void open(HostelServer shared, Browsers all) {
        server = shared;
        browsers = all;
        warden = browsers.desktop().as(server.residents().admin("वार्डन कुलकर्णी"));
        asha = server.residents().student("மீனாட்சி சுந்தரம்").doneWithTheBoard();
    }

    @AfterEach
    void clear() {
        posted.forEach(id -> server.operator().delete("/api/notices/" + id));
    }

    /** Types a notice into the form, and gives its number. */
    private int post(String title, String text, boolean ask) {
        warden.go("/admin/post");
        warden.type("#title", title).type("#text", text);
        if (ask) warden.find("#acknowledge").check();
        warden.find("#post").click();
        assertThat(warden.find(".word")).containsText("on the board");
        var id = server.operator()
                .get("/api/notices?limit=1")
                .items()
                .getJsonObject(0)
                .getInt("id");
        posted.add(id);
        return id;
    }

    private int postByApi(String title, String text, boolean ask) {
        var id = server.operator()
                .post("/api/notices", Api.json("title", title, "text", text, "acknowledge", ask))
                .expect(201)
                .json()
                .getInt("id");
        posted.add(id);
        return id;
    }

    private Screen chat(Screen screen, Person person) {
        screen.as(person);
        screen.go("/chat");
        assertThat(screen.find("#here-list li").first()).isAttached();
        return screen;
    }

    private static void scale(Screen screen, String scale) {
        screen.page().evaluate("scale => document.documentElement.style.fontSize = scale", scale);
    }

    @Test
    void theBannerShowsTheOldestThatAsksAndSaysWhatItIsAbout() {
        var phone = chat(browsers.phone(), asha);
        postByApi("Plain news", "Hello all, the library is open.", false);
        post("உணவகம் மூடப்பட்டுள்ளது", "அன்பார்ந்த மாணவர்களே,\n\n" + TAMIL, true);
        post("पानी की टंकी की सफ़ाई", "प्रिय निवासियों,\n" + HINDI, true);
        assertThat(phone.find("#pinned-title")).hasText("உணவகம் மூடப்பட்டுள்ளது");
        assertThat(phone.find("#pinned-text")).hasText(TAMIL);
        assertThat(phone.find("#pinned-more")).hasText("+2 more");
        phone.find("#pinned-whole").click();
        assertThat(phone.find("#pinned-text")).containsText("அன்பார்ந்த மாணவர்களே");
        phone.find("#pinned-whole").click();
        for (var size : new int[][] {{360, 740}, {740, 360}, {667, 375}, {915, 412}}) {
            phone.page().setViewportSize(size[0], size[1]);
            for (var scale : List.of("100%", "200%")) {
                scale(phone, scale);
                assertQuarter(phone, size, scale);
                phone.shot("banner-" + size[0] + "-" + scale.replace("%", ""));
            }
            scale(phone, "");
        }
        phone.page().setViewportSize(360, 740);
        phone.checkAccess();
        confirm(phone, "உணவகம் மூடப்பட்டுள்ளது");
        assertThat(phone.find("#pinned-text")).hasText(HINDI);
        confirm(phone, "पानी की टंकी की सफ़ाई");
        assertThat(phone.find("#pinned-title")).hasText("Plain news");
        assertThat(phone.find("#pinned-text")).hasText("the library is open.");
        assertThat(phone.find("#pinned-more")).hasText("");
    }

    /** A tap counts only once one could have seen what it is about. */
    private static void confirm(Screen screen, String title) {
        assertThat(screen.find("#pinned-title")).hasText(title);
        screen.page().waitForTimeout(600);
        screen.find("#pinned-done").click();
        assertThat(screen.find("#pinned-title:visible").filter(new Locator.FilterOptions().setHasText(title)))
                .hasCount(0);
    }

    private static void assertQuarter(Screen screen, int[] size, String scale) {
        var where = size[0] + "x" + size[1] + ", " + scale;
        screen.page()
                .waitForFunction(
                        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
        var banner = screen.find("#pinned").boundingBox();
        assertTrue(banner.height <= size[1] / 4.0 + 0.5, where + ": the banner has " + banner.height + " px");
        for (var part : List.of("#pinned-title", "#pinned-more", "#pinned-aside"))
            assertWithin(screen, part, banner, where);
        // Where not even that has room, what opens the whole of it.
        assertWithin(screen, screen.find("#pinned-done").isVisible() ? "#pinned-done" : "#pinned-whole", banner, where);
        if (scale.equals("100%")) assertWithin(screen, "#pinned-text", banner, where);
        assertTrue(screen.find("#timeline").boundingBox().height >= size[1] / 2.0 - 1, where);
        screen.checkWidth();
    }

    private static void assertWithin(Screen screen, String part, BoundingBox banner, String where) {
        var box = screen.find(part).boundingBox();
        assertTrue(
                box != null
                        && box.width > 20
                        && box.y >= banner.y - 1
                        && box.y + box.height <= banner.y + banner.height + 1
                        && box.x >= banner.x
                        && box.x + box.width <= banner.x + banner.width + 1,
                () -> where + ": " + part + " is cut");
    }

    @Test
    void theBannerIsPutAsideOnThisDeviceUntilThereIsSomethingNew() {
        postByApi("पानी", HINDI, true);
        var phone = chat(browsers.phone(), asha);
        var laptop = chat(browsers.desktop(), asha);
        assertThat(phone.find("#pinned")).isVisible();
        phone.find("#pinned-aside").click();
        assertThat(phone.find("#pinned")).isHidden();
        assertThat(phone.find("#timeline")).isFocused();
        assertThat(phone.find(".bar [data-notice-count]")).hasText("1");
        phone.page().reload();
        assertThat(phone.find(".bar [data-notice-count]")).hasText("1");
        assertThat(phone.find("#pinned")).isHidden();
        assertThat(laptop.find("#pinned")).isVisible();

        var other = chat(browsers.phone(), server.residents().student("Ravi").doneWithTheBoard());
        var fresh = post("உணவகம்", TAMIL, false);
        assertThat(phone.find("#pinned-title")).hasText("உணவகம்");
        assertThat(phone.find("#pinned-more")).hasText("+1 more");
        assertThat(other.find("#pinned-title")).hasText("உணவகம்");
        confirm(phone, "உணவகம்");
        assertThat(phone.find("#pinned")).isHidden();
        assertTrue(asha.api().get("/api/notices/" + fresh).json().getBoolean("read"));
    }

    @Test
    void aPhoneThatIsTurnedFoldsTheNoticeAndKeepsTheTalk() {
        postByApi("पानी", (HINDI + " ").repeat(12), true);
        var phone = chat(browsers.phone(), asha);
        phone.find("#pinned-whole").click();
        assertThat(phone.find("#pinned")).hasClass(Pattern.compile("pinned-open"));
        phone.page().setViewportSize(740, 360);
        assertThat(phone.find("#pinned")).not().hasClass(Pattern.compile("pinned-open"));
        Pause.until(
                "the talk has half of the height",
                Duration.ofSeconds(10),
                () -> phone.find("#timeline").boundingBox().height >= 180);
    }

    @Test
    void whatIsConfirmedOnThePhoneIsGoneOnTheLaptop() {
        var first = post("पानी", "प्रिय निवासियों,\n" + HINDI, true);
        post("உணவகம்", TAMIL, false);
        var laptop = chat(browsers.desktop(), asha);
        assertThat(laptop.find("#pinned-title")).hasText("पानी");
        var board = browsers.desktop().as(asha);
        board.go("/notices");
        assertThat(laptop.find("#pinned-more")).hasText("");
        assertThat(board.find("#notice-" + first + " form")).isVisible();
        var phone = chat(browsers.phone(), asha);
        confirm(phone, "पानी");
        assertThat(laptop.find("#pinned")).isHidden();
        assertThat(laptop.find(".side [data-notice-count]")).isHidden();
        assertThat(board.find("#notice-" + first + " .notice-done")).isVisible();
        assertThat(board.find("#notice-" + first + " form")).hasCount(0);
    }

    @Test
    void whoComesBackSeesWhatTheyMissedAndFetchesNoBoard() {
        var withdrawn = postByApi("Withdrawn", "Line.", true);
        var edited = postByApi("Edited", "Line.", true);
        try (var line = new CuttableLine(server);
                var away = new Browsers(line.port())) {
            var phone = chat(away.phone(), asha);
            phone.expectTrouble("WebSocket connection|ERR_");
            assertThat(phone.find("#pinned-title")).hasText("Withdrawn");
            var fetched = new ArrayList<String>();
            phone.page().onRequest(request -> {
                if (request.method().equals("GET") && request.url().contains("/api/notices"))
                    fetched.add(request.url());
            });
            line.cut();
            assertThat(phone.find("#line")).isVisible(new IsVisibleOptions().setTimeout(30_000));
            server.operator().delete("/api/notices/" + withdrawn).expect(204);
            server.operator()
                    .patch("/api/notices/" + edited, Api.json("title", "பானி – é ’ ₹", "text", HINDI))
                    .expect(200);
            postByApi("नया", TAMIL, true);
            line.mend();
            phone.find("#line-try").click();
            assertThat(phone.find("#line")).isHidden(new IsHiddenOptions().setTimeout(30_000));
            assertThat(phone.find("#pinned-title")).hasText("பானி – é ’ ₹");
            assertThat(phone.find("#pinned-more")).hasText("+1 more");
            assertThat(phone.find("#pinned-text")).containsText("शनिवार");
            confirm(phone, "பானி – é ’ ₹");
            assertThat(phone.find("#pinned-title")).hasText("नया");
            assertEquals(List.of(), fetched);
        }
    }

    @Test
    void confirmingOnTheBoardHappensInPlace() {
        postByApi("Long", "Line.\n".repeat(60), false);
        var notice = post("पानी", HINDI, true);
        for (var i = 0; i < 3; i++) postByApi("Longer " + i, "पंक्ति।\n".repeat(60), false);
        var phone = browsers.phone().as(asha);
        phone.go("/notices");
        var button = phone.find("#notice-" + notice + " button");
        button.scrollIntoViewIfNeeded();
        var before = phone.find("#notice-" + notice).boundingBox().y;
        button.focus();
        phone.page().keyboard().press("Enter");
        assertThat(phone.find("#notice-" + notice + "[data-state^='1 1 '] .notice-done"))
                .isFocused();
        assertEquals("/notices", phone.path());
        assertEquals(before, phone.find("#notice-" + notice).boundingBox().y, 2);
        assertTrue(asha.api().get("/api/notices/" + notice).json().getBoolean("acknowledged"));

        var ravi = server.residents().student("Ravi");
        var plain = browsers.open(Device.PHONE, ColorScheme.DARK, false).as(ravi);
        plain.go("/notices");
        plain.find("#notice-" + notice + " button").click();
        assertThat(plain.page()).hasURL(Pattern.compile("#notice-" + notice + "$"));
        assertThat(plain.find("#notice-" + notice + " .notice-done")).isInViewport();
        assertTrue(ravi.api().get("/api/notices/" + notice).json().getBoolean("acknowledged"));
    }

    @Test
    void theBoardIsLiveAndLeavesTheReaderWhereTheyAre() {
        var lowest = postByApi("Lowest", "எழுத்து.\n".repeat(40), false);
        var reading = postByApi("Reading", "पंक्ति।\n".repeat(40), false);
        var edited = postByApi("Edited", "short", false);
        var withdrawn = postByApi("Withdrawn", "Line.\n".repeat(20), false);
        asha.doneWithTheBoard();
        var phone = browsers.phone().as(asha);
        phone.go("/notices");
        assertThat(phone.find("#notice-" + withdrawn)).isVisible();
        phone.page().waitForTimeout(1_000);
        phone.find("#notice-" + reading + " h2").evaluate("title => title.scrollIntoView()");
        var before = phone.find("#notice-" + reading).boundingBox().y;

        var fresh = post("पानी की टंकी", HINDI, true);
        assertThat(phone.find("#notice-" + fresh)).isAttached();
        assertEquals(before, phone.find("#notice-" + reading).boundingBox().y, 2);
        assertThat(phone.find("#board-new")).hasText("1 new notice");
        phone.shot("board-new");
        assertFalse(asha.api().get("/api/notices/" + fresh).json().getBoolean("read"), "nobody has looked at it");

        warden.go("/admin/notice?id=" + edited);
        warden.type("#text", "மாற்றப்பட்டது.\n".repeat(15));
        warden.find("#save").click();
        assertThat(phone.find("#notice-" + edited)).containsText("மாற்றப்பட்டது");
        assertEquals(before, phone.find("#notice-" + reading).boundingBox().y, 2);
        warden.go("/admin/withdraw?id=" + withdrawn);
        warden.find("#yes").click();
        assertThat(phone.find("#notice-" + withdrawn)).hasCount(0);
        assertEquals(before, phone.find("#notice-" + reading).boundingBox().y, 2);
        assertThat(phone.find("#notice-" + lowest)).isAttached();

        phone.find("#board-new").click();
        assertThat(phone.find("#notice-" + fresh + " h2")).isInViewport();
        assertThat(phone.find("#board-new")).isHidden();
        phone.page()
                .waitForCondition(
                        () -> asha.api().get("/api/notices/" + fresh).json().getBoolean("read"));
        phone.checkAccess();
    }

    @Test
    void anEditAsksAgainIfTheEditorChooses() {
        var notice = post("पानी", HINDI, true);
        asha.doneWithTheBoard();
        var phone = browsers.phone().as(asha);
        phone.go("/notices");
        var article = phone.find("#notice-" + notice);
        var laptop = chat(browsers.desktop(), asha);
        assertThat(laptop.find("#pinned")).isHidden();

        warden.go("/admin/notice?id=" + notice);
        warden.type("#title", "पानी – रविवार");
        warden.find("#save").click();
        assertThat(warden.find(".word")).containsText("do not have to confirm");
        assertThat(article.locator("h2")).hasText("पानी – रविवार");
        assertThat(article).containsText("has changed since you confirmed it.");
        assertThat(article.locator("form")).hasCount(0);
        assertThat(laptop.find("#pinned")).isHidden();

        warden.type("#text", TAMIL);
        warden.find("#askAgain").check();
        warden.find("#save").click();
        assertThat(warden.find(".word")).containsText("confirm it again");
        // However many others live here by now.
        warden.go("/admin/notice?id=" + notice + "&after=" + (asha.id() - 1));
        assertThat(warden.find(".table-fold tbody")).containsText(asha.enrolmentNumber());
        assertThat(warden.find(".table-fold tbody")).containsText("only before it changed");
        assertThat(article).containsText("confirm it again");
        assertThat(laptop.find("#pinned-changed")).isVisible();
        phone.shot("board-changed");
        laptop.shot("banner-changed");
        article.locator("button").click();
        assertThat(article.locator(".notice-done")).isVisible();
        assertThat(laptop.find("#pinned")).isHidden();
        assertThat(phone.find(".notice-changed")).hasCount(0);
    }

    @Test
    void discussionsDoNotPileUpUnderRooms() {
        var silent = postByApi("Silent", "x", false);
        var spoken = postByApi("பேச்சு", TAMIL, false);
        var opened = postByApi("खुला", HINDI, false);
        var newest = postByApi("Newest", "x", false);
        asha.doneWithTheBoard();
        var phone = chat(browsers.phone(), asha);
        phone.find("[data-open-panel=rooms]").click();
        assertThat(phone.find("#room-list a[href='" + room(silent) + "']")).hasCount(0);
        assertThat(phone.find("#room-list a[href='" + room(newest) + "']")).hasCount(0);
        assertThat(phone.find(".room-more")).containsText("on the board");
        try (var ravi = server.residents().student("Ravi").online()) {
            ravi.say(roomNumber(spoken), "வணக்கம்");
            assertThat(phone.find("#room-list a[href='" + room(spoken) + "']")).isVisible();
        }
        phone.go(room(opened));
        assertThat(phone.find("#here-list li").first()).isAttached();
        phone.go("/chat");
        phone.find("[data-open-panel=rooms]").click();
        assertThat(phone.find("#room-list a[href='" + room(opened) + "']")).isVisible();
        var order = phone.find("#room-list a").evaluateAll("links => links.map(link => link.getAttribute('href'))");
        assertEquals(List.of("/chat", room(opened), room(spoken), "/notices"), order);
        phone.shot("rooms-few");
        phone.find(".room-more").click();
        assertThat(phone.page()).hasURL(Pattern.compile("/notices$"));
        phone.find("#notice-" + silent).getByText("Discuss").click();
        assertThat(phone.page()).hasURL(Pattern.compile(room(silent) + "$"));
    }

    @Test
    void backLeadsFromADiscussionToThePlaceOnTheBoard() {
        var notice = postByApi("पानी", HINDI, false);
        for (var i = 0; i < 3; i++) postByApi("Longer " + i, "पंक्ति।\n".repeat(60), false);
        var phone = browsers.phone().as(asha);
        phone.go("/notices");
        var discuss = phone.find("#notice-" + notice).getByText("Discuss");
        discuss.scrollIntoViewIfNeeded();
        discuss.click();
        assertThat(phone.page()).hasURL(Pattern.compile(room(notice) + "$"));
        assertThat(phone.find("#here-list li").first()).isAttached();
        phone.page().evaluate("history.back()");
        assertThat(phone.page()).hasURL(Pattern.compile("/notices$"));
        assertThat(discuss).isInViewport();
    }

    private int roomNumber(int notice) {
        return server.operator()
                .get("/api/notices/" + notice)
                .expect(200)
                .json()
                .getInt("room");
    }

    private String room(int notice) {
        return "/rooms/" + roomNumber(notice);
    }

    /** One lives in the wing it is for; the other sees it only when he has moved there. */
    @Test
    void aNoticeForAWingIsSeenThereAlone() {
        var ravi = server.residents().student("ரவி");
        live(asha, "Z1");
        live(ravi, "Z2");
        var hers = browsers.phone().as(asha);
        var his = browsers.phone().as(ravi);
        hers.go("/notices");
        his.go("/notices");
        warden.go("/admin/post");
        warden.page().locator("#title").fill("जेड विंग – पानी");
        warden.page().locator("#text").fill(HINDI);
        warden.page().locator("#category").fill("पानी");
        warden.page().locator("#whom").evaluate("one => { one.open = true; }");
        warden.page().locator("[name=wing][value=Z1]").check();
        warden.page().locator("#count").click();
        assertThat(warden.page().locator("#concerned")).containsText("1");
        warden.page().locator("#post").click();
        warden.page().waitForURL(Pattern.compile(".*done=notice-posted.*"));
        assertThat(hers.page().locator("#board")).containsText("जेड विंग – पानी");
        assertThat(his.page().locator("#board")).not().containsText("जेड विंग");
        live(ravi, "Z1");
        assertThat(his.page().locator("#board")).containsText("जेड विंग – पानी");
        warden.page()
                .locator("a.reach", new com.microsoft.playwright.Page.LocatorOptions().setHasText("जेड विंग"))
                .click();
        warden.page().waitForURL(Pattern.compile(".*/admin/notice\\?id=.*"));
        posted.add(Integer.valueOf(warden.page().url().replaceAll(".*id=(\\d+).*", "$1")));
        assertThat(warden.page().locator("#shares tbody")).containsText("Z1");
    }

    private void live(Person who, String wing) {
        server.operator()
                .patch("/api/users/" + who.enrolmentNumber().replace("/", "%2F"), Api.json("wing", wing))
                .expect(200);
    }
}
