package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.hostelchat.support.Api;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents;
import org.hostelchat.support.Screen;
import org.hostelchat.support.WritingSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Complete lists of the console, as files for spreadsheets and in print. */
@ExtendWith(Hostel.class)
class TakeawayIT {

    /** More than the pages of the console and of the core hold. */
    private static final int MANY = 1_203;

    private HostelServer server;
    private Residents.Person warden;
    private Screen screen;

    @BeforeEach
    void open(HostelServer shared, Browsers browsers) {
        server = shared;
        warden = server.residents().admin("वार्डन कुलकर्णी");
        screen = browsers.desktop().as(warden);
    }

    private List<String> csv() throws IOException {
        var download = screen.page()
                .waitForDownload(() -> screen.find(".takeaway a").last().click());
        assertTrue(
                download.suggestedFilename().matches("[a-z0-9-]+-\\d{4}-\\d\\d-\\d\\d\\.csv"),
                download.suggestedFilename());
        var text = Files.readString(download.path(), StandardCharsets.UTF_8);
        assertTrue(text.startsWith("\uFEFF"));
        return text.substring(1).lines().toList();
    }

    private void print() {
        screen.find(".takeaway a").first().click();
        assertThat(screen.find("body.paper")).isVisible();
        screen.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(screen.find(".paper .buttons")).isHidden();
        assertThat(screen.find("nav")).hasCount(0);
        assertEquals(
                "table-header-group",
                screen.find("thead").evaluate("head => getComputedStyle(head).display"),
                "stands on every sheet");
        screen.checkWidth();
    }

    private void backToTheScreen() {
        screen.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    @Test
    @SuppressWarnings("try") // the people are there while it is open
    void theWholeRegisterIsListed() throws SQLException, IOException {
        var family = "Whole" + Residents.enrolment();
        try (var people = ManyResidents.of(server, family, MANY)) {
            screen.go("/admin/users?text=" + family + "&sort=-number");
            assertThat(screen.find("tbody tr")).hasCount(50);
            var rows = csv();
            assertEquals(
                    "id,name,enrolmentNumber,role,active,mustChangePassword,createdAt,lastSeenAt,"
                            + "wing,floor,room,year,course,mess,phone,until",
                    rows.get(0));
            assertEquals(MANY, rows.size() - 1);
            assertEquals(MANY, rows.stream().skip(1).distinct().count());
            print();
            assertThat(screen.find("tbody tr")).hasCount(MANY);
            assertThat(screen.find("#end")).hasText(MANY + " rows");
            assertThat(screen.find("#narrowed")).containsText(family);
            assertEquals(
                    rows.get(1).split(",", -1)[1],
                    screen.find("tbody td").first().textContent(),
                    "in the order of the page, in both");
            var file = screen.shot("paper-residents");
            assertTrue(Files.exists(file));
            pdf("paper-residents");
            backToTheScreen();
            screen.find(".paper .buttons a").click();
            assertThat(screen.page()).hasURL(Pattern.compile("/admin/users\\?text=[^&]+&sort=-number$"));
        }
    }

    @Test
    void aNoticeIsPrintedForTheWall() {
        var title = "पानी बंद – " + Residents.enrolment();
        var notice = server.operator()
                .post("/api/notices", Api.json("title", title, "text", "சனிக்கிழமை <b>9</b> முதல் 2 வரை."))
                .expect(201)
                .json()
                .get("id");
        screen.go("/admin/notice/sheet?id=" + notice);
        assertThat(screen.page()).hasTitle(title + " · Hostel Chat");
        assertThat(screen.find("h1")).hasText(title);
        assertThat(screen.find(".notice-sheet-text")).hasText("சனிக்கிழமை <b>9</b> முதல் 2 வரை.");
        assertThat(screen.find("footer svg")).isVisible();
        screen.checkWidth();
        screen.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(screen.find(".paper .buttons")).isHidden();
        pdf("paper-notice");
        backToTheScreen();
        screen.find(".paper .buttons a").click();
        assertThat(screen.page()).hasURL(Pattern.compile("/admin/notice\\?id=" + notice + "$"));
        server.operator().delete("/api/notices/" + notice).expect(204);
    }

    /** To be looked at: what comes out of the printer. */
    private Path pdf(String name) {
        var file = screen.shot(name).resolveSibling(name + ".pdf");
        screen.page().pdf(new Page.PdfOptions().setPath(file).setFormat("A4").setPreferCSSPageSize(true));
        return file;
    }

    @Test
    void allMessagesThatWereFoundAreListed() throws IOException {
        var tag = Residents.enrolment();
        var asha = server.residents().student("மீனாட்சி சுந்தரம்");
        try (var line = asha.online()) {
            var scripts = WritingSystem.values();
            for (var i = 0; i < 60; i++) {
                line.say(1, scripts[i % scripts.length].sentence() + " <b>" + i + "</b> " + tag);
            }
            line.say(1, "=1+1 " + tag);
            line.say(1, "दो\nपंक्तियाँ, https://campus.example/समय " + tag);
        }
        screen.go("/admin/messages");
        screen.type("#text", tag);
        screen.find("form.filter button").click();
        assertThat(screen.find("tbody tr")).hasCount(50);
        var rows = csv();
        assertEquals("room,roomName,seq,at,by,name,enrolmentNumber,body,editedAt", rows.get(0));
        assertTrue(rows.stream().anyMatch(row -> row.contains("'=1+1 " + tag)), "no cell is run as a formula");
        assertEquals(61, rows.stream().filter(row -> row.startsWith("1,")).count() - 1, "one of them on two lines");
        print();
        assertThat(screen.find("tbody tr")).hasCount(62);
        assertThat(screen.find("tbody")).containsText("<b>59</b>");
        assertThat(screen.find("tbody a").first()).hasAttribute("href", "https://campus.example/समय");
        pdf("paper-messages");
        backToTheScreen();
        screen.checkAccess();
        assertEquals(422, screen.go("/admin/lists/messages?from=never").status());
        assertThat(screen.find("#from-error, #summary").first()).isVisible();
        assertTrue(screen.path().startsWith("/admin/messages?from=never"), screen.path());
    }

    @Test
    @SuppressWarnings("try") // the people are there while it is open
    void confirmationsAreListedAndWhoIsMissing() throws SQLException, IOException {
        var asha = server.residents().student("மீனாட்சி சுந்தரம்");
        screen.go("/admin/post");
        var title = "पानी की टंकी – <i>" + Residents.enrolment();
        screen.type("#title", title).type("#text", "प्रिय निवासियों,\nशनिवार को पानी नहीं आएगा।");
        screen.find("#acknowledge").check();
        screen.find("#post").click();
        screen.find("tbody a").getByText(title).click();
        var id = screen.path().replaceAll(".*id=(\\d+).*", "$1");
        try (var people = ManyResidents.of(server, "Asked" + Residents.enrolment(), 520)) {
            asha.api()
                    .send("PUT", "/api/notices/" + id + "/acknowledgement", null)
                    .expect(204);
            screen.page().reload();
            assertThat(screen.find(".table-fold tbody tr")).hasCount(100);
            var rows = csv();
            assertEquals("id,name,enrolmentNumber,acknowledged,at,readAt,earlierAt,wing,floor,room", rows.get(0));
            assertTrue(rows.size() > 521);
            assertEquals(1, rows.stream().filter(row -> row.contains(",true,")).count());
            print();
            assertThat(screen.find("h1")).hasText("Not confirmed: " + title);
            assertEquals(rows.size() - 2, screen.find("tbody tr").count());
            pdf("paper-not-confirmed");
            backToTheScreen();
            screen.go("/admin/lists/acknowledgements?show=done&id=" + id);
            assertThat(screen.find("tbody tr")).hasCount(1);
            assertThat(screen.find("tbody")).containsText(asha.name());
        }
        server.operator().delete("/api/notices/" + id).expect(204);
    }

    @Test
    void isForOfficialsAndRefusesWhatIsNotThere() {
        var student = server.residents().student();
        for (var list : List.of("residents", "residents.csv", "messages.csv", "acknowledgements.csv?id=1")) {
            var answer = student.api().get("/admin/lists/" + list);
            assertEquals(403, answer.status(), list);
            assertFalse(answer.body().contains(warden.enrolmentNumber()), list);
        }
        for (var list :
                List.of("", "nothing", "nothing.csv", ".csv", "acknowledgements.csv", "acknowledgements?id=99999999")) {
            assertEquals(404, warden.api().get("/admin/lists/" + list).status(), list);
        }
        var head = warden.api().send("HEAD", "/admin/lists/residents.csv", null);
        assertEquals(200, head.status());
        assertEquals("", head.body());
        assertEquals(
                405,
                warden.api()
                        .send("POST", "/admin/lists/residents.csv", Api.json())
                        .status());
    }
}
