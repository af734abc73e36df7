package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hostelchat.support.Api;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Device;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.LiveClient;
import org.hostelchat.support.RawBytes;
import org.hostelchat.support.Residents;
import org.hostelchat.support.Screen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sign-in, first password, notices and console without JavaScript; and how bad input is answered. */
@ExtendWith(Hostel.class)
class PlainPagesIT {

    private static final String NEW_PASSWORD = "seven quiet windows at dusk";

    private HostelServer server;
    private Screen screen;

    @BeforeEach
    void open(HostelServer shared, Browsers browsers) {
        server = shared;
        screen = browsers.open(Device.DESKTOP, ColorScheme.LIGHT, false);
    }

    private void signIn(String login, String password) {
        screen.find("#login").fill(login);
        screen.find("#password").fill(password);
        screen.find("#enter").click();
    }

    @Test
    void aNewcomerSignsInAndChoosesAPassword() {
        var newcomer = server.residents().newcomer();
        screen.go("/notices");
        assertEquals("/login?next=%2Fnotices", screen.path());
        signIn(newcomer.enrolmentNumber(), "not the one");
        assertThat(screen.find("#summary")).isFocused();
        assertThat(screen.find("#login")).hasValue(newcomer.enrolmentNumber());
        assertThat(screen.find("#password")).hasValue("");

        signIn(
                newcomer.enrolmentNumber(),
                " " + newcomer.password().toUpperCase(Locale.ROOT).replace('-', ' ') + " ");
        assertEquals("/password?then=%2Fnotices", screen.path());
        assertThat(screen.find("#current")).hasCount(0);
        screen.go("/chat");
        assertThat(screen.page()).hasURL(Pattern.compile("/password"));
        screen.go("/notices");
        screen.find("#next").fill("short");
        screen.find("#save").click();
        assertThat(screen.find("#next-error")).isVisible();
        assertThat(screen.find("#next")).hasAttribute("aria-invalid", "true");
        assertThat(screen.find("#next")).hasValue("");
        screen.find("#next").fill(NEW_PASSWORD);
        screen.find("#save").click();
        assertThat(screen.page()).hasURL(Pattern.compile("/notices(\\?done=password-saved)?$"));
        assertThat(screen.find(".word")).hasText("Your new password is saved.");
        server.api().signIn(newcomer.enrolmentNumber(), NEW_PASSWORD);
    }

    @Test
    void aLostPhoneIsSignedOutFromAnotherDevice() {
        var asha = server.residents().student();
        var phone = server.api()
                .header("User-Agent", "Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0")
                .signIn(asha.enrolmentNumber(), asha.password());
        screen.as(asha);
        screen.go("/chat");
        screen.find("#account summary").click();
        screen.find("#account").getByText("Your devices").click();
        assertThat(screen.page()).hasURL(Pattern.compile("/devices"));
        var others = screen.find("#elsewhere input[type=checkbox]");
        assertThat(others).hasCount(2);

        screen.find("#password").fill(asha.password());
        screen.find("#end").click();
        assertThat(screen.find("#device-error")).containsText("Please choose the devices");

        screen.page().getByLabel("Firefox on Android").check();
        screen.find("#password").fill("not the one");
        screen.find("#end").click();
        assertThat(screen.find("#password-error")).containsText("not your current password");
        assertThat(screen.page().getByLabel("Firefox on Android")).isChecked();
        phone.get("/api/me").expect(200);

        try (var socket = LiveClient.open(phone)) {
            socket.hello();
            screen.find("#password").fill(asha.password());
            screen.find("#end").click();
            assertThat(screen.find(".word")).containsText("devices are signed out");
            assertEquals(1008, socket.awaitClose());
        }
        assertThat(others).hasCount(1);
        phone.get("/api/me").expect(401);
        asha.api().get("/api/me").expect(200);
    }

    @Test
    void theBoardIsReadAndAcknowledged() {
        var title = "Tanks " + Residents.enrolment();
        server.operator()
                .post("/api/notices", Api.json("title", title, "text", "Fill a bucket.", "acknowledge", true))
                .expect(201);
        screen.as(server.residents().student());
        screen.go("/notices");
        var notice = screen.find("article").filter(new Locator.FilterOptions().setHasText(title));
        notice.locator("button").click();
        assertThat(screen.find(".word")).containsText("Thank you");
        assertThat(notice).containsText("You confirmed that you have read this");
    }

    @Test
    void onlyWhatStandsOnThePageCountsAsRead() {
        var ids = IntStream.rangeClosed(1, 21)
                .mapToObj(i -> server.operator()
                        .post("/api/notices", Api.json("title", "Many " + i, "text", "x"))
                        .expect(201)
                        .json()
                        .getInt("id"))
                .toList();
        var asha = server.residents().student();
        screen.as(asha);
        IntPredicate read =
                id -> asha.api().get("/api/notices/" + id).expect(200).json().getBoolean("read");
        asha.api().send("HEAD", "/notices", null).expect(200);
        assertFalse(read.test(ids.get(20)), "nobody has seen it yet");
        screen.go("/notices");
        assertThat(screen.find("article")).hasCount(20);
        assertFalse(read.test(ids.get(0)), "stands on the next page");
        assertTrue(read.test(ids.get(1)));
        assertTrue(read.test(ids.get(20)));
        ids.forEach(id -> server.operator().delete("/api/notices/" + id).expect(204));
    }

    @Test
    void theConsoleKeepsTheRegister() {
        screen.as(server.residents().admin());
        var number = Residents.enrolment();
        screen.go("/admin/register");
        screen.find("#name").fill("Meera <b>Iyer</b>");
        screen.find("#enrolmentNumber").fill("no such sign!");
        screen.find("#register").click();
        assertThat(screen.find("#enrolmentNumber-error")).isVisible();
        assertThat(screen.find("#name")).hasValue("Meera <b>Iyer</b>");
        screen.find("#enrolmentNumber").fill(number);
        screen.find("#register").click();
        var secret = screen.find(".slip-secret").innerText();
        assertThat(screen.find(".slip")).containsText("Meera <b>Iyer</b>");
        server.api().signIn(number, secret).get("/api/me").expect(200);

        screen.go("/admin/users?text=" + number);
        screen.find("tbody a").click();
        screen.find("#name").fill("Meera Iyer");
        screen.find("#rename").click();
        assertThat(screen.find("h1")).hasText("Meera Iyer");
        for (var act : new String[] {"make-admin", "unmake-admin", "deactivate", "reactivate", "end-sessions"}) {
            screen.find("a[href*='act=" + act + "&']").click();
            screen.find("#yes").click();
            assertThat(screen.find(".word")).containsText("Saved");
        }
        screen.find("a[href*='act=reset-password']").click();
        screen.find("#yes").click();
        var second = screen.find(".slip-secret").innerText();
        assertFalse(second.equals(secret));
        screen.page().reload();
        assertThat(screen.find(".slip-secret")).hasText(second);
        server.api().signIn(number, second).get("/api/me").expect(200);
        screen.go("/admin/act?act=delete&number=" + number);
        assertThat(screen.find("main")).containsText("Nobody can undo this");
        screen.find("#yes").click();
        assertThat(screen.find("#typed-error")).containsText(number);
        screen.find("#typed").fill(" " + number.toLowerCase(Locale.ROOT));
        screen.find("#yes").click();
        assertThat(screen.find(".word")).containsText("all its messages are deleted");
        assertEquals(404, screen.go("/admin/user?number=" + number).status());
    }

    @Test
    void theRegisterIsSortedFromPageToPage(Browsers browsers) throws SQLException {
        var family = "Sorted" + Residents.enrolment();
        var warden = server.residents().admin();
        try (var people = ManyResidents.of(server, family, 60)) {
            screen.as(warden);
            screen.go("/admin/users?text=" + family);
            assertSorted("Registered", "ascending");
            assertThat(firstRow()).hasText(people.name(1));
            sortBy("Name");
            assertSorted("Name", "ascending");
            assertThat(firstRow()).hasText(people.name(60));
            sortBy("Name");
            assertSorted("Name", "descending");
            assertThat(firstRow()).hasText(people.name(1));
            assertThat(screen.find("tbody tr")).hasCount(50);
            screen.find(".pager a").click();
            assertSorted("Name", "descending");
            assertThat(screen.find("tbody tr")).hasCount(10);
            assertThat(firstRow()).hasText(people.name(51));
            sortBy("Number");
            assertThat(screen.find("tbody tr")).hasCount(50);
            assertThat(firstRow()).hasText(people.name(60));
            sortBy("Last seen");
            assertThat(firstRow()).hasText(people.name(30));
            sortBy("Last seen");
            assertThat(firstRow()).hasText(people.name(29));
            screen.find("#text").fill(people.name(7));
            screen.find("form.filter button").click();
            assertThat(screen.find("tbody tr")).hasCount(1);
            assertSorted("Last seen", "descending");
            screen.go("/admin/users?text=" + family + "&sort=passwordHash&after=2");
            assertSorted("Registered", "ascending");
            assertThat(firstRow()).hasText(people.name(3));

            var phone = browsers.phone().as(warden);
            phone.go("/admin/users?text=" + family + "&sort=-name");
            phone.checkWidth();
            phone.checkAccess();
            phone.shot("admin-users-sorted");
            phone.find("thead a").getByText("Number").click();
            assertThat(phone.find("tbody th").first()).hasText(people.name(60));
        }
    }

    private Locator firstRow() {
        return screen.find("tbody tr").first().locator("th");
    }

    private void sortBy(String column) {
        screen.find("thead a").getByText(column).click();
    }

    private void assertSorted(String column, String way) {
        assertThat(screen.find("th[aria-sort='" + way + "']")).hasText(column);
        assertThat(screen.find("th[aria-sort='none']")).hasCount(6);
    }

    @Test
    void theConsoleKeepsTheBoard() {
        screen.as(server.residents().admin());
        var title = "Gate " + Residents.enrolment();
        screen.go("/admin/post");
        screen.find("#text").fill("The gate closes at ten.\nRing the bell.");
        screen.find("#until").fill("2001-01-01");
        screen.find("#acknowledge").check();
        screen.find("#post").click();
        assertThat(screen.find("#title-error")).isVisible();
        assertThat(screen.find("#text")).hasValue("The gate closes at ten.\nRing the bell.");
        assertThat(screen.find("#acknowledge")).isChecked();
        screen.find("#title").fill(title);
        screen.find("#until").fill("");
        screen.find("#post").click();
        screen.find("tbody a").getByText(title).click();
        screen.find("#title").fill(title + " at ten");
        screen.find("#save").click();
        assertThat(screen.find("h1")).hasText(title + " at ten");
        assertThat(screen.find("progress")).isAttached();
        screen.find("a.danger").click();
        screen.find("#yes").click();
        assertThat(screen.find(".word")).containsText("off the board");
    }

    @Test
    void whileNothingCanBeStoredTheBoardIsReadAndNobodysWordsAreLost() throws SQLException {
        var title = "Read me " + System.nanoTime();
        server.operator()
                .post("/api/notices", Api.json("title", title, "text", "Water is back."))
                .expect(201);
        var asha = server.residents().student();
        var warden = server.residents().admin();
        screen.as(warden);
        screen.go("/admin/post");
        screen.find("#title").fill("Not yet");
        screen.find("#text").fill("The gate closes at ten.");
        try (var lock = DriverManager.getConnection(
                        "jdbc:sqlite:" + server.data().resolve("hostel.db"));
                var statement = lock.createStatement()) {
            statement.execute("begin immediate");
            screen.find("#post").click();
            assertThat(screen.find("#summary")).containsText("very busy now");
            assertThat(screen.find("#text")).hasValue("The gate closes at ten.");
            assertThat(screen.find("#title")).hasValue("Not yet");

            var board = asha.api().get("/notices").expect(200);
            assertTrue(board.body().contains(title));
            statement.execute("rollback");
        }
        screen.find("#post").click();
        assertThat(screen.find(".word")).containsText("on the board");
    }

    @Test
    void theConsoleFindsAndDeletesMessages() {
        var asha = server.residents().student();
        var words = "needle " + Residents.enrolment();
        try (var line = asha.online()) {
            line.say(1, words);
        }
        screen.as(server.residents().admin());
        screen.go("/admin/messages?text=" + words.replace(" ", "%20").toLowerCase(Locale.ROOT));
        assertThat(screen.find("tbody tr")).hasCount(1);
        screen.find("tbody a.danger").click();
        assertThat(screen.find("blockquote")).hasText(words);
        screen.find("#yes").click();
        assertThat(screen.find(".word")).containsText("deleted");
        assertEquals(404, screen.go("/admin/message?room=1&seq=999999999").status());
        screen.go("/admin/messages?author=" + asha.enrolmentNumber());
        assertThat(screen.find(".empty")).isVisible();
        for (var day : List.of("never", "-999999999-01-01", "%2B999999999-12-31", "0000-01-01", "%2B10000-01-01")) {
            for (var field : List.of("from", "to")) {
                assertEquals(
                        422, screen.go("/admin/messages?" + field + "=" + day).status(), field + "=" + day);
                assertThat(screen.find("#summary")).isVisible();
            }
        }
    }

    @Test
    void theConsoleTellsWhetherDeletedWordsAreOverwritten() throws Exception {
        var asha = server.residents().student("Asha");
        var words = IntStream.range(0, 60)
                .mapToObj(i -> (Residents.enrolment() + " ").repeat(20 + i % 30))
                .toList();
        try (var line = asha.online()) {
            for (var word : words) line.say(1, word);
        }
        var rows = server.operator()
                .get("/api/messages?limit=100&author=" + asha.enrolmentNumber())
                .expect(200)
                .items();
        assertEquals(60, rows.size());
        for (var row : rows) {
            asha.api()
                    .delete("/api/rooms/1/messages/by-seq/" + row.asJsonObject().getInt("seq"))
                    .expect(204);
        }
        screen.as(server.residents().admin("Warden"));
        var traces = screen.find("#traces");
        do {
            screen.go("/admin/");
        } while (traces.textContent().contains("still being overwritten"));
        assertThat(traces).hasText("Deleted messages are gone from the chat and from the database’s files.");
        var bytes = RawBytes.of(server.data().resolve("hostel.db"));
        for (var word : words) assertEquals("", bytes.longestPieceOf(word));
    }

    @Test
    void theConsoleReadsTheRoomsOfWithdrawnNotices() {
        var title = "Over " + Residents.enrolment();
        var notice = server.operator()
                .post("/api/notices", Api.json("title", title, "text", "x"))
                .expect(201)
                .json();
        try (var line = server.residents().student().online()) {
            line.say(notice.getInt("room"), "still to be read");
        }
        server.operator().delete("/api/notices/" + notice.getInt("id")).expect(204);
        screen.as(server.residents().admin());
        screen.go("/admin/messages?room=" + notice.getInt("room"));
        assertThat(screen.find("#room option:checked")).hasText(title + " (taken down)");
        assertThat(screen.find("tbody tr")).hasCount(1);
        screen.go("/admin/messages");
        screen.find("#room").selectOption(title + " (taken down)");
        screen.find("form.filter button").click();
        assertThat(screen.find("tbody tr")).hasCount(1);
        assertThat(screen.find("tbody")).containsText("still to be read");
    }

    @Test
    void theConsoleMakesAndRevokesTokens() {
        screen.as(server.residents().admin());
        var name = "roll " + Residents.enrolment();
        screen.go("/admin/tokens");
        screen.find("#name").fill(name);
        screen.find("#make").click();
        assertThat(screen.find("#password-error")).containsText("your password");
        screen.find("#days").fill("400");
        screen.find("#password").fill(Residents.PASSWORD);
        screen.find("#make").click();
        assertThat(screen.find("#days-error")).containsText("1 to 365");
        screen.find("#machine").check();
        screen.find("#scope").selectOption("METRICS");
        screen.find("#password").fill(Residents.PASSWORD);
        screen.find("#make").click();
        var token = screen.find(".slip-secret").innerText();
        server.api().bearer(token).get("/metrics").expect(200);
        server.api().bearer(token).get("/api/users").expect(403);
        assertThat(screen.find("tr").filter(new Locator.FilterOptions().setHasText(name)))
                .containsText("The office’s, made by");
        screen.page().reload();
        assertThat(screen.find(".slip-secret")).hasText(token);
        assertThat(screen.find("tr").filter(new Locator.FilterOptions().setHasText(name)))
                .hasCount(1);
        screen.find("tr")
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator("a")
                .click();
        var confirmation = screen.path();
        assertThat(screen.find("h1")).containsText(name);
        screen.find("#yes").click();
        assertThat(screen.find(".word")).containsText("does not work any more");
        server.api().bearer(token).get("/api/users").expect(401);
        assertEquals(404, screen.go(confirmation).status());
    }

    @Test
    void whatIsNotThereOrNotAllowedHasAFriendlyPageAndNoTrace() {
        screen.as(server.residents().student());
        for (var path : new String[] {"/no-such-page", "/rooms/999999", "/rooms/x", "/rooms/", "/admin/nothing"}) {
            var status = screen.go(path).status();
            assertTrue(status == 404 || status == 403, path + ": " + status);
            assertThat(screen.find("h1")).isVisible();
            assertFalse(screen.page().content().contains("org.hostelchat"), path);
        }
        assertEquals(403, screen.go("/admin/").status());
        assertThat(screen.find("h1")).hasText("You can’t open this page");
        assertTrue(screen.context().cookies().stream().noneMatch(cookie -> cookie.name.equals("JSESSIONID")));
    }

    @Test
    void theWayOutIsOnEveryPage() {
        var warden = server.residents().admin();
        warden.api()
                .post("/api/notices", Api.json("title", "Out", "text", "This way."))
                .expect(201);
        for (var path : new String[] {
            "/chat",
            "/notices",
            "/devices",
            "/admin/",
            "/admin/users",
            "/admin/messages",
            "/admin/notices",
            "/admin/notice?id=1",
            "/admin/tokens",
            "/admin/register",
            "/admin/post",
            "/admin/user?number=" + warden.enrolmentNumber(),
            "/admin/act?act=delete&number=" + warden.enrolmentNumber(),
        }) {
            screen.as(warden);
            screen.go(path);
            screen.find("#account summary").click();
            screen.find("#sign-out").click();
            assertThat(screen.page()).hasURL(Pattern.compile("/login(\\?done=signed-out)?$"));
        }
    }

    @Test
    void aBrokenQueryIsNoFault() {
        screen.as(server.residents().admin());
        for (var path : new String[] {
            "/admin/users?after=x&text=%00",
            "/admin/user",
            "/admin/user?number=%3Cscript%3E",
            "/admin/act?act=burn&number=1",
            "/admin/message?room=1&seq=x",
            "/admin/notice?id=-1",
            "/admin/withdraw?id=999999",
            "/admin/revoke?id=99999999999999999999",
            "/notices?after=%F0%9F%98%80",
            "/login?next=//evil.example",
        }) {
            var status = screen.go(path).status();
            assertTrue(status < 500, path + ": " + status);
        }
    }
}
