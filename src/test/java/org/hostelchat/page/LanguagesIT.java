package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hostelchat.support.Api.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.Cookie;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hostelchat.support.ApiResponse;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents;
import org.hostelchat.support.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The pages in other languages than English: how a language is chosen, that pages and refusals use it, and that longer
 * texts fit.
 */
@ExtendWith(Hostel.class)
class LanguagesIT {

    private static final List<String> PAGES = List.of(
            "/chat",
            "/notices",
            "/devices",
            "/notifications",
            "/password",
            "/admin/",
            "/admin/users",
            "/admin/register",
            "/admin/messages",
            "/admin/notices",
            "/admin/post",
            "/admin/tokens",
            "/admin/record");

    private static void choose(Screen screen, String ownName) {
        screen.find(".languages button")
                .filter(new Locator.FilterOptions().setHasText(ownName))
                .click();
    }

    /** Typed in Hindi, from the sign-in page to a notice; what is refused is refused in Hindi. */
    @Test
    void theOfficeWorksInHindi(HostelServer server, Browsers browsers) {
        var warden = server.residents().admin();
        var screen = browsers.phone();
        screen.go("/login?next=/admin/register");
        choose(screen, "हिन्दी");
        assertThat(screen.page()).hasURL(Pattern.compile("/login\\?next=/admin/register$"));
        assertThat(screen.find("html")).hasAttribute("lang", "hi");
        assertThat(screen.find("label[for=login]")).hasText("नाम या एनरोलमेंट नंबर");

        screen.type("#login", warden.enrolmentNumber());
        screen.type("#password", "गलत पासवर्ड है");
        screen.find("#enter").click();
        assertThat(screen.find("#summary")).containsText("नाम या नंबर, या पासवर्ड गलत है।");
        screen.type("#password", warden.password());
        screen.find("#enter").click();

        assertThat(screen.find("h1")).hasText("निवासी रजिस्टर करें");
        screen.type("#name", "आशा राव");
        screen.find("#register").click();
        assertThat(screen.find("#enrolmentNumber-error")).hasText("कृपया एनरोलमेंट नंबर लिखें।");
        screen.type("#enrolmentNumber", Residents.enrolment());
        screen.type("#name", "आशा " + Residents.enrolment());
        screen.find("#register").click();
        assertThat(screen.find("h1")).containsText("रजिस्टर हो गए हैं");

        screen.go("/admin/post");
        screen.type("#title", "पानी की सप्लाई");
        screen.find("#post").click();
        assertThat(screen.find("#text-error")).hasText("कृपया कुछ लिखें।");
        screen.type("#text", "कल सुबह 6 बजे से पानी नहीं आएगा।");
        screen.find("#post").click();
        assertThat(screen.find("main [role=status]")).containsText("बोर्ड पर लग गया है");
    }

    @Test
    void aChoiceIsKeptWithTheAccountAndOnTheDevice(HostelServer server, Browsers browsers) {
        var ravi = server.residents().student("Ravi");
        var phone = browsers.phone();
        phone.as(ravi);
        phone.go("/devices");
        phone.find("#account summary").click();
        choose(phone, "हिन्दी");
        assertThat(phone.page()).hasURL(Pattern.compile("/devices$"));
        assertThat(phone.find("h1")).hasText("आपके डिवाइस");
        var desk = browsers.desktop();
        desk.as(ravi);
        desk.go("/notices");
        assertThat(desk.find("html")).hasAttribute("lang", "hi");
        phone.context().clearCookies();
        phone.go("/login");
        assertThat(phone.find("html")).hasAttribute("lang", "en");
    }

    /** Choosing a language loads the page anew: the name stays, the password does not, also where it is shown. */
    @Test
    void whatWasTypedStaysWhenALanguageIsChosen(Browsers browsers) {
        var screen = browsers.phone();
        screen.go("/login");
        screen.type("#login", "आनंदी குமார் – é");
        screen.type("#password", "not to be kept");
        screen.find("[data-reveal=password]").click();
        screen.find("#remember").check();
        choose(screen, "தமிழ்");
        assertThat(screen.find("html")).hasAttribute("lang", "ta");
        assertThat(screen.find("#login")).hasValue("आनंदी குமார் – é");
        assertThat(screen.find("#remember")).isChecked();
        assertThat(screen.find("#password")).hasValue("");
        screen.page().reload();
        assertThat(screen.find("#login")).hasValue("");
    }

    /** Both are stored in English, and are not anybody's own words. */
    @Test
    void theCommonRoomIsCalledInTheReadersLanguage(HostelServer server, Browsers browsers) {
        var screen = browsers.desktop().as(server.residents().student("Ravi"));
        screen.go("/chat");
        screen.find("#account summary").click();
        choose(screen, "اردو");
        assertThat(screen.find("#room-name")).hasText("سب کا روم");
        assertThat(screen.find("#room-list .room-name").first()).hasText("سب کا روم");
    }

    @Test
    void urduIsLaidOutFromRightToLeft(Browsers browsers) {
        var screen = browsers.desktop();
        screen.go("/login");
        choose(screen, "اردو");
        assertThat(screen.find("html")).hasAttribute("dir", "rtl");
        assertThat(screen.find("html")).hasAttribute("lang", "ur");
        screen.checkWidth();
    }

    @Test
    void onlyALanguageOfOursIsTakenAndOnlyAPathOfOursFollowed(HostelServer server) {
        var answer = sent(server, "language=hi&back=//evil.example/");
        assertEquals(303, answer.status());
        assertEquals("/", answer.header("Location"));
        assertTrue(
                answer.header("Set-Cookie").startsWith("hostel_language_" + server.port() + "=hi;"),
                answer.header("Set-Cookie"));
        assertEquals(400, sent(server, "language=xx&back=/login").status());
        assertEquals(400, sent(server, "language=en-XA&back=/login").status());
    }

    private static ApiResponse sent(HostelServer server, String form) {
        return server.api()
                .send("POST", "/language", BodyPublishers.ofString(form), "application/x-www-form-urlencoded");
    }

    /** Scripts go by slugs and read English; a browser's modules ask for the language of the page. */
    @Test
    void theApiSpeaksTheLanguageItIsAskedIn(HostelServer server) {
        var login = json("login", "nobody", "password", "wrong wrong wrong", "remember", false);
        var english = server.api().post("/api/session", login).expectProblem(401, "wrong-credentials");
        assertTrue(english.body().contains("The name or number, or the password, is wrong."), english.body());
        var french = server.api().header("Accept-Language", "fr").post("/api/session", login);
        assertEquals(english.body(), french.body());
        var hindi = server.api().header("Accept-Language", "hi-IN,en;q=0.5").post("/api/session", login);
        hindi.expectProblem(401, "wrong-credentials");
        assertTrue(hindi.body().contains("नाम या नंबर, या पासवर्ड गलत है।"), hindi.body());
    }

    @Test
    void whatIsWrongWithACallIsSaidInTheLanguageOfWhoIsSignedIn(HostelServer server) {
        var asha = server.residents().student("आशा").api();
        asha.send(
                "POST",
                "/language",
                BodyPublishers.ofString("language=ta&back=/chat"),
                "application/x-www-form-urlencoded");
        var wrong = json("body", 5);
        var own = asha.put("/api/rooms/1/messages/" + UUID.randomUUID(), wrong).expectProblem(422, "wrong-fields");
        assertTrue(own.body().contains("இது உரையாக இருக்க வேண்டும்."), own.body());
        var asked = asha.header("Accept-Language", "hi")
                .put("/api/rooms/1/messages/" + UUID.randomUUID(), wrong)
                .expectProblem(422, "wrong-fields");
        assertTrue(asked.body().contains("यह टेक्स्ट होना चाहिए।"), asked.body());
    }

    /** Words that are 40 % longer than English: nothing is wider than a small phone. */
    @Test
    void thereIsRoomForLongerWords(HostelServer server, Browsers browsers) {
        var warden = server.residents().admin();
        var screen = browsers.phone();
        var url = browsers.url();
        screen.context()
                .addCookies(List.of(new Cookie("hostel_language_" + url.getPort(), "en-XA")
                        .setDomain(url.getHost())
                        .setPath("/")));
        screen.go("/login");
        assertThat(screen.find("label[for=login]")).containsText("~");
        screen.checkWidth();
        screen.as(warden);
        for (var page : PAGES) {
            screen.go(page);
            assertThat(screen.find("html")).hasAttribute("lang", "en-XA");
            screen.checkWidth();
        }
    }
}
