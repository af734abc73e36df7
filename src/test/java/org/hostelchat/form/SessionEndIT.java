package org.hostelchat.form;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/**
 * A form that was sent after the session ended is kept, for its author and nobody else; after signing in one is back on
 * the same page, and is told why the session ended.
 */
@ExtendWith(Hostel.class)
class SessionEndIT {

    private static final WritingSystem HINDI = WritingSystem.HINDI;

    private HostelServer server;
    private Browsers browsers;

    @BeforeEach
    void open(HostelServer shared, Browsers fresh) {
        server = shared;
        browsers = fresh;
    }

    private void end(Residents.Person person) {
        server.operator()
                .delete("/api/users/" + person.enrolmentNumber() + "/sessions")
                .expect(204);
    }

    /** Types a notice, after which the office ends the session, and presses the button. */
    private Screen sendTooLate(Residents.Person warden, String title) {
        var phone = browsers.phone().as(warden);
        phone.go("/admin/post");
        phone.type("#title", title).type("#text", HINDI.text());
        phone.find("#acknowledge").check();
        end(warden);
        phone.find("#post").click();
        assertThat(phone.find("#kept")).isVisible();
        assertThat(phone.find("#reason")).containsText("signed you out on all devices");
        assertFalse(phone.page().content().contains(title), "nobody else reads it in the page");
        return phone;
    }

    private static String only(WritingSystem script) {
        return script.title() + " " + Residents.enrolment().substring(1, 8);
    }

    private long notices(String title) {
        return server.operator().get("/api/notices?limit=500").expect(200).items().stream()
                .filter(notice -> notice.asJsonObject().getString("title").equals(title))
                .count();
    }

    @Test
    void whoSignsInAgainStandsInTheFormWithTheirWordsInIt() {
        var warden = server.residents().admin();
        var title = only(HINDI);
        var phone = sendTooLate(warden, title);
        phone.shot("session-end-kept");
        phone.checkAccess();
        phone.checkWidth();
        phone.type("#login", warden.enrolmentNumber()).type("#password", "यह वह नहीं है");
        phone.find("#enter").click();
        assertThat(phone.find("#summary")).containsText("check both");
        assertThat(phone.find("#kept")).isVisible();
        phone.type("#login", warden.enrolmentNumber()).type("#password", warden.password());
        phone.find("#enter").click();

        assertThat(phone.page()).hasURL(Pattern.compile("/admin/post$"));
        assertThat(phone.find(".word")).containsText("Here is what you wrote");
        for (int look = 0; look < 2; look++) {
            assertThat(phone.find("#title")).hasValue(title);
            assertThat(phone.find("#text")).hasValue(HINDI.text());
            assertThat(phone.find("#acknowledge")).isChecked();
            assertEquals(0, notices(title), "nothing was done yet");
            phone.shot("session-end-restored");
            phone.page().reload();
        }
        phone.find("#post").click();
        assertThat(phone.find(".word")).containsText("on the board");
        assertEquals(1, notices(title));
        phone.go("/admin/post");
        assertThat(phone.find("#title")).hasValue("");
    }

    @Test
    void somebodyElseWhoSignsInThereFindsNothing() {
        var title = only(WritingSystem.TAMIL);
        var phone = sendTooLate(server.residents().admin(), title);
        var other = server.residents().admin();
        phone.type("#login", other.enrolmentNumber()).type("#password", other.password());
        phone.find("#enter").click();
        assertThat(phone.page()).hasURL(Pattern.compile("/admin/post$"));
        assertThat(phone.find("#title")).hasValue("");
        assertThat(phone.find("#text")).hasValue("");
    }

    @Test
    void noPasswordIsTakenAlong() {
        var warden = server.residents().admin();
        var desk = browsers.desktop().as(warden);
        var name = only(WritingSystem.LATIN);
        desk.go("/admin/tokens");
        desk.type("#name", name).type("#password", warden.password());
        end(warden);
        desk.find("#make").click();
        assertThat(desk.find("#kept")).isVisible();
        desk.type("#login", warden.enrolmentNumber()).type("#password", warden.password());
        desk.find("#enter").click();
        assertThat(desk.find("#name")).hasValue(name);
        assertThat(desk.find("#password")).hasValue("");
        assertThat(desk.find(".slip-secret")).hasCount(0);
    }

    @Test
    void whoSignedOutInAnotherTabFindsTheWordsAgain() {
        var warden = server.residents().admin();
        var asha = server.residents().student();
        var desk = browsers.desktop().as(warden);
        desk.go("/admin/user?number=" + asha.enrolmentNumber());
        desk.type("#name", "மீனா – é ₹");
        var other = desk.page().context().newPage();
        other.navigate(desk.page().evaluate("location.origin") + "/devices");
        other.locator("#account summary").click();
        other.locator("#sign-out").click();
        other.waitForURL("**/login*");
        desk.find("#rename").click();
        assertThat(desk.find("#kept")).isVisible();
        desk.type("#login", warden.enrolmentNumber()).type("#password", warden.password());
        desk.find("#enter").click();
        assertThat(desk.find("#name")).hasValue("மீனா – é ₹");
    }

    @Test
    void aCorrectionOfAResidentIsTakenAlongToTheirPage() {
        var warden = server.residents().admin();
        var asha = server.residents().student();
        var desk = browsers.desktop().as(warden);
        desk.go("/admin/user?number=" + asha.enrolmentNumber());
        desk.type("#name", "மீனா – é ₹");
        end(warden);
        desk.find("#rename").click();
        desk.type("#login", warden.enrolmentNumber()).type("#password", warden.password());
        desk.find("#enter").click();
        assertThat(desk.find("#name")).hasValue("மீனா – é ₹");
        assertThat(desk.find("h1")).hasText(asha.name());
        var other = server.residents().student();
        desk.go("/admin/user?number=" + other.enrolmentNumber());
        assertThat(desk.find("#name")).hasValue(other.name());
    }

    @Test
    void oneComesBackToEveryPage() {
        var warden = server.residents().admin();
        var number = "number=" + warden.enrolmentNumber().replace("/", "%2F");
        var notice = server.operator()
                .post("/api/notices", Api.json("title", only(HINDI), "text", "x", "acknowledge", false))
                .expect(201)
                .json();
        var desk = browsers.desktop();
        for (var path : List.of(
                "/chat",
                "/rooms/" + notice.get("room"),
                "/notices?after=9",
                "/password",
                "/devices",
                "/notifications",
                "/admin/",
                "/admin/users?text=%E0%A4%86%E0%A4%B6%E0%A4%BE&sort=name",
                "/admin/messages?author=d%27souza&text=%E2%80%93",
                "/admin/notices",
                "/admin/tokens",
                "/admin/register",
                "/admin/post",
                "/admin/notice?id=" + notice.get("id"),
                "/admin/withdraw?id=" + notice.get("id"),
                "/admin/user?" + number,
                "/admin/act?act=deactivate&" + number)) {
            // The chat is left first: its connection would report the end of the session.
            desk.page().navigate("about:blank");
            desk.context().clearCookies();
            desk.go(path);
            assertThat(desk.page()).hasURL(Pattern.compile("/login\\?next="));
            desk.find("#login").fill(warden.enrolmentNumber());
            desk.find("#password").fill(warden.password());
            desk.find("#enter").click();
            assertThat(desk.page()).hasURL(browsers.url() + path);
        }
    }

    @Test
    void whoIsSignedOutFromAnotherDeviceIsToldSoAndKeepsTheDraftForThemselves() {
        var asha = server.residents().student();
        var phone = browsers.phone().as(asha);
        phone.go("/chat");
        phone.find("#box").pressSequentially(HINDI.sentence());
        var laptop = browsers.desktop().as(asha);
        laptop.go("/devices");
        for (var box : laptop.find("#elsewhere input[type=checkbox]").all()) box.check();
        laptop.type("#password", asha.password());
        laptop.find("#end").click();
        assertThat(phone.find("#reason")).containsText("from another of your devices");
        assertThat(phone.page()).hasURL(Pattern.compile("/login\\?next=%2Fchat"));
        assertThat(laptop.find(".word")).containsText("signed out");

        var other = server.residents().student();
        phone.signIn(other.enrolmentNumber(), other.password());
        assertThat(phone.find("#box")).isVisible();
        assertThat(phone.find("#box")).hasValue("");
        end(other);
        assertThat(phone.find("#reason")).isVisible();
        phone.signIn(asha.enrolmentNumber(), asha.password());
        assertThat(phone.find("#box")).hasValue(HINDI.sentence());
    }

    @Test
    void aResetAndADeactivationAreToldAndTheDraftIsThereAfterTheReset() {
        var asha = server.residents().student();
        var phone = browsers.phone().as(asha);
        phone.go("/chat");
        phone.find("#box").pressSequentially(WritingSystem.TAMIL.sentence());
        var secret = server.operator()
                .post("/api/users/" + asha.enrolmentNumber() + "/password-reset", Api.json())
                .expect(200)
                .json()
                .getString("initialPassword");
        assertThat(phone.find("#reason")).containsText("new first password");
        phone.signIn(asha.enrolmentNumber(), secret);
        assertThat(phone.page()).hasURL(Pattern.compile("/password"));
        phone.type("#next", HINDI.password());
        phone.find("#save").click();
        assertThat(phone.page()).hasURL(Pattern.compile("/chat"));
        assertThat(phone.find("#box")).hasValue(WritingSystem.TAMIL.sentence());
        server.operator()
                .patch("/api/users/" + asha.enrolmentNumber(), Api.json("active", false))
                .expect(200);
        assertThat(phone.find("#reason")).containsText("closed your account");
        assertTrue(phone.path().startsWith("/login"), phone.path());
    }
}
