package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Screen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Writing and copying, in one tab and in two. */
@ExtendWith(Hostel.class)
class ComposerIT {

    private Screen asha;

    @BeforeEach
    void open(HostelServer server, Browsers browsers) {
        asha = browsers.desktop().as(server.residents().student("आशा Kulkarni").doneWithTheBoard());
        asha.go("/chat");
        waitForTheTalk(asha.page());
    }

    private static void waitForTheTalk(Page page) {
        assertThat(page.locator("#here-list li").first()).isAttached();
    }

    private static String words() {
        return "चाय – é ’₹ " + UUID.randomUUID().toString().substring(0, 8);
    }

    private void write(String text) {
        asha.find("#box").fill(text);
        asha.find("#send").click();
        assertThat(asha.find(".message-menu[data-mine]").last()).isAttached();
        assertThat(asha.find(".message-pending")).hasCount(0);
    }

    @Test
    void twoTabsKeepADraftEach() {
        var other = asha.tab();
        other.navigate(asha.page().url());
        waitForTheTalk(other);
        asha.find("#box").fill("one – पहला");
        other.locator("#box").fill("two – दूसरा");
        for (var page : new Page[] {asha.page(), other}) {
            var mine = page.locator("#box").inputValue();
            page.reload();
            waitForTheTalk(page);
            assertThat(page.locator("#box")).hasValue(mine);
        }
        asha.find("#box").press("Enter");
        other.reload();
        waitForTheTalk(other);
        assertThat(other.locator("#box")).hasValue("two – दूसरा");
        asha.page().reload();
        waitForTheTalk(asha.page());
        assertThat(asha.find("#box")).hasValue("");
    }

    @Test
    void aDraftSentInOneTabDoesNotStayInTheOther() {
        asha.find("#box").fill("half");
        var other = asha.tab();
        other.navigate(asha.page().url());
        waitForTheTalk(other);
        assertThat(other.locator("#box")).hasValue("");
        asha.find("#box").press("Enter");
        other.reload();
        waitForTheTalk(other);
        assertThat(other.locator("#box")).hasValue("");
    }

    @Test
    void whatAClosedTabLeftComesBack() {
        var other = asha.tab();
        other.navigate(asha.page().url());
        waitForTheTalk(other);
        other.locator("#box").fill("left – छूटा");
        other.close();
        asha.page().reload();
        assertThat(asha.find("#box")).hasValue("left – छूटा");
    }

    @Test
    void whatIsPastedLosesItsControlCharacters() {
        asha.find("#box").focus();
        asha.page()
                .evaluate(
                        """
                () => {
                  const clipboardData = new DataTransfer();
                  clipboardData.setData('text/plain', '\\u001B[1mक्\\u200Dष\\u0000\\u0007 ok');
                  document.getElementById('box').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
                }""");
        assertThat(asha.find("#box")).hasValue("[1mक्\u200Dष ok");
        asha.find("#box").press("Enter");
        assertThat(asha.find(".message-body").last()).hasText("[1mक्\u200Dष ok");
        assertThat(asha.find(".message-failed")).hasCount(0);
    }

    @Test
    void whatShowsNothingIsNotSent() {
        var before = asha.find(".message").count();
        asha.find("#box").fill("\u3164\u200B\u2800");
        asha.find("#box").press("Enter");
        assertThat(asha.find("#composer-note")).containsText("no visible text");
        assertEquals(before, asha.find(".message").count());
    }

    @Test
    void anEditToNothingOffersToDelete() {
        var text = words();
        write(text);
        asha.find("#box").press("ArrowUp");
        assertThat(asha.find("#box")).hasValue(text);
        asha.find("#box").fill("");
        asha.find("#box").press("Enter");
        assertThat(asha.find("dialog")).containsText("Delete");
        asha.find("dialog [value=no]").click();
        assertThat(body(text)).isVisible();
        assertThat(asha.find("#box")).hasValue(text);
        assertThat(asha.find("#composer-note")).containsText("Editing");
        asha.find("#box").fill(" ");
        asha.find("#send").click();
        asha.find("dialog [value=yes]").click();
        assertThat(body(text)).hasCount(0);
        assertThat(asha.find("#composer-note")).isHidden();
        assertThat(asha.find("#box")).hasValue("");
    }

    private Locator body(String text) {
        return asha.find(".message-body").getByText(text, new Locator.GetByTextOptions().setExact(true));
    }

    @Test
    void whatOneTypesWithTheTalkFocusedGoesIntoTheBox() {
        asha.find("#timeline").focus();
        asha.page().keyboard().type("tea at 5?");
        assertThat(asha.find("#box")).hasValue("tea at 5?");
        assertThat(asha.find("#box")).isFocused();
        asha.find("#timeline").focus();
        asha.page().keyboard().press("End");
        asha.page().keyboard().press("Space");
        assertThat(asha.find("#timeline")).isFocused();
        assertThat(asha.find("#box")).hasValue("tea at 5?");
    }

    @Test
    void severalMessagesAreCopiedOnceEachInOrder(HostelServer server) {
        var first = words();
        var second = words();
        var third = words();
        write(first);
        write(second);
        try (var ravi = server.residents().student("Ravi தமிழ்").online()) {
            ravi.say(1, third);
        }
        assertThat(body(third)).isVisible();
        var copied = (String) asha.page()
                .evaluate(
                        """
                ([from, to]) => {
                  const bodies = [...document.querySelectorAll('.message-body')];
                  const node = (words) => bodies.find((body) => body.textContent === words).firstChild;
                  getSelection().setBaseAndExtent(node(from), 2, node(to), to.length);
                  const clipboardData = new DataTransfer();
                  document.getElementById('timeline').dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
                  return clipboardData.getData('text/plain');
                }""",
                        java.util.List.of(first, third));
        assertTrue(
                Pattern.compile("आशा Kulkarni, [^\n]+\n" + Pattern.quote(first.substring(2))
                                + "\n\nआशा Kulkarni, [^\n]+\n" + Pattern.quote(second) + "\n\nRavi தமிழ், [^\n]+\n"
                                + Pattern.quote(third))
                        .matcher(copied)
                        .matches(),
                copied);
    }

    @Test
    void aLongMessageIsFoldedUntilOneAsksForIt() {
        write(words() + " " + "लंबा ".repeat(780));
        var last = asha.find(".message").last();
        var folded = last.boundingBox().height;
        assertTrue(folded < 0.75 * asha.find("#timeline").boundingBox().height, "takes " + folded + " px");
        last.locator(".message-fold").click();
        assertThat(last.locator(".message-fold")).hasAttribute("aria-expanded", "true");
        assertTrue(last.boundingBox().height > 1.2 * folded);
        last.locator(".message-fold").click();
        assertEquals(folded, last.boundingBox().height, 1);
        asha.checkAccess();
    }

    @Test
    void noToastLiesOverTheBoxOrItsButton(Browsers browsers, HostelServer server) {
        var phone = browsers.phone().as(server.residents().student("Ravi").doneWithTheBoard());
        phone.go("/chat");
        waitForTheTalk(phone.page());
        for (var screen : new Screen[] {asha, phone}) {
            screen.find("#box").fill("one\ntwo\nthree\nfour\nfive");
            screen.page()
                    .evaluate("document.getElementById('says').append(Object.assign(document.createElement('p'),"
                            + " { className: 'says-line', textContent: 'Not sent. '.repeat(40) }))");
            var toast = screen.find(".says-line").boundingBox();
            for (var id : new String[] {"#box", "#send"}) {
                var box = screen.find(id).boundingBox();
                assertFalse(
                        toast.y < box.y + box.height && box.y < toast.y + toast.height,
                        id + " on the " + screen.device());
            }
        }
    }
}
