package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hostelchat.language.Language;
import org.hostelchat.support.Api;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Device;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents.Person;
import org.hostelchat.support.Screen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The chat in other languages than English: its texts, its direction, and whether longer texts fit. */
@ExtendWith(Hostel.class)
class ChatLanguagesIT {

    /**
     * What does not fit into its place: by more than what rounding explains, and not meant to end in three dots or after some lines. Of
     * what is laid over the page, too, which makes it no wider.
     */
    private static final String OVERFLOWING =
            """
            () => [...document.querySelectorAll('button, a, label, legend, p, h1, h2, h3, span, dt, dd, dialog, .menu-sheet, .drawer-body')]
              .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.unseen'))
              .filter((one) => {
                const shortens = (element) => {
                  const { textOverflow, webkitLineClamp } = getComputedStyle(element);
                  return textOverflow === 'ellipsis' || webkitLineClamp !== 'none';
                };
                if (shortens(one) || shortens(one.parentElement)) return false;
                const box = one.getBoundingClientRect();
                const outside = box.width > 0 && (box.left < -1 || box.right > innerWidth + 1);
                return outside || (getComputedStyle(one).display !== 'inline' && one.scrollWidth > one.clientWidth + 2);
              })
              .map((one) => `${one.tagName} ${one.id} ${one.className}: ${one.textContent.slice(0, 60)}`)""";

    private HostelServer server;
    private Browsers browsers;
    private final String mark = UUID.randomUUID().toString().substring(0, 6);

    @BeforeEach
    void open(HostelServer shared, Browsers those) {
        server = shared;
        browsers = those;
    }

    private Person student(String name) {
        return server.residents().student(name).doneWithTheBoard();
    }

    private Screen open(Device device, Person person, Language language) {
        return open(device, person, language, "/chat");
    }

    private Screen open(Device device, Person person, Language language, String path) {
        var screen = browsers.open(device, ColorScheme.LIGHT).as(person);
        screen.context()
                .addCookies(List.of(new Cookie("hostel_language_" + server.port(), language.tag())
                        .setDomain(Browsers.HOST)
                        .setPath("/")));
        screen.go(path);
        assertThat(screen.find("html")).hasAttribute("lang", language.tag());
        assertThat(screen.find("#here-list li").first()).isAttached();
        return screen;
    }

    private static BoundingBox box(Locator element) {
        var box = element.boundingBox();
        assertTrue(box != null, element + " is not to be seen");
        return box;
    }

    private static double right(BoundingBox box) {
        return box.x + box.width;
    }

    private static void assertFits(Screen screen, String where) {
        screen.checkWidth();
        assertEquals(List.of(), screen.page().evaluate(OVERFLOWING), where);
    }

    private static void assertInside(Screen screen, String selector) {
        var box = box(screen.find(selector));
        var size = screen.page().viewportSize();
        assertTrue(
                box.x >= 0 && box.y >= 0 && right(box) <= size.width && box.y + box.height <= size.height,
                selector + " is outside the screen: " + box.x + ", " + box.y + ", " + box.width + " x " + box.height);
    }

    @Test
    void aPhoneInHindiTalksWithADeskInUrdu() {
        var asha = student("आशा कुलकर्णी");
        var phone = open(Device.PHONE, asha, Language.HI);
        var desk = open(Device.DESKTOP, student("عائشہ خان"), Language.UR);

        phone.say("नमस्ते, 7 बजे मिलें? " + mark);
        var heard = desk.find(".message").filter(new Locator.FilterOptions().setHasText(mark));
        assertThat(heard.locator(".message-body")).hasCSS("direction", "ltr");
        desk.say("جی ہاں، 7 بجے۔ " + mark);
        var answer = phone.find(".message").filter(new Locator.FilterOptions().setHasText("جی ہاں"));
        assertThat(answer.locator(".message-body").last()).hasCSS("direction", "rtl");
        assertThat(phone.find(".day").last()).hasText("आज");
        assertThat(desk.find(".day").last()).hasText("آج");
        assertFits(phone, "the phone in Hindi");
        assertFits(desk, "the desk in Urdu");

        phone.shot("chat-hindi");
        desk.shot("chat-urdu");

        assertSidesOfUrdu(desk);
        assertMenuInside(desk, heard);
        phone.find("[data-open-panel=rooms]").click();
        phone.find("#direct-new").click();
        assertThat(phone.find("dialog h2")).hasText("किसी को लिखें");
        assertInside(phone, "dialog");
        assertFits(phone, "a form in Hindi");
        phone.type("#write-people", "عائشہ");
        assertThat(phone.find("dialog [data-person]").first()).isVisible();
        assertThat(phone.find("dialog .picker [role=status]:visible")).containsText("मिल");
    }

    private static void assertSidesOfUrdu(Screen desk) {
        var width = desk.page().viewportSize().width;
        var side = box(desk.find("#side"));
        var name = desk.find("#room-list .room-name").first();
        assertThat(name).hasText("سب کا روم");
        assertThat(name).hasCSS("direction", "rtl");
        assertEquals(width, right(side), 1, "the rooms stand at the right edge");
        assertEquals(0, box(desk.find("#here")).x, 1, "who is online stands at the left edge");
        var send = box(desk.find("#send"));
        assertTrue(right(send) <= box(desk.find("#box")).x + 1, "the button stands at the end of the box, on its left");
        var own = desk.find(".message-own").last();
        assertTrue(
                box(own.locator(".avatar")).x > right(box(own.locator(".message-body"))),
                "the initials stand before the words, on their right");
        var body = box(own.locator(".message-body"));
        assertEquals(
                right(body),
                right(box(own.locator(".message-head"))),
                1,
                "the words begin where their author's name does");
        desk.find("#box").fill("");
        assertThat(desk.find("#box")).hasCSS("direction", "rtl");
    }

    private static void assertMenuInside(Screen desk, Locator message) {
        message.first().hover();
        var button = message.first().locator("[data-act=menu]");
        button.click();
        assertInside(desk, ".float-menu");
        assertEquals(box(button).x, box(desk.find(".float-menu")).x, 1, "the menu ends where its button does");
        desk.page().keyboard().press("Escape");
        desk.find("#account summary").click();
        assertInside(desk, "#account .menu-sheet");
        desk.find("#account summary").click();
        desk.find("#keys").click();
        assertInside(desk, "dialog");
        desk.page().keyboard().press("Escape");
    }

    /** What has no room for words that are 40 % longer has none in some language. */
    @Test
    void longerWordsHaveRoom() {
        var notice = server.operator()
                .post(
                        "/api/notices",
                        Api.json("title", "Water " + mark, "text", "None today. ".repeat(40), "acknowledge", true))
                .expect(201)
                .json()
                .getInt("id");
        try {
            var asha = server.residents().student("Asha " + mark);
            var room = asha.api()
                    .post("/api/rooms", Api.json("kind", "OPEN", "name", "Chess " + mark, "posting", "ALL"))
                    .expect(201)
                    .json()
                    .getInt("id");
            for (var device : Device.values()) {
                var screen = open(device, asha, Language.PSEUDO);
                assertThat(screen.find("#pinned")).isVisible();
                screen.say("where it all begins " + mark);
                assertThat(screen.find(".message-own:not(.message-pending)").last())
                        .isVisible();
                assertFits(screen, "the talk");
                assertDrawersFit(screen);
                var other = open(device, asha, Language.PSEUDO, "/rooms/" + room);
                other.find("#room-details").click();
                assertThat(other.find("#rename-room")).isVisible();
                assertFits(other, "what there is to know of a room");
            }
        } finally {
            server.operator().delete("/api/notices/" + notice);
        }
    }

    private static void assertDrawersFit(Screen screen) {
        for (var button : Map.of("#room-new", "#make-room", "#direct-new", "#write-to", "#room-find", "#find-text")
                .entrySet()) {
            if (screen.device() == Device.PHONE)
                screen.find("[data-open-panel=rooms]").click();
            assertFits(screen, "the list of rooms");
            screen.find(button.getKey()).click();
            assertThat(screen.find(button.getValue())).isVisible();
            assertInside(screen, "dialog");
            assertFits(screen, button.getKey());
            screen.find("dialog .drawer-head button").click();
            if (screen.device() == Device.PHONE)
                screen.find("[data-open-panel=talk]").click();
        }
        screen.find("#account summary").click();
        assertInside(screen, "#account .menu-sheet");
        assertFits(screen, "the account menu");
        screen.find("#account summary").click();
        if (screen.device() == Device.DESKTOP) {
            screen.find("#keys").click();
            assertInside(screen, "dialog");
            assertFits(screen, "the list of keys");
            screen.page().keyboard().press("Escape");
        }
    }
}
