package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.regex.Pattern;
import org.hostelchat.support.Api;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Screen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Back on a phone closes what was opened last, and leaves the chat only when nothing is open. */
@ExtendWith(Hostel.class)
class BackIT {

    private HostelServer server;
    private Screen phone;

    @BeforeEach
    void open(HostelServer shared, Browsers browsers) {
        server = shared;
        phone = browsers.phone().as(server.residents().student("Ravi Menon").doneWithTheBoard());
        phone.go("/notices");
        phone.go("/chat");
        waitForTheTalk();
    }

    private void waitForTheTalk() {
        assertThat(phone.find("#here-list li").first()).isAttached();
    }

    private void back() {
        phone.page().evaluate("history.back()");
    }

    private void assertOnlyTheTalkIsLeft() {
        assertThat(phone.find("#box")).isVisible();
        assertThat(phone.find("#side")).isHidden();
        assertEquals("/chat", phone.path());
        back();
        assertThat(phone.page()).hasURL(Pattern.compile("/notices$"));
    }

    @Test
    void closesAPanelAlsoAfterAnother() {
        phone.find("[data-open-panel=rooms]").click();
        assertThat(phone.find("#side")).isVisible();
        phone.find("[data-open-panel=here]").click();
        assertThat(phone.find("#here")).isVisible();
        back();
        assertThat(phone.find("#here")).isHidden();
        assertOnlyTheTalkIsLeft();
    }

    @Test
    void leavesNoTraceOfWhatWasClosedByHand() {
        phone.find("[data-open-panel=rooms]").click();
        phone.find("[data-open-panel=talk]").click();
        phone.find("#account summary").click();
        phone.find("#account summary").click();
        phone.find("[data-open-panel=here]").click();
        phone.page().keyboard().press("Escape");
        assertThat(phone.find("#here")).isHidden();
        phone.page().waitForFunction("!history.state?.layers");
        assertOnlyTheTalkIsLeft();
    }

    @Test
    void closesTheAccountMenuOnEveryPage() {
        phone.find("#account summary").click();
        assertThat(phone.find("#sign-out")).isVisible();
        back();
        assertThat(phone.find("#sign-out")).isHidden();
        phone.go("/notices");
        phone.find("#account summary").click();
        back();
        assertThat(phone.find("#sign-out")).isHidden();
        assertEquals("/notices", phone.path());
        phone.find("#account summary").click();
        phone.find("#account").getByText("Change password").click();
        assertThat(phone.page()).hasURL(Pattern.compile("/password$"));
        back();
        assertThat(phone.page()).hasURL(Pattern.compile("/notices$"));
    }

    @Test
    void closesTheMenuOfAMessageAndTheQuestionAfterIt() {
        phone.find("#box").fill("नमस्ते");
        phone.find("#send").click();
        phone.find(".message-menu[data-mine]").last().click();
        assertThat(phone.find(".float-menu")).isVisible();
        back();
        assertThat(phone.find(".float-menu")).hasCount(0);
        phone.find(".message-menu[data-mine]").last().click();
        phone.find(".menu-item-danger").click();
        assertThat(phone.find("dialog")).isVisible();
        back();
        assertThat(phone.find("dialog")).hasCount(0);
        assertThat(phone.find(".message-body").last()).hasText("नमस्ते");
        assertOnlyTheTalkIsLeft();
    }

    @Test
    void leadsFromADiscussionToWhereOneCameFrom() {
        var notice = server.operator()
                .post("/api/notices", Api.json("title", "पानी कल नहीं आएगा", "text", "Fill a bucket."))
                .expect(201)
                .json();
        var discussion = "/rooms/" + notice.getInt("room");
        phone.find("#pinned-discuss").click();
        assertThat(phone.page()).hasURL(Pattern.compile(discussion + "$"));
        waitForTheTalk();
        assertThat(phone.find("#box")).hasAttribute("placeholder", "Write about this notice");
        phone.find("[data-open-panel=here]").click();
        back();
        assertThat(phone.find("#here")).isHidden();
        assertEquals(discussion, phone.path());
        back();
        assertThat(phone.page()).hasURL(Pattern.compile("/chat$"));
        waitForTheTalk();
        phone.find("[data-open-panel=rooms]").click();
        phone.find("#room-list a[href='" + discussion + "']").click();
        assertThat(phone.page()).hasURL(Pattern.compile(discussion + "$"));
        waitForTheTalk();
        back();
        assertThat(phone.page()).hasURL(Pattern.compile("/chat$"));
        waitForTheTalk();
        server.operator().delete("/api/notices/" + notice.getInt("id")).expect(204);
        assertOnlyTheTalkIsLeft();
    }

    @Test
    void signingOutWithADraftWorksThroughMenuAndQuestion() {
        phone.find("#box").fill("आधा");
        phone.find("#account summary").click();
        phone.find("#sign-out").click();
        assertThat(phone.find("dialog")).isVisible();
        back();
        assertThat(phone.find("dialog")).hasCount(0);
        phone.find("#sign-out").click();
        phone.find("dialog [value=yes]").click();
        // The page takes from its address what it has said.
        assertThat(phone.page()).hasURL(Pattern.compile("/login(\\?done=signed-out)?$"));
        assertThat(phone.find(".word")).containsText("signed out");
    }

    @Test
    void aReloadWithAPanelOpenLeavesNoTrace() {
        phone.find("[data-open-panel=rooms]").click();
        phone.page().waitForFunction("history.state?.layers === 1");
        phone.page().reload();
        waitForTheTalk();
        phone.page().waitForFunction("!history.state?.layers");
        assertOnlyTheTalkIsLeft();
    }
}
