package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.hostelchat.support.Api;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Device;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents;
import org.hostelchat.support.Screen;
import org.hostelchat.support.WritingSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What all forms have in common: the attributes of their fields, and where errors are shown on a small screen. */
@ExtendWith(Hostel.class)
class FormsIT {

    private HostelServer server;
    private Browsers browsers;

    @BeforeEach
    void open(HostelServer shared, Browsers fresh) {
        server = shared;
        browsers = fresh;
    }

    /** The page /setup, which a hostel in use has no more, is looked at by FirstStartIT. */
    @Test
    void noKeyboardChangesWhatIsTypedIntoAField() {
        var warden = server.residents().admin();
        warden.signIn();
        var notice = server.operator()
                .post("/api/notices", Api.json("title", "Gate", "text", "At ten.", "acknowledge", true))
                .expect(201)
                .json();
        var stranger = browsers.desktop();
        stranger.go("/login");
        stranger.checkFields();
        var newcomer = browsers.desktop().as(server.residents().newcomer());
        newcomer.go("/password");
        newcomer.checkFields();
        var screen = browsers.desktop().as(warden);
        var number = "number=" + warden.enrolmentNumber();
        for (var path : List.of(
                "/chat",
                "/notices",
                "/password",
                "/devices",
                "/notifications",
                "/admin/users",
                "/admin/users?text=" + warden.enrolmentNumber(),
                "/admin/messages",
                "/admin/register",
                "/admin/post",
                "/admin/tokens",
                "/admin/notice?id=" + notice.get("id"),
                "/admin/withdraw?id=" + notice.get("id"),
                "/admin/user?" + number,
                "/admin/act?act=delete&" + number,
                "/admin/act?act=deactivate&" + number)) {
            assertEquals(200, screen.go(path).status(), path);
            screen.checkFields();
        }
    }

    @Test
    void anErrorStandsOnceAndLeavesTheButtonInSight() {
        var asha = server.residents().student("Asha");
        var newcomer = server.residents().newcomer("Newcomer Das");
        var warden = server.residents().admin("Warden");
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            var login = browsers.open(Device.PHONE, scheme);
            login.go("/login");
            login.find("#enter").click();
            assertSaidOnce(login, "Please give your password.", "#enter", "forms-login-empty");
            assertThat(login.find("#login")).isFocused();
            login.find("#login").fill("nobody");
            login.find("#password").fill("not the one");
            login.find("#enter").click();
            assertSaidOnce(login, "Please check both and try again", "#enter", "forms-login-wrong");

            var first = browsers.open(Device.PHONE, scheme).as(newcomer);
            first.go("/password");
            first.find("#next").fill("short");
            first.find("#save").click();
            assertSaidOnce(first, "Please use at least 10 characters", "#save", "forms-first-password");

            var own = browsers.open(Device.PHONE, scheme).as(asha);
            own.go("/password");
            own.find("#current").fill(asha.password());
            own.find("#next").fill("short");
            own.find("#save").click();
            assertSaidOnce(own, "Please use at least 10 characters", "#save", "forms-password");

            var desk = browsers.open(Device.PHONE, scheme).as(warden);
            desk.go("/admin/register");
            desk.find("#name").fill("Meera Iyer");
            desk.find("#enrolmentNumber").fill("no such sign!");
            desk.find("#register").click();
            assertSaidOnce(desk, "only the letters A to Z", "#register", "forms-register");
            assertThat(desk.find("#enrolmentNumber")).isFocused();
        }
    }

    @Test
    void aPasswordThatWasRightIsNotAskedForAgainAndTheNewOneIsSaidToBeSaved() {
        var asha = server.residents().student();
        var phone = browsers.phone().as(asha);
        phone.go("/password");
        phone.find("#current").fill("wrong wrong wrong");
        phone.find("#next").fill("short");
        phone.find("#save").click();
        assertThat(phone.find("#current-error")).containsText("not your current password");
        phone.find("#current").fill(asha.password());
        phone.find("#next").fill("short");
        phone.find("#save").click();
        assertThat(phone.find("#next-error")).isVisible();
        assertThat(phone.find("#current")).hasCount(0);
        phone.type("#next", WritingSystem.HINDI.password());
        phone.find("#save").click();
        assertThat(phone.find("#says")).containsText("Your new password is saved.");
        assertThat(phone.page()).hasURL(Pattern.compile("/chat$"));
    }

    @Test
    void whatCannotBeTakenBackAsksForOnesPasswordAgain() throws SQLException {
        var warden = server.residents().admin("Warden");
        var asha = server.residents().student("Asha");
        var screen = browsers.desktop().as(warden);
        var number = "number=" + asha.enrolmentNumber();
        longAgo(warden);
        warden.api()
                .post("/api/users/" + asha.enrolmentNumber() + "/password-reset", Api.json())
                .expectProblem(403, "confirm-password");
        for (var act : List.of("make-admin", "reset-password", "delete")) {
            longAgo(warden);
            screen.go("/admin/act?act=" + act + "&" + number);
            if (act.equals("delete")) screen.find("#typed").fill(asha.enrolmentNumber());
            screen.find("#yes").click();
            assertThat(screen.find("#password-error")).containsText("your own password");
            screen.find("#password").fill("not the one");
            screen.find("#yes").click();
            assertThat(screen.find("#password-error")).containsText("not your current password");
            if (act.equals("delete")) assertThat(screen.find("#typed")).hasValue(asha.enrolmentNumber());
            screen.find("#password").fill(warden.password());
            screen.find("#yes").click();
            assertThat(screen.find("#yes")).hasCount(0);
        }
        screen.go("/admin/tokens");
        screen.find("#name").fill("within ten minutes");
        screen.find("#make").click();
        assertThat(screen.find("#password-error")).containsText("your password");
        screen.find("#password").fill(warden.password());
        screen.find("#make").click();
        assertThat(screen.find(".slip-secret")).isVisible();

        longAgo(warden);
        screen.go("/admin/register");
        screen.find("#name").fill("Second Warden");
        screen.find("#enrolmentNumber").fill(Residents.enrolment());
        screen.find("#official").check();
        screen.find("#register").click();
        screen.find("#password").fill(warden.password());
        screen.find("#register").click();
        assertThat(screen.find(".slip-secret")).isVisible();
    }

    /** As if their password had been given eleven minutes ago. */
    private void longAgo(Residents.Person person) throws SQLException {
        try (var database = server.database();
                var statement = database.prepareStatement(
                        "update sessions set authenticated_at = authenticated_at - 660000 where user_id = ?")) {
            statement.setLong(1, person.id());
            assertTrue(statement.executeUpdate() > 0);
        }
    }

    @Test
    void noOfficialLosesTheirOfficeByOneClick() {
        var warden = server.residents().admin("Warden Who Slips");
        var screen = browsers.phone().as(warden);
        var own = "&number=" + warden.enrolmentNumber();
        for (var act : List.of("unmake-admin", "deactivate", "delete")) {
            screen.go("/admin/act?act=" + act + own);
            assertThat(screen.find("main")).containsText("This is your own account");
            screen.find("#yes").click();
            assertThat(screen.find("#typed-error")).isVisible();
            screen.checkWidth();
            screen.shot("forms-own-" + act);
        }
        warden.api().get("/api/users").expect(200);
        screen.go("/admin/act?act=deactivate" + own);
        screen.find("#typed").fill(warden.enrolmentNumber());
        screen.find("#yes").click();
        assertThat(screen.find("#reason")).containsText("closed your account");
        warden.api().get("/api/users").expect(401);
    }

    @Test
    void aSecondPersonOfTheSameNameIsPointedOut() {
        var name = WritingSystem.HINDI.person() + " " + Residents.enrolment().substring(1, 8);
        var first = server.residents().student(name);
        var screen = browsers.desktop().as(server.residents().admin("Warden"));
        var number = Residents.enrolment();
        screen.go("/admin/register");
        screen.type("#name", " \u200b" + name.replace(" ", "\u00a0")).type("#enrolmentNumber", number);
        screen.find("#register").click();
        assertThat(screen.find("#namesakes")).containsText(first.enrolmentNumber());
        screen.type("#name", name + " द्वितीय").type("#name", name);
        screen.find("#register").click();
        var secret = screen.find(".slip-secret").innerText();

        var phone = browsers.phone();
        phone.signIn(name, first.password());
        assertThat(phone.find("#summary")).containsText("with your name any more");
        assertThat(phone.find("#summary")).containsText(first.enrolmentNumber());
        phone.signIn(name, "यह वह नहीं है");
        assertThat(phone.find("#summary")).not().containsText(first.enrolmentNumber());
        server.api().signIn(number, secret);

        screen.go("/admin/user?number=" + number);
        screen.type("#name", name + " द्वितीय").type("#enrolmentNumber", number + "/B");
        screen.find("#rename").click();
        assertThat(screen.find(".word")).containsText("Saved");
        assertThat(screen.find("h1")).hasText(name + " द्वितीय");
        screen.type("#name", name);
        screen.find("#rename").click();
        assertThat(screen.find("#namesakes")).containsText(first.enrolmentNumber());
        screen.find("#rename").click();
        assertThat(screen.find("h1")).hasText(name);
        server.api().signIn(number + "/B", secret);
    }

    @Test
    void whoWasThrownOutIsToldWhy() {
        var asha = server.residents().student("Asha");
        var phone = browsers.phone().as(asha).as(asha);
        phone.go("/chat");
        server.operator()
                .post("/api/users/" + asha.enrolmentNumber() + "/password-reset", Api.json())
                .expect(200);
        assertThat(phone.find("#reason")).containsText("new first password");
        assertEquals("/login?next=%2Fchat", phone.path());
        phone.shot("forms-thrown-out");
        phone.checkAccess();
    }

    /** The words stand at one place, and one sees both them and what to press next without scrolling. */
    private static void assertSaidOnce(Screen screen, String words, String button, String picture) {
        var said = screen.page().getByText(words, new Page.GetByTextOptions().setExact(false));
        assertThat(said).hasCount(1);
        screen.shot(picture);
        assertInSight(screen, said);
        assertInSight(screen, screen.find(button));
    }

    private static void assertInSight(Screen screen, Locator what) {
        var box = what.boundingBox();
        var height = ((Number) screen.page().evaluate("innerHeight")).doubleValue();
        assertTrue(
                box.y >= 0 && box.y + box.height <= height,
                what + " ends at " + (box.y + box.height) + " of " + height + " px");
    }
}
