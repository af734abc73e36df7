package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents;
import org.hostelchat.support.Screen;
import org.hostelchat.support.WritingSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of every page, filled by typing in every script; what was typed is compared with what the API returns. */
@ExtendWith(Hostel.class)
class TypedFormsIT {

    private HostelServer server;
    private Screen screen;

    @BeforeEach
    void open(HostelServer shared, Browsers browsers) {
        server = shared;
        screen = browsers.desktop();
    }

    /** The name of a script's person, made the only one of it. */
    private static String only(WritingSystem script) {
        return script.person() + " " + Residents.enrolment().substring(1, 8);
    }

    private void asWarden(String path) {
        screen.as(server.residents().admin());
        screen.go(path);
    }

    private Locator cell(String text) {
        return screen.find("tbody tr").filter(new Locator.FilterOptions().setHasText(text));
    }

    @ParameterizedTest
    @EnumSource(names = {"HINDI", "LATIN", "EMOJI"})
    void onesNameAndPasswordLetOneIn(WritingSystem script) {
        var name = only(script);
        var newcomer = server.residents().newcomer(name);
        screen.signIn(name, newcomer.password());
        assertThat(screen.page()).hasURL(Pattern.compile("/password"));
        screen.type("#next", script.password());
        screen.find("#save").click();
        assertThat(screen.page()).hasURL(Pattern.compile("/chat"));
        var me = server.api()
                .signIn(newcomer.enrolmentNumber(), script.password())
                .get("/api/me")
                .expect(200)
                .json();
        assertEquals(name, me.getString("name"), "the password is the same for a script");

        screen.go("/password");
        screen.type("#current", script.password()).type("#next", Residents.PASSWORD);
        screen.find("#save").click();
        assertThat(screen.page()).hasURL(Pattern.compile("/chat"));
        screen.context().clearCookies();
        screen.signIn(name, Residents.PASSWORD);
        assertThat(screen.page()).hasURL(Pattern.compile("/chat"));
    }

    @Test
    void aResidentIsRegisteredRenamedAndFound() {
        screen.as(server.residents().admin());
        for (var script : WritingSystem.values()) registerRenameAndFind(script);
    }

    private void registerRenameAndFind(WritingSystem script) {
        screen.go("/admin/register");
        var name = only(script);
        var number = Residents.enrolment();
        screen.type("#name", name).type("#enrolmentNumber", number);
        screen.find("#register").click();
        assertThat(screen.find(".slip")).containsText(name);
        assertEquals(name, nameOf(number));

        screen.find("a[href='/admin/users']").first().click();
        screen.type("#text", name);
        screen.find("form.filter button").click();
        assertThat(screen.find("#text")).hasValue(name);
        assertThat(screen.find("tbody th")).hasText(name);
        screen.find("tbody a").click();
        screen.type("#name", name + " " + script.word());
        screen.find("#rename").click();
        assertThat(screen.find("h1")).hasText(name + " " + script.word());
        assertEquals(name + " " + script.word(), nameOf(number));
    }

    private String nameOf(String number) {
        return server.operator().get("/api/users/" + number).expect(200).json().getString("name");
    }

    @Test
    void aNoticeIsPostedAndEdited() {
        screen.as(server.residents().admin());
        for (var script : WritingSystem.values()) postAndEdit(script);
    }

    private void postAndEdit(WritingSystem script) {
        screen.go("/admin/post");
        screen.type("#title", script.title()).type("#text", script.text());
        screen.find("#post").click();
        assertThat(screen.find(".word")).containsText("on the board");
        assertThat(screen.find("tbody a").first()).hasText(script.title());
        screen.find("tbody a").first().click();
        assertThat(screen.find("#text")).hasValue(script.text());
        screen.type("#title", script.title() + " " + script.word()).type("#text", script.sentence());
        screen.find("#save").click();
        assertThat(screen.find("h1")).hasText(script.title() + " " + script.word());
        var notice = server.operator()
                .get("/api/notices?limit=1")
                .expect(200)
                .items()
                .getJsonObject(0);
        assertEquals(script.title() + " " + script.word(), notice.getString("title"));
        assertEquals(script.sentence(), notice.getString("text"));
        screen.find("a.danger").click();
        screen.find("#yes").click();
        assertThat(screen.find(".word")).containsText("off the board");
    }

    @Test
    void whatIsWrittenInTheTalkIsFoundInTheConsole() {
        var tag = " " + Residents.enrolment().substring(1, 8);
        screen.as(server.residents().student());
        screen.go("/chat");
        for (var script : WritingSystem.values()) {
            screen.say(script.sentence() + tag);
            assertThat(screen.find(".message:not(.message-pending) .message-body")
                            .last())
                    .hasText(script.sentence() + tag);
        }
        asWarden("/admin/messages");
        for (var script : WritingSystem.values()) {
            screen.type("#text", script.sentence() + tag);
            screen.find("form.filter button").click();
            assertThat(screen.find("#text")).hasValue(script.sentence() + tag);
            assertThat(screen.find("tbody .text")).hasText(script.sentence() + tag);
        }
    }

    @Test
    void onesPasswordSignsOutAnotherDevice() {
        var person = server.residents().student();
        var other = person.signIn();
        screen.as(person);
        screen.go("/devices");
        screen.find("#elsewhere input[type=checkbox]").first().check();
        screen.find("#elsewhere input[type=checkbox]").last().check();
        screen.type("#password", Residents.PASSWORD);
        screen.find("#end").click();
        assertThat(screen.find(".word")).containsText("signed out");
        other.get("/api/me").expect(401);
    }

    @Test
    void aTokenHasAName() {
        screen.as(server.residents().admin());
        for (var script : WritingSystem.values()) makeAndRevoke(script);
    }

    private void makeAndRevoke(WritingSystem script) {
        screen.go("/admin/tokens");
        screen.type("#name", only(script));
        var name = screen.find("#name").inputValue();
        screen.type("#password", Residents.PASSWORD);
        screen.find("#make").click();
        assertThat(screen.find("#slip-title")).hasText(name);
        server.api()
                .bearer(screen.find(".slip-secret").innerText())
                .get("/api/users")
                .expect(200);
        cell(name).locator("a").click();
        assertThat(screen.find("h1")).containsText(name);
        screen.find("#yes").click();
        assertThat(screen.find(".word")).containsText("does not work");
    }

    @Test
    void whatWasTypedStandsInTheFormThatIsRefused() {
        screen.as(server.residents().admin());
        for (var script : WritingSystem.values()) {
            screen.go("/admin/post");
            screen.type("#title", script.title())
                    .type("#text", script.text())
                    .find("#until")
                    .fill("2001-01-01");
            screen.find("#post").click();
            assertThat(screen.find("#until-error")).isVisible();
            assertThat(screen.find("#title")).hasValue(script.title());
            assertThat(screen.find("#text")).hasValue(script.text());
            screen.go("/admin/register");
            screen.type("#name", script.person()).type("#enrolmentNumber", script.word());
            screen.find("#register").click();
            assertThat(screen.find("#enrolmentNumber-error")).isVisible();
            assertThat(screen.find("#name")).hasValue(script.person());
            assertThat(screen.find("#enrolmentNumber")).hasValue(script.word());
        }
    }

    @Test
    void aLinkLeadsToWhatIsLookedFor() {
        var name = only(WritingSystem.HINDI);
        server.residents().newcomer(name);
        asWarden("/admin/users?text=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
        assertThat(screen.find("#text")).hasValue(name);
        assertThat(screen.find("tbody th")).hasText(name);
        screen.find("thead a").getByText("Number").click();
        assertThat(screen.find("tbody th")).hasText(name);
    }

    @Test
    void aNewcomerIsSentOnToTheAddressTheyAskedFor() {
        server.residents().newcomer();
        var warden = server.residents().admin(only(WritingSystem.TAMIL));
        screen.go("/admin/users?text=%E0%AE%AE");
        assertThat(screen.page()).hasURL(Pattern.compile("/login\\?next="));
        screen.signIn(warden.name(), Residents.PASSWORD);
        assertThat(screen.find("#text")).hasValue("ம");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "; charset=UTF-8", "; charset=iso-8859-1", "; charset=nonsense", "; charset=utf-16"})
    void aFormSaysHowItIsWritten(String charset) {
        var form = "sign-in=sign-in&jakarta.faces.ViewState=stateless&enter=x&password=x&login=%C3%A9";
        var answer = server.api()
                .send("POST", "/login", BodyPublishers.ofString(form), "application/x-www-form-urlencoded" + charset);
        assertTrue(answer.status() < 500, answer.toString());
        if (charset.isEmpty() || charset.endsWith("UTF-8"))
            assertTrue(answer.body().contains("\"é\""), answer.body());
    }
}
