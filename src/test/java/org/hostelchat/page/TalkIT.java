package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hostelchat.support.Api.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents.Person;
import org.hostelchat.support.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Answers, reactions, pins and mentions between two people, one of them on a phone: what is where on the screen, by tapping and by keys. */
@ExtendWith(Hostel.class)
class TalkIT {

    /** What a finger hits, in CSS pixels. */
    private static final double TARGET = 43.5;

    @Test
    void anAnswerQuotesAndLeadsThereAndBack(HostelServer server, Browsers browsers) {
        var asha = server.residents().student("आशा राव").doneWithTheBoard();
        var meena = server.residents().student("மீனா – é’s").doneWithTheBoard();
        var room = group(asha, meena);
        say(asha, room, "आज मेस में क्या बना है? ₹ २०");
        for (var i = 0; i < 40; i++) say(asha, room, "बीच की बात " + i);
        var phone = open(browsers.phone(), meena, room);
        var desk = open(browsers.desktop(), asha, room);

        phone.find("#timeline").evaluate("box => box.scrollTo(0, 0)");
        menuOf(phone, "आज मेस में क्या बना है? ₹ २०");
        phone.checkWidth();
        phone.checkAccess();
        phone.shot("talk-menu");
        item(phone, "Reply").click();
        assertThat(phone.find("#composer-reply")).containsText("आज मेस");
        assertThat(phone.find("#composer-reply-name")).containsText("आशा राव");
        within(phone, phone.find("#composer-reply-drop"));
        phone.find("#box").fill("தோசை – சாம்பார்");
        phone.shot("talk-replying");
        phone.go("/rooms/" + room);
        assertThat(phone.find("#composer-reply")).containsText("आज मेस");
        assertThat(phone.find("#box")).hasValue("தோசை – சாம்பார்");
        phone.find("#send").click();
        assertThat(phone.find("#composer-reply")).isHidden();
        var answer = row(phone, "தோசை – சாம்பார்");
        assertThat(answer.locator(".quote")).containsText("आज मेस में क्या बना है?");
        assertThat(row(desk, "தோசை – சாம்பார்").locator(".quote-name")).hasText("आशा राव");

        answer.locator(".quote").click();
        assertThat(row(phone, "आज मेस में क्या बना है? ₹ २०")).isInViewport();
        assertThat(phone.find("#back-to")).isVisible();
        within(phone, phone.find("#back-to"));
        phone.shot("talk-original");
        phone.page().goBack();
        assertThat(row(phone, "தோசை – சாம்பார்")).isInViewport();
        assertThat(phone.find("#back-to")).isHidden();

        // The original goes: its answers say so, on both screens, at once and after a reload.
        menuOf(desk, "आज मेस में क्या बना है? ₹ २०");
        item(desk, "Delete").click();
        desk.find("dialog .button-danger").click();
        assertThat(row(phone, "தோசை – சாம்பார்").locator(".quote")).containsText("This message was deleted.");
        assertThat(row(phone, "தோசை – சாம்பார்").locator(".quote")).isDisabled();
        phone.go("/rooms/" + room);
        assertThat(row(phone, "தோசை – சாம்பார்").locator(".quote")).containsText("This message was deleted.");
        phone.checkAccess();
    }

    @Test
    void reactionsComeLiveAndStandWhereAFingerHitsThem(HostelServer server, Browsers browsers) {
        var asha = server.residents().student("आशा राव").doneWithTheBoard();
        var meena = server.residents().student("மீனா").doneWithTheBoard();
        var room = group(asha, meena);
        for (var i = 0; i < 30; i++) say(asha, room, "वाक्य " + i);
        var phone = open(browsers.phone(), meena, room);
        var desk = open(browsers.desktop(), asha, room);

        menuOf(phone, "वाक्य 29");
        phone.page()
                .getByRole(
                        com.microsoft.playwright.options.AriaRole.MENUITEMCHECKBOX,
                        new Page.GetByRoleOptions().setName("React: red heart"))
                .click();
        var chip = row(phone, "वाक्य 29").locator(".reaction");
        assertThat(chip).hasAttribute("aria-pressed", "true");
        within(phone, chip);
        assertTrue(chip.boundingBox().height >= TARGET && chip.boundingBox().width >= TARGET, "a finger hits it");
        var his = row(desk, "वाक्य 29").locator(".reaction");
        assertThat(his).hasAttribute("aria-label", Pattern.compile("மீனா"));
        his.click();
        assertThat(chip).containsText("2");
        phone.checkAccess();
        phone.shot("talk-reactions");

        // Somebody reacts above what one reads: that stays where it is.
        phone.find("#timeline").evaluate("box => { box.scrollTop = box.scrollHeight / 2; }");
        phone.page().waitForTimeout(300);
        var reading = ((Number)
                        phone.page()
                                .evaluate(
                                        """
                () => {
                  const edge = document.getElementById('timeline').getBoundingClientRect().top;
                  return Number([...document.querySelectorAll('#rows .message')].find(row => row.getBoundingClientRect().top >= edge).dataset.seq);
                }"""))
                .longValue();
        var before = top(phone, reading);
        for (var seq = reading - 6; seq < reading; seq++) react(asha, room, seq, "👍");
        assertThat(phone.find("[data-seq='" + (reading - 1) + "'] .reaction")).isAttached();
        // Positions are whole pixels: each of the six may round.
        assertEquals(before, top(phone, reading), 4, "what one reads");

        // All others by the picker, with keys, by a name in another script.
        desk.find("#timeline").focus();
        menuOf(desk, "वाक्य 28");
        desk.find(".menu-quick button").last().click();
        assertThat(desk.find("#emoji-text")).isFocused();
        desk.page().keyboard().type("tiger");
        desk.page().keyboard().press("ArrowDown");
        desk.checkAccess();
        desk.shot("talk-picker");
        desk.page().keyboard().press("Enter");
        assertThat(row(phone, "वाक्य 28").locator(".reaction")).hasCount(1);
        assertThat(row(desk, "वाक्य 28").locator(".reaction")).isVisible();
        desk.page().keyboard().press("Escape");
    }

    @Test
    void mentionsAreCompletedMarkedCountedAndListed(HostelServer server, Browsers browsers) {
        var asha = server.residents().admin("आशा राव").doneWithTheBoard();
        var meena = server.residents().student("மீனா குமார்").doneWithTheBoard();
        var room = group(asha, meena);
        var phone = open(browsers.phone(), meena, 1);
        var desk = open(browsers.desktop(), asha, room);

        desk.find("#box").pressSequentially("नमस्ते @குமா");
        assertThat(desk.find("#mention-list [role=option]")).hasText(Pattern.compile("மீனா குமார்"));
        desk.checkAccess();
        desk.shot("talk-mention");
        desk.page().keyboard().press("Enter");
        assertThat(desk.find("#box")).hasValue("नमस्ते @மீனா குமார் ");
        desk.find("#box").pressSequentially("– é");
        // Whoever reads another room learns it from the list, live.
        desk.page().keyboard().press("Enter");
        phone.find("[data-open-panel=rooms]").click();
        var listed = phone.find("#rooms-list a[href='/rooms/" + room + "']");
        assertThat(listed.locator(".room-mentioned")).isVisible();
        assertThat(listed.locator(".count")).containsText("1");
        phone.checkWidth();
        phone.shot("talk-rooms");
        phone.find("#mentions").click();
        assertThat(phone.find(".search-hit")).containsText("नमस्ते @மீனா குமார்");
        phone.checkAccess();
        phone.find(".search-hit").click();
        assertThat(phone.find(".search-found")).isInViewport();
        phone.page().goBack();
        phone.page().goBack();
        assertThat(phone.find("dialog")).hasCount(0);
        listed.click();
        var row = phone.find(".message-for-me");
        assertThat(row.locator("mark.mention")).hasText("@மீனா குமார்");
        assertThat(phone.find("#rooms-list .room-mentioned")).hasCount(0);
        phone.checkAccess();
        phone.shot("talk-mentioned");

        // An official mentions everybody.
        desk.find("#box").pressSequentially("@ro");
        assertThat(desk.find("#mention-list [role=option]")).containsText("Everybody in this room");
        desk.page().keyboard().press("Tab");
        desk.find("#box").pressSequentially("fire drill");
        desk.page().keyboard().press("Enter");
        assertThat(phone.find(".message-for-me")).hasCount(2);
    }

    @Test
    void pinsStandAboveTheTalkAndWhoWritesIsShownWithoutMovingAnything(HostelServer server, Browsers browsers) {
        var asha = server.residents().student("आशा राव").doneWithTheBoard();
        var meena = server.residents().student("மீனா").doneWithTheBoard();
        var room = group(asha, meena);
        for (var i = 0; i < 30; i++) say(asha, room, "वाक्य " + i);
        var phone = open(browsers.phone(), meena, room);
        var desk = open(browsers.desktop(), asha, room);
        assertThat(phone.find("#pins")).isHidden();
        menuOf(desk, "वाक्य 20");
        item(desk, "Pin").click();
        assertThat(phone.find("#pins")).hasText("1 pinned message");
        within(phone, phone.find("#pins"));
        phone.checkWidth();
        phone.checkAccess();

        phone.find("#jump").click();
        assertThat(phone.find("#jump")).isHidden();
        var last = top(phone, lastSeq(phone));
        desk.find("#box").pressSequentially("எழுது");
        assertThat(phone.find("#typing")).hasText("आशा राव is writing …");
        assertEquals(last, top(phone, lastSeq(phone)), 0.6, "nothing moves");
        assertTrue(
                phone.find("#typing").boundingBox().y
                        >= phone.find("#rows .message").last().boundingBox().y
                                + phone.find("#rows .message").last().boundingBox().height
                                - 1,
                "it stands below the last message");
        phone.shot("talk-pins-typing");
        desk.page().keyboard().press("Enter");
        assertThat(phone.find("#typing")).hasText("");

        phone.find("#pins").click();
        phone.checkAccess();
        phone.find(".search-hit").click();
        assertThat(row(phone, "वाक्य 20")).isInViewport();
        assertThat(row(phone, "वाक्य 20").locator(".message-pinned")).isVisible();
        menuOf(phone, "वाक्य 20");
        item(phone, "Unpin").click();
        assertThat(desk.find("#pins")).isHidden();
    }

    @Test
    void whatIsMarkedAsUnreadIsSoOnAllDevicesAndStaysSoWhileOneLooksOn(HostelServer server, Browsers browsers) {
        var asha = server.residents().student("आशा राव").doneWithTheBoard();
        var meena = server.residents().student("மீனா").doneWithTheBoard();
        var room = group(asha, meena);
        for (var i = 0; i < 6; i++) say(asha, room, "वाक्य " + i);
        var phone = open(browsers.phone(), meena, room);
        var other = open(browsers.desktop(), meena, 1);
        var listed = other.find("#rooms-list a[href='/rooms/" + room + "']");
        assertThat(listed.locator(".count")).hasCount(0);
        menuOf(phone, "वाक्य 2");
        item(phone, "Mark as unread from here").click();
        assertThat(phone.find("[data-talk-count]")).hasText("4");
        assertThat(phone.find("#rows .unread")).isVisible();
        assertThat(listed.locator(".count")).containsText("4");
        phone.go("/chat");
        assertThat(phone.find("[data-unread-count]")).hasText("4");
        listed.click();
        assertThat(phone.find("[data-unread-count]")).isHidden();
    }

    private static long lastSeq(Screen screen) {
        return Long.parseLong(screen.find("#rows .message").last().getAttribute("data-seq"));
    }

    private static long group(Person maker, Person... others) {
        var room = maker.api()
                .post("/api/rooms", json("name", "छज्जे वाले", "kind", "GROUP"))
                .expect(201)
                .json()
                .getInt("id");
        for (var person : others)
            maker.api()
                    .put("/api/rooms/" + room + "/members/" + person.id(), json())
                    .expect(204);
        return room;
    }

    private static void say(Person who, long room, String body) {
        who.api()
                .put("/api/rooms/" + room + "/messages/" + UUID.randomUUID(), json("body", body))
                .expect(201);
    }

    private static void react(Person who, long room, long seq, String emoji) {
        who.api()
                .put(
                        "/api/rooms/" + room + "/messages/by-seq/" + seq + "/reactions/"
                                + URLEncoder.encode(emoji, StandardCharsets.UTF_8),
                        json())
                .expect(204);
    }

    private static Screen open(Screen screen, Person person, long room) {
        screen.as(person).go("/rooms/" + room);
        assertThat(screen.find("#here-list li").first()).isAttached();
        return screen;
    }

    private static Locator row(Screen screen, String words) {
        return screen.find("#rows .message")
                .filter(new Locator.FilterOptions()
                        .setHas(screen.page()
                                .locator(".message-body")
                                .filter(new Locator.FilterOptions()
                                        .setHasText(Pattern.compile("^"
                                                + Pattern.quote(words)
                                                        .replace("\\Q", "")
                                                        .replace("\\E", "")
                                                        .replace("?", "\\?")
                                                + "$")))));
    }

    private static void menuOf(Screen screen, String words) {
        row(screen, words).hover();
        row(screen, words).locator("[data-act='menu']").click();
    }

    private static Locator item(Screen screen, String label) {
        return screen.find(".menu-item").filter(new Locator.FilterOptions().setHasText(label));
    }

    /** It is wholly within the screen, and no other thing lies over it. */
    private static void within(Screen screen, Locator element) {
        assertThat(element).isVisible();
        var box = element.boundingBox();
        var size = screen.page().viewportSize();
        assertTrue(
                box.x >= 0
                        && box.y >= 0
                        && box.x + box.width <= size.width + 0.5
                        && box.y + box.height <= size.height + 0.5,
                "within the screen: " + element);
        assertTrue(
                (Boolean)
                        element.evaluate(
                                "e => { const b = e.getBoundingClientRect(); const hit = document.elementFromPoint(b.x + b.width / 2, b.y + b.height / 2); return e === hit || e.contains(hit); }"),
                "nothing lies over it: " + element);
    }

    private static double top(Screen screen, long seq) {
        return ((Number) screen.page()
                        .evaluate(
                                "seq => document.querySelector(`[data-seq=\"${seq}\"]`).getBoundingClientRect().top",
                                (int) seq))
                .doubleValue();
    }
}
