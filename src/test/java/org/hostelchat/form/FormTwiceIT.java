package org.hostelchat.form;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.hostelchat.support.ApiResponse;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Device;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.PageForm;
import org.hostelchat.support.Residents;
import org.hostelchat.support.Screen;
import org.hostelchat.support.SlowLine;
import org.hostelchat.support.WritingSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A form is executed once: sent twice at the same time, twice in a row, and tapped twice on a slow connection. */
@ExtendWith(Hostel.class)
class FormTwiceIT {

    private static final Pattern SECRET = Pattern.compile("class=\"slip-secret[^\"]*\"[^>]*>([^<]+)<");

    private HostelServer server;

    @BeforeEach
    void open(HostelServer shared) {
        server = shared;
    }

    /** Sends it three times at once, and once more. */
    private static List<ApiResponse> often(PageForm form) throws Exception {
        var taps = Executors.newFixedThreadPool(3);
        try {
            Callable<ApiResponse> tap = form::send;
            var answers = new java.util.ArrayList<ApiResponse>();
            for (var answer : taps.invokeAll(List.of(tap, tap, tap))) answers.add(answer.get());
            answers.add(form.send());
            return answers;
        } finally {
            taps.shutdownNow();
        }
    }

    private static void assertSame(List<ApiResponse> answers) {
        for (var answer : answers) {
            assertEquals(answers.get(0).status(), answer.status(), answer.toString());
            assertEquals(answers.get(0).body(), answer.body());
            assertEquals(answers.get(0).header("Location"), answer.header("Location"));
        }
    }

    private static String secret(List<ApiResponse> answers) {
        assertSame(answers);
        var found = SECRET.matcher(answers.get(0).body());
        assertTrue(found.find(), answers.get(0).toString());
        return found.group(1);
    }

    private long notices(String title) {
        return server.operator().get("/api/notices?limit=500").expect(200).items().stream()
                .filter(notice -> notice.asJsonObject().getString("title").equals(title))
                .count();
    }

    private long tokens(String name) {
        return server.operator().get("/api/tokens?limit=500").expect(200).items().stream()
                .filter(token -> token.asJsonObject().getString("name").equals(name))
                .count();
    }

    private static String only(WritingSystem script) {
        return script.title() + " " + Residents.enrolment().substring(1, 8);
    }

    private static PageForm posting(Residents.Person warden, String title) {
        return PageForm.of(warden.api(), "/admin/post", "posting")
                .with("title", title)
                .with("text", WritingSystem.HINDI.text())
                .with("post", "Post the notice");
    }

    @Test
    void aNoticeIsPostedOnce() throws Exception {
        var title = only(WritingSystem.HINDI);
        var answers = often(posting(server.residents().admin(), title));
        assertEquals(302, answers.get(0).status());
        assertSame(answers);
        assertEquals(1, notices(title));
    }

    /** As somebody does who is asked about a namesake and goes back to correct the name. */
    @Test
    void aFormThatWasAnsweredWithAQuestionDidNothing() {
        var warden = server.residents().admin();
        var first = server.residents().student(only(WritingSystem.HINDI));
        var form = PageForm.of(warden.api(), "/admin/register", "registration")
                .with("name", first.name())
                .with("enrolmentNumber", Residents.enrolment())
                .with("register", "Register");
        assertTrue(form.send().expect(200).body().contains("id=\"namesakes\""));
        var corrected = form.with("name", only(WritingSystem.TAMIL)).send().expect(200);
        assertTrue(SECRET.matcher(corrected.body()).find(), corrected.body());
    }

    @Test
    void otherWordsUnderTheSameTokenAreShownAndNotPosted() {
        var title = only(WritingSystem.TAMIL);
        var form = posting(server.residents().admin(), title);
        form.send().expect(302);
        var other = title + " – और";
        var shown = form.with("title", other).send().expect(200);
        assertTrue(shown.body().contains("This form was already sent"), shown.body());
        assertTrue(shown.body().contains(other), shown.body());
        assertFalse(shown.body().contains(form.value("once")), "with a token of its own");
        assertEquals(0, notices(other));
        assertEquals(1, notices(title));
    }

    @Test
    void whatWasRefusedCanBeMendedUnderTheSameToken() {
        var title = only(WritingSystem.LATIN);
        var form = posting(server.residents().admin(), title).with("until", "2001-01-01");
        form.send().expect(422);
        form.send().expect(422);
        form.with("until", "").send().expect(302);
        assertEquals(1, notices(title));
    }

    @Test
    void somebodyIsRegisteredOnceAndTheirFirstPasswordIsInEveryAnswer() throws Exception {
        var number = Residents.enrolment();
        var secret = secret(often(PageForm.of(server.residents().admin().api(), "/admin/register", "registration")
                .with("name", only(WritingSystem.HINDI))
                .with("enrolmentNumber", number)
                .with("register", "Register")));
        server.api().signIn(number, secret);
    }

    @Test
    void aPasswordIsResetOnce() throws Exception {
        var asha = server.residents().student();
        var form = PageForm.of(
                        server.residents().admin().api(),
                        "/admin/act?act=reset-password&number=" + asha.enrolmentNumber(),
                        "confirm")
                .with("yes", "Reset");
        var secret = secret(often(form));
        server.api().signIn(asha.enrolmentNumber(), secret);
    }

    @Test
    void aTokenIsMadeOnce() throws Exception {
        var name = only(WritingSystem.TURKISH);
        var secret = secret(often(PageForm.of(server.residents().admin().api(), "/admin/tokens", "making")
                .with("name", name)
                .with("scope", "READ")
                .with("password", Residents.PASSWORD)
                .with("make", "Make a token")));
        assertEquals(1, tokens(name));
        server.api().bearer(secret).get("/api/users").expect(200);
    }

    @Test
    void onePersonsFormDoesNothingForAnother() {
        var title = only(WritingSystem.URDU);
        var mine = posting(server.residents().admin(), title);
        var theirs = posting(server.residents().admin(), title).with("once", mine.value("once"));
        assertTrue(theirs.send().expect(302).header("Location").endsWith("done=anothers"));
        assertEquals(0, notices(title));
        mine.send().expect(302);
        assertEquals(1, notices(title));
    }

    /** With scripts the button rests after the first tap; without them the server sees to it. */
    @Test
    void twoTapsOnASlowLineAreOne() {
        try (var line = new SlowLine(server, 400, 2_000_000);
                var slow = new Browsers(line.port())) {
            for (var javaScript : new boolean[] {true, false}) {
                var warden = server.residents().admin();
                var phone =
                        slow.open(Device.PHONE, ColorScheme.LIGHT, javaScript).as(warden);
                var title = only(WritingSystem.HINDI);
                phone.go("/admin/post");
                phone.type("#title", title).type("#text", WritingSystem.HINDI.text());
                tapTwice(phone, "#post", () -> assertThat(phone.find(".word")).containsText("on the board"));
                assertEquals(1, notices(title));

                var number = Residents.enrolment();
                phone.go("/admin/register");
                phone.type("#name", only(WritingSystem.TAMIL)).type("#enrolmentNumber", number);
                tapTwice(phone, "#register", () -> assertThat(phone.find(".slip-secret"))
                        .isVisible());
                server.api().signIn(number, phone.find(".slip-secret").innerText());

                phone.go("/admin/act?act=reset-password&number=" + number);
                tapTwice(phone, "#yes", () -> assertThat(phone.find(".slip-secret"))
                        .isVisible());
                server.api().signIn(number, phone.find(".slip-secret").innerText());

                var token = only(WritingSystem.EMOJI);
                phone.go("/admin/tokens");
                phone.type("#name", token).type("#password", Residents.PASSWORD);
                tapTwice(phone, "#make", () -> assertThat(phone.find(".slip-secret"))
                        .isVisible());
                assertEquals(1, tokens(token));
                server.api()
                        .bearer(phone.find(".slip-secret").innerText())
                        .get("/api/users")
                        .expect(200);
            }
        }
    }

    /** By the place of the button and not by the button, which may be gone or resting the second time. */
    private static void tapTwice(Screen phone, String button, Runnable then) {
        phone.find(button).scrollIntoViewIfNeeded();
        var box = phone.find(button).boundingBox();
        Consumer<Integer> tap = time -> phone.page().mouse().click(box.x + box.width / 2, box.y + box.height / 2);
        tap.accept(1);
        tap.accept(2);
        then.run();
    }
}
