package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hostelchat.room.Room;
import org.hostelchat.support.Api;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Device;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Pause;
import org.hostelchat.support.Residents.Person;
import org.hostelchat.support.Screen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Creating, finding, joining, changing and leaving rooms, and what people see who are added or removed. */
@ExtendWith(Hostel.class)
class RoomMenuIT {

    /** What a finger hits, in CSS pixels. */
    private static final double TARGET = 43.5;

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

    private Screen open(Device device, Person person, String path) {
        return ready(browsers.open(device, ColorScheme.LIGHT).as(person), path);
    }

    private static Screen ready(Screen screen, String path) {
        screen.go(path);
        assertThat(screen.find("#here-list li").first()).isAttached();
        return screen;
    }

    private static void press(Screen screen, String button) {
        if (screen.device() == Device.PHONE)
            screen.find("[data-open-panel=rooms]").click();
        screen.find(button).click();
        assertThat(screen.find("dialog")).isVisible();
    }

    /** Types a name and takes whoever is found. */
    private static void pick(Screen screen, String field, String name, Person person) {
        screen.type(field, name);
        assertThat(screen.find("dialog .picker [role=status]:visible"))
                .hasText(Pattern.compile("^(1 person|\\d+ people) found\\.$"));
        screen.find("dialog [data-person='" + person.id() + "']").click();
        assertThat(screen.find("dialog .picked-person").filter(new Locator.FilterOptions().setHasText(person.name())))
                .isVisible();
    }

    private static void assertRoom(Screen screen, String name) {
        assertThat(screen.find("dialog")).hasCount(0);
        assertThat(screen.find("#room-name")).hasText(name);
        assertThat(screen.find("#box")).isVisible();
    }

    private long group(Person maker, String name, Person... others) {
        JsonArrayBuilder people = Json.createArrayBuilder();
        for (var other : others) people.add(other.id());
        return maker.api()
                .post("/api/rooms", Api.json("name", name, "kind", "GROUP", "people", people.build()))
                .expect(201)
                .json()
                .getInt("id");
    }

    private static Locator inList(Screen screen, long room) {
        return screen.find("#room-list a[href='/rooms/" + room + "']");
    }

    /** Every control can be hit, nothing is wider than the screen, and nobody is kept out. */
    private static void checkDrawer(Screen screen) {
        screen.checkWidth();
        screen.checkAccess();
        screen.checkFields();
        var small = screen.page()
                .evaluate(
                        """
                least => [...document.querySelectorAll('dialog button, dialog input:not([type=radio]):not([type=checkbox]), dialog .check label')]
                  .filter(one => one.getClientRects().length)
                  .map(one => [one.id || one.textContent, one.getBoundingClientRect()])
                  .filter(([, box]) => box.height < least || box.right > innerWidth)
                  .map(([name, box]) => `${name}: ${box.width} x ${box.height}`)""",
                        TARGET);
        assertEquals(List.of(), small);
    }

    /** What was done is said where one looks: within the screen, and on top of whatever is open. */
    private static void assertSaid(Screen screen, String words) {
        screen.page()
                .waitForFunction(
                        """
                words => [...document.querySelectorAll('[role=status] .says-line')].some(line => {
                  if (line.textContent !== words) return false;
                  line.style.pointerEvents = 'auto';
                  const {left, right, top, bottom, width} = line.getBoundingClientRect();
                  const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
                  line.style.pointerEvents = '';
                  return width > 0 && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && over === line;
                })""",
                        words);
    }

    @Test
    void peopleAreWrittenToByTypingTheirNames() {
        var asha = student("आशा " + mark);
        var meena = student("மீனாட்சி " + mark);
        var dsouza = student("Renée D’Souza " + mark);
        var hers = open(Device.DESKTOP, meena, "/chat");
        for (var device : Device.values()) {
            var screen = open(device, asha, "/chat");
            var counted = new NetworkCount(screen);
            press(screen, "#direct-new");
            assertThat(screen.find("dialog h2")).hasText("Write to someone");
            assertThat(screen.find("#write-privacy")).containsText("officials do not read it");
            checkDrawer(screen);
            screen.find("#write-to .button-main").click();
            assertThat(screen.find("#write-people-error")).hasText("Please choose somebody to write to.");
            pick(screen, "#write-people", "மீனா", meena);
            if (device == Device.PHONE) pick(screen, "#write-people", "renee d", dsouza);
            screen.find("#write-to .button-main").click();
            var name = device == Device.PHONE ? meena.name() + ", " + dsouza.name() : meena.name();
            assertRoom(screen, name);
            screen.say("नमस्ते – चाय?");
            assertThat(screen.find("#rows .message-own:not(.message-pending)")).hasCount(1);
            // It stands in her list at once, with what is unread.
            var link = hers.find("#room-list a")
                    .filter(new Locator.FilterOptions().setHasText(name.replace(meena.name(), asha.name())));
            assertThat(link.last().locator(".count")).containsText(Pattern.compile("^1 "));
            if (device == Device.PHONE) {
                screen.page().evaluate("history.back()");
                assertThat(screen.find("#room-name")).hasText("Common room");
            }
            assertEquals("0 sockets, 0 pages", counted.toString());
        }
    }

    /** From a name among those who are here, in the talk, and in a room's details; what officials see is said there. */
    @Test
    void aNameLeadsToTheConversationWithThem() {
        var asha = student("आशा " + mark);
        var ravi = student("ரவி " + mark);
        var room = group(asha, "छत " + mark, ravi);
        try (var his = ravi.online()) {
            his.say(room, "மாலை வணக்கம் – ₹20");
            for (var device : Device.values()) {
                var screen = open(device, asha, "/rooms/" + room);
                var counted = new NetworkCount(screen);
                var about = "[data-about='" + ravi.id() + "']";
                if (device == Device.PHONE)
                    screen.find("[data-open-panel=here]").click();
                for (var place : List.of("#here-list ", "#rows .message ", "dialog .members ")) {
                    if (place.startsWith("dialog")) screen.find("#room-details").click();
                    screen.find(place + about).first().click();
                    assertThat(screen.find("#menu-note")).containsText("officials do not read it");
                    assertInside(screen, screen.find(".float-menu"));
                    if (place.startsWith("dialog")) screen.shot("person-menu");
                    screen.find(".menu-item")
                            .filter(new Locator.FilterOptions().setHasText(ravi.name()))
                            .click();
                    assertRoom(screen, ravi.name());
                    screen.page().evaluate("history.back()");
                    assertThat(screen.find("#room-name")).hasText("छत " + mark);
                }
                assertEquals("0 sockets, 0 pages", counted.toString());
            }
        }
    }

    @Test
    void inSlowModeTheBoxSaysSoAndWhatComesTooSoonWaits() {
        var asha = student("आशा " + mark);
        var ravi = student("ரவி " + mark);
        var room = group(asha, "छत " + mark, ravi);
        var phone = open(Device.PHONE, ravi, "/rooms/" + room);
        var hers = open(Device.DESKTOP, asha, "/rooms/" + room);
        hers.find("#room-details").click();
        assertThat(hers.find("#details-slow")).isVisible();
        hers.find("#details-slow").selectOption("900");
        checkDrawer(hers);
        hers.shot("dialog-slow");
        hers.find("#rename-room button").click();
        assertSaid(hers, "Saved.");
        assertThat(phone.find("#box")).hasAttribute("placeholder", "Write: one message every 15 minutes");
        phone.say("முதல்");
        assertThat(phone.find("#rows .message-own:not(.message-pending)")).hasCount(1);
        phone.say("இரண்டாவது");
        assertThat(phone.find("#rows .message-pending")).containsText("every 900 seconds");
        phone.checkWidth();
        phone.shot("slow-mode");
    }

    @Test
    void aFormLeftOpenDoesNotUndoWhatSomebodyElseChanged() {
        var asha = student("आशा " + mark);
        var warden = server.residents().admin("Warden " + mark);
        var room = asha.api()
                .post("/api/rooms", Api.json("name", "छत " + mark, "kind", "OPEN"))
                .expect(201)
                .json()
                .getInt("id");
        var screen = open(Device.DESKTOP, asha, "/rooms/" + room);
        screen.find("#room-details").click();
        assertThat(screen.find("#details-name")).hasValue("छत " + mark);
        warden.api()
                .patch("/api/rooms/" + room, Api.json("name", "மொட்டை மாடி " + mark))
                .expect(200);
        assertThat(screen.find("#room-name")).hasText("மொட்டை மாடி " + mark);
        screen.type("#details-topic", "हर शाम – ₹20");
        screen.find("#rename-room button").click();
        assertSaid(screen, "Saved.");
        assertThat(screen.find("#room-name")).hasText("மொட்டை மாடி " + mark);

        screen.type("#details-name", "ऊपर " + mark);
        screen.find("#rename-room button").click();
        assertThat(screen.find(".dialog-quote")).hasText("மொட்டை மாடி " + mark);
        assertInside(screen, screen.find(".dialog-quote"));
        screen.find("dialog [value=no]").click();
        assertThat(screen.find("#room-name")).hasText("மொட்டை மாடி " + mark);
        screen.find("#rename-room button").click();
        screen.find("dialog [value=yes]").click();
        assertThat(screen.find("#room-name")).hasText("ऊपर " + mark);
    }

    @Test
    void whoeverLetsMessagesEndIsAskedFirst() {
        var asha = student("आशा " + mark);
        var ravi = student("ரவி " + mark);
        var room = group(asha, "छत " + mark, ravi);
        var phone = open(Device.PHONE, asha, "/rooms/" + room);
        phone.find("#room-details").click();
        phone.find("#details-retention").selectOption("30");
        phone.find("#rename-room button").click();
        assertThat(phone.find("dialog:has([value=yes])")).containsText("30 days");
        assertInside(phone, phone.find("dialog [value=yes]"));
        phone.shot("dialog-retention");
        phone.find("dialog [value=no]").click();
        assertFalse(asha.api().get("/api/rooms/" + room).json().containsKey("retention"));

        phone.find("#rename-room button").click();
        phone.find("dialog [value=yes]").click();
        assertSaid(phone, "Saved.");
        assertEquals(30, asha.api().get("/api/rooms/" + room).json().getInt("retention"));

        // For longer nothing is lost, so nobody is asked.
        phone.find("#details-retention").selectOption("0");
        phone.find("#rename-room button").click();
        Pause.until(
                "messages are kept for ever",
                Duration.ofSeconds(30),
                () -> !asha.api().get("/api/rooms/" + room).json().containsKey("retention"));
    }

    @Test
    void whoeverIsBlockedCanNotWriteAndIsNotToldWhy() {
        var asha = student("आशा " + mark);
        var ravi = student("ரவி " + mark);
        var two = direct(ravi, asha);
        var his = open(Device.DESKTOP, ravi, "/rooms/" + two);
        his.say("வணக்கம்");
        var phone = open(Device.PHONE, asha, "/rooms/" + two);
        var name = phone.find("#rows .message [data-about='" + ravi.id() + "']");
        name.click();
        phone.find(".menu-item-danger").click();
        assertThat(phone.find("dialog")).containsText("not told why");
        phone.checkAccess();
        phone.find("dialog [value=yes]").click();
        assertSaid(phone, ravi.name() + " can no longer write to you.");
        his.say("ஏன்?");
        assertThat(his.find("#rows .message-failed")).containsText("takes no direct messages");
        name.click();
        assertInside(phone, phone.find(".float-menu"));
        phone.shot("person-blocked");
        phone.find(".menu-item").last().click();
        assertSaid(phone, ravi.name() + " can write to you again.");
        his.find("#rows .message-failed [data-act=retry]").click();
        assertThat(phone.find("#rows .message").last()).containsText("ஏன்?");
    }

    @Test
    void directMessagesStandApartByTheirLastWordAndFold() {
        var asha = student("आशा " + mark);
        var ravi = student("ரவி " + mark);
        var renee = student("Renée " + mark);
        var toRavi = direct(asha, ravi);
        var toRenee = direct(asha, renee);
        var hers = open(Device.DESKTOP, asha, "/chat");
        assertThat(hers.find("#direct-list .room-name")).hasText(new String[] {renee.name(), ravi.name()});
        try (var his = ravi.online()) {
            his.say(toRavi, "சரி!");
            assertThat(hers.find("#direct-list .room-name")).hasText(new String[] {ravi.name(), renee.name()});
            assertThat(inList(hers, toRavi).locator(".count")).containsText(Pattern.compile("^1 "));
            assertThat(hers.find("#rooms-list .room-name").first()).hasText("Common room");
            hers.find("[data-part=direct] .rooms-fold").click();
            for (var time = 0; time < 2; time++) {
                assertThat(inList(hers, toRenee)).isHidden();
                assertThat(hers.find("[data-part=direct] .rooms-fold .count")).containsText(Pattern.compile("^1 "));
                hers.shot("rooms-folded");
                ready(hers, "/chat");
            }
        }
        hers.find("[data-part=direct] .rooms-fold").click();
        assertThat(hers.find("#direct-list .room-name")).hasText(new String[] {ravi.name(), renee.name()});
        var phone = open(Device.PHONE, asha, "/chat");
        phone.find("[data-open-panel=rooms]").click();
        phone.checkWidth();
        phone.checkAccess();
        phone.shot("rooms-parts");
    }

    private static long direct(Person from, Person to) {
        return from.api()
                .post(
                        "/api/rooms/direct",
                        Api.json(
                                "people", Json.createArrayBuilder().add(to.id()).build()))
                .expect(201)
                .json()
                .getInt("id");
    }

    @Test
    void oneJumpsToRoomsAndPeopleByAPartOfTheName() {
        var asha = student("आशा " + mark);
        var renee = student("Renée D’Souza " + mark);
        var own = group(asha, "छत पर क्रिकेट " + mark);
        var open = renee.api()
                .post("/api/rooms", Api.json("name", "சதுரங்கம் " + mark, "kind", "OPEN"))
                .expect(201)
                .json()
                .getInt("id");
        for (var device : Device.values()) {
            var screen = open(device, asha, "/chat");
            jump(screen, "क्रिकेट " + mark);
            screen.page().keyboard().press("Enter");
            assertRoom(screen, "छत पर क्रिकेट " + mark);
            jump(screen, "renee " + mark);
            assertThat(screen.find("#option-person-" + renee.id())).isVisible();
            // The conversation with her, where there is one by now, else herself.
            var first = screen.find("[role=option][aria-selected=true]");
            assertThat(first).containsText(renee.name());
            checkDrawer(screen);
            screen.shot("jump");
            first.click();
            assertRoom(screen, renee.name());
            if (device == Device.PHONE) continue;
            jump(screen, mark);
            assertThat(screen.find("#option-open-" + open)).isVisible();
            assertThat(screen.find("#option-room-" + own)).isVisible();
            for (var i = screen.find("[role=option]").count(); i > 1; i--)
                screen.page().keyboard().press("ArrowDown");
            assertThat(screen.find("#option-open-" + open)).hasAttribute("aria-selected", "true");
            screen.page().keyboard().press("Enter");
            assertRoom(screen, "சதுரங்கம் " + mark);
            screen.page().evaluate("history.back()");
            assertThat(screen.find("#room-name")).hasText(renee.name());
            leave(asha, open);
        }
    }

    private static void leave(Person who, long room) {
        who.api().delete("/api/rooms/" + room + "/members/" + who.id()).expect(204);
    }

    private static void jump(Screen screen, String text) {
        if (screen.device() == Device.PHONE) press(screen, "#room-jump");
        else screen.page().keyboard().press("Control+k");
        screen.type("#jump-text", text);
        assertThat(screen.find("dialog [role=status].field-hint")).hasText(Pattern.compile("\\d+ found\\."));
    }

    private static void assertInside(Screen screen, Locator what) {
        var box = what.boundingBox();
        var size = screen.page().viewportSize();
        assertTrue(
                box.x >= 0 && box.y >= 0 && box.x + box.width <= size.width && box.y + box.height <= size.height,
                box.x + " " + box.y + " " + box.width + " " + box.height);
    }

    @Test
    void aGroupIsMadeChangedAndLeft() {
        var asha = student("आशा " + mark);
        var ravi = student("ரவி " + mark);
        var name = "छत पर क्रिकेट – ₹ " + mark;
        var his = open(Device.DESKTOP, ravi, "/chat");
        var phone = open(Device.PHONE, asha, "/chat");
        press(phone, "#room-new");
        assertThat(phone.find("dialog h2")).hasText("New group or room");
        phone.find("#make-room .button-main").click();
        assertThat(phone.find("#make-name-error")).isVisible();
        phone.type("#make-name", name);
        phone.type("#make-topic", "மாலை ஆறு மணிக்கு – é’");
        pick(phone, "#make-group-people", "ரவி", ravi);
        checkDrawer(phone);
        phone.find("#make-room .button-main").click();
        assertRoom(phone, name);
        assertThat(phone.find("#room-about")).hasText("மாலை ஆறு மணிக்கு – é’");
        his.find("#room-list a")
                .filter(new Locator.FilterOptions().setHasText(name))
                .click();
        assertRoom(his, name);

        phone.find("#room-details").click();
        assertThat(phone.find("dialog .members .person")).hasCount(2);
        checkDrawer(phone);
        phone.type("#details-name", "बरसात में भी " + mark);
        phone.find("#rename-room button").click();
        assertSaid(phone, "Saved.");
        phone.shot("dialog-saved");
        // Whoever is in it sees the new name, in the list, above the talk and in the tab.
        assertThat(his.find("#room-name")).hasText("बरसात में भी " + mark);
        assertThat(his.find("#room-list [aria-current]")).hasText("बरसात में भी " + mark);
        assertThat(his.page()).hasTitle(Pattern.compile("बरसात में भी " + mark));
        phone.page().evaluate("history.back()");
        assertThat(phone.find("dialog")).hasCount(0);
        assertThat(phone.find("#room-name")).hasText("बरसात में भी " + mark);

        his.find("#room-details").click();
        checkDrawer(his);
        assertThat(his.find("dialog [data-remove]")).hasCount(0);
        his.find("#leave-room").click();
        his.find("dialog [value=yes]").click();
        assertRoom(his, "Common room");
        assertThat(his.find("#room-list a").filter(new Locator.FilterOptions().setHasText(mark)))
                .hasCount(0);
        assertThat(his.find("#gone")).isHidden();
    }

    /** Small, on its side, wide, light and dark: nothing is cut off, and the button that does it is a scroll away at most. */
    @Test
    void theDialogsFitEveryScreen() {
        var asha = student("आशा " + mark);
        var ravi = student("ரவி " + mark);
        var room = group(asha, "छत पर क्रिकेट – " + mark, ravi);
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var device : Device.values()) {
                var screen = ready(browsers.open(device, scheme).as(asha), "/rooms/" + room);
                for (var button : List.of("#room-new", "#room-details")) {
                    if (device == Device.PHONE && button.equals("#room-new")) {
                        screen.find("[data-open-panel=rooms]").click();
                        screen.shot("rooms-panel");
                    }
                    screen.find(button).click();
                    assertThat(screen.find("dialog .buttons button").last()).isAttached();
                    if (button.equals("#room-new"))
                        screen.find("label[for=make-group]").click();
                    else assertThat(screen.find("dialog .members .person")).hasCount(2);
                    checkDrawer(screen);
                    screen.shot("dialog-" + button.substring(1));
                    if (device == Device.PHONE) {
                        screen.page().setViewportSize(740, 360);
                        checkDrawer(screen);
                        screen.shot("dialog-side-" + button.substring(1));
                        screen.page().setViewportSize(360, 740);
                    }
                    screen.page().keyboard().press("Escape");
                    assertThat(screen.find("dialog")).hasCount(0);
                    if (device == Device.PHONE && screen.find("#side").isVisible()) {
                        screen.find("[data-open-panel=talk]").click();
                    }
                }
            }
        }
    }

    @Test
    void openRoomsAreFoundAndJoined() {
        var asha = student("Asha " + mark);
        var name = "புத்தகங்கள் " + mark;
        var room = asha.api()
                .post("/api/rooms", Api.json("name", name, "kind", "OPEN", "topic", "किताबें – अदला-बदली"))
                .expect(201)
                .json()
                .getInt("id");
        try (var line = asha.online()) {
            line.say(room, "பொன்னியின் செல்வன்?");
        }
        for (var device : Device.values()) {
            var screen = open(device, student("Zoya " + device), "/chat");
            var counted = new NetworkCount(screen);
            press(screen, "#room-find");
            screen.type("#find-text", "புத்தக " + mark);
            assertThat(screen.find("dialog .directory-room")).hasCount(1);
            assertThat(screen.find("dialog .drawer-body > [role=status]")).hasText("1 room found.");
            screen.shot("rooms-find");
            screen.checkWidth();
            screen.checkAccess();
            screen.find("dialog [data-join]").click();
            assertRoom(screen, name);
            assertThat(screen.find("#rows .message-body")).hasText("பொன்னியின் செல்வன்?");
            screen.say("मैं लाता हूँ " + device);
            assertThat(screen.find("#rows .message-own:not(.message-pending)")).hasCount(1);
            screen.find("#rows .message-own .message-menu").click();
            screen.find(".menu-item-danger").click();
            screen.find("dialog [value=yes]").click();
            assertThat(screen.find("#rows .message-gone")).hasCount(1);
            assertEquals("0 sockets, 0 pages", counted.toString());
        }
    }

    @Test
    void whoeverIsTakenOutWhileWritingIsToldAndKeepsTheWords() {
        var asha = student("Asha " + mark);
        var ravi = student("ரவி " + mark);
        for (var device : Device.values()) {
            var name = "गुप्त समूह " + device + mark;
            var room = group(asha, name, ravi);
            var his = open(device, ravi, "/rooms/" + room);
            var counted = new NetworkCount(his);
            his.type("#box", "अभी लिख रहा हूँ – இன்னும்");
            asha.api().delete("/api/rooms/" + room + "/members/" + ravi.id()).expect(204);
            assertThat(his.find("#gone")).isVisible();
            assertThat(his.find("#gone-words")).containsText("no longer in “" + name + "”");
            assertThat(his.find("#gone-words")).containsText("kept");
            assertThat(his.find("#room-name")).hasText("Common room");
            assertThat(his.page()).hasURL(Pattern.compile("/chat$"));
            assertThat(his.find("#box")).hasValue("");
            assertThat(his.find("#leftover-text")).hasText("अभी लिख रहा हूँ – இன்னும்");
            assertThat(inList(his, room)).hasCount(0);
            // What to do with it is in sight, too.
            for (var button : List.of("#leftover-copy", "#leftover-drop")) {
                assertTrue(
                        his.bottomOf(button) <= his.bottomOf("#leftover") + 1, button + " is cut off on a " + device);
            }
            his.checkWidth();
            his.checkAccess();
            his.shot("taken-out");
            his.find("#gone-close").click();
            assertThat(his.find("#gone")).isHidden();
            // Taken in again, what one was writing is there.
            asha.api().put("/api/rooms/" + room + "/members/" + ravi.id(), null).expect(204);
            assertThat(inList(his, room)).hasCount(1);
            if (device == Device.PHONE) his.find("[data-open-panel=rooms]").click();
            inList(his, room).click();
            assertThat(his.find("#box")).hasValue("अभी लिख रहा हूँ – இன்னும்");
            his.type("#box", "");
            assertEquals("0 sockets, 0 pages", counted.toString());
        }
    }

    @Test
    void whoeverIsTakenOutElsewhereIsToldWhereTheyAre() {
        var asha = student("Asha " + mark);
        var ravi = student("ரவி " + mark);
        var room = group(asha, "Elsewhere " + mark, ravi);
        var his = open(Device.DESKTOP, ravi, "/chat");
        assertThat(inList(his, room)).hasCount(1);
        his.type("#box", "காலை வணக்கம்");
        asha.api().delete("/api/rooms/" + room).expect(204);
        assertThat(his.find("#gone-words")).containsText("Elsewhere " + mark);
        assertThat(inList(his, room)).hasCount(0);
        assertThat(his.find("#box")).hasValue("காலை வணக்கம்");
        assertThat(his.find("#leftover")).isHidden();
    }

    @Test
    void whereOnlyOfficialsWriteStudentsHaveALineInsteadOfABox() {
        var warden = server.residents().admin("Warden " + mark);
        var room = warden.api()
                .post("/api/rooms", Api.json("name", "मेस का मेनू " + mark, "kind", "OPEN", "posting", "OFFICIALS"))
                .expect(201)
                .json()
                .getInt("id");
        var asha = student("Asha " + mark);
        asha.api().put("/api/rooms/" + room + "/members/" + asha.id(), null).expect(204);
        var hers = open(Device.PHONE, asha, "/rooms/" + room);
        assertThat(hers.find("#composer")).isHidden();
        assertThat(hers.find("#composer-closed")).containsText("Only the hostel’s officials write here.");
        hers.find("[data-open-panel=rooms]").click();
        hers.find("#room-list a[href='/chat']").click();
        assertThat(hers.find("#box")).isVisible();
        assertThat(hers.find("#composer-closed")).isHidden();
        hers.page().evaluate("history.back()");
        assertThat(hers.find("#composer")).isHidden();
        warden.api().patch("/api/rooms/" + room, Api.json("posting", "ALL")).expect(200);
        assertThat(hers.find("#box")).isVisible();
        var office = open(Device.DESKTOP, warden, "/rooms/" + room);
        assertThat(office.find("#box")).isVisible();
    }

    @Test
    void whatIsReadWhereOnlyOfficialsWriteStaysRead() {
        var warden = server.residents().admin("Warden " + mark);
        var room = warden.api()
                .post("/api/rooms", Api.json("name", "सूचना – " + mark, "kind", "OPEN", "posting", "OFFICIALS"))
                .expect(201)
                .json()
                .getInt("id");
        var asha = student("Asha " + mark);
        asha.api().put("/api/rooms/" + room + "/members/" + asha.id(), null).expect(204);
        var hers = open(Device.DESKTOP, asha, "/chat");
        var office = open(Device.DESKTOP, warden, "/rooms/" + room);
        office.say("दूध ₹30 का है – நாளை முதல்");
        var count = inList(hers, room).locator(".count");
        assertThat(count).containsText(Pattern.compile("^1 "));
        hers.find("#room-list a[href='/rooms/" + room + "']").click();
        assertThat(hers.find("#rows .message-body").last()).hasText("दूध ₹30 का है – நாளை முதல்");
        assertThat(count).hasCount(0);
        Pause.until("read", Duration.ofSeconds(15), () -> unreadAtTheServer(asha, room) == 0);
        hers.page().reload();
        assertThat(hers.find("#here-list li").first()).isAttached();
        assertThat(count).hasCount(0);
    }

    private static int unreadAtTheServer(Person person, int room) {
        return person.api().get("/api/rooms").expect(200).items().stream()
                .map(item -> item.asJsonObject())
                .filter(one -> one.getInt("id") == room)
                .mapToInt(one -> one.getInt("unread"))
                .sum();
    }

    @Test
    void aRoomOfWhichOneWantsToHearNothingIsGreyAndCountsNowhere() {
        var asha = student("Asha " + mark);
        var ravi = student("ரவி " + mark);
        var room = group(asha, "Loud " + mark, ravi);
        readAll(ravi, Room.COMMON);
        var his = open(Device.DESKTOP, ravi, "/rooms/" + room);
        his.find("#room-details").click();
        his.find("label[for=details-hear-mentions]").click();
        his.find("label[for=details-hear-nothing]").click();
        assertThat(his.find("#details-hear-nothing")).isChecked();
        assertThat(inList(his, room)).hasClass(Pattern.compile("room-muted"));
        his.page().keyboard().press("Escape");
        his.find("#room-list a[href='/chat']").click();
        var before = his.page().title();
        try (var line = asha.online()) {
            line.say(room, "அடேய்!");
            // A room made after that tells that this has come.
            assertThat(inList(his, group(asha, "Calm " + mark, ravi))).isVisible();
        }
        for (var time = 0; time < 2; time++) {
            assertThat(inList(his, room)).hasClass(Pattern.compile("room-muted"));
            assertThat(inList(his, room).locator(".count")).hasCount(0);
            assertEquals(before, his.page().title());
            ready(his, "/chat");
        }
    }

    /** What others said in other tests is not to count in the title. */
    private static void readAll(Person who, long room) {
        try (var line = who.online()) {
            line.send(Api.json("type", "read", "room", room, "seq", Integer.MAX_VALUE));
            Pause.until(
                    "all is read",
                    Duration.ofSeconds(15),
                    () -> who.api().get("/api/rooms").expect(200).items().stream()
                            .map(JsonValue::asJsonObject)
                            .allMatch(one -> one.getInt("id") != room || one.getInt("unread") == 0));
        }
    }

    @Test
    void theMakersMembersAreTakenInAndOut() {
        var asha = student("Asha " + mark);
        var ravi = student("ரவி " + mark);
        var zoya = student("Zoë " + mark);
        var room = group(asha, "Members " + mark, ravi);
        var hers = open(Device.PHONE, asha, "/rooms/" + room);
        hers.find("#room-details").click();
        pick(hers, "#members-add", "zoe", zoya);
        hers.find(".members-add > .button").click();
        assertSaid(hers, "Added.");
        assertThat(hers.find("dialog .members .person")).hasCount(3);
        hers.find("dialog [data-remove='" + ravi.id() + "']").click();
        hers.find("dialog [value=yes]").click();
        assertSaid(hers, ravi.name() + " is taken out.");
        hers.shot("dialog-taken-out");
        assertThat(hers.find("dialog .members .person")).hasCount(2);
        assertThat(hers.find("dialog [data-remove='" + zoya.id() + "']")).isFocused();
        ravi.api().get("/api/rooms/" + room + "/members").expect(404);
        zoya.api().get("/api/rooms/" + room + "/members").expect(200);
        // The last one: nobody is left to be taken out.
        hers.find("dialog [data-remove='" + zoya.id() + "']").click();
        hers.find("dialog [value=yes]").click();
        assertSaid(hers, zoya.name() + " is taken out.");
        assertThat(hers.find("dialog .drawer-part h3[tabindex]")).isFocused();
        hers.find("#close-room").click();
        hers.find("dialog [value=yes]").click();
        assertRoom(hers, "Common room");
        assertThat(hers.page()).hasURL(Pattern.compile("/chat$"));
    }

    /** The server lists by number: whoever came late to the hostel stands on a later page of the members. */
    @Test
    void theMakerOfACrowdedRoomRenamesItAndSeesEverybodyOnce() {
        var ravi = student("ரவி " + mark);
        var zoya = student("Zoë " + mark);
        var asha = student("आशा " + mark);
        var room = asha.api()
                .post("/api/rooms", Api.json("name", "सबके लिए " + mark, "kind", "OPEN"))
                .expect(201)
                .json()
                .getInt("id");
        for (var other : List.of(ravi, zoya)) {
            other.api()
                    .put("/api/rooms/" + room + "/members/" + other.id(), null)
                    .expect(204);
        }
        for (var device : Device.values()) {
            var hers = open(device, asha, "/rooms/" + room);
            // One to a page instead of a hundred.
            hers.page()
                    .route(
                            "**/members?limit=100&*",
                            route -> route.resume(new Route.ResumeOptions()
                                    .setUrl(route.request().url().replace("limit=100", "limit=1"))));
            hers.find("#room-details").click();
            var people = hers.find("dialog .members .person");
            assertThat(people).hasCount(1);
            hers.type("#details-name", "Everybody’s " + device + mark);
            hers.find("#rename-room button").click();
            assertSaid(hers, "Saved.");
            assertThat(hers.find("#close-room")).isVisible();
            checkDrawer(hers);
            var more = hers.find("dialog").getByText("Show more");
            for (var shown = 2; shown <= 3; shown++) {
                more.evaluate("button => { button.click(); button.click(); button.click(); }");
                assertThat(people).hasCount(shown);
            }
            assertThat(more).isHidden();
            for (var one : List.of(ravi, zoya, asha)) {
                assertThat(people.filter(new Locator.FilterOptions().setHasText(one.name())))
                        .hasCount(1);
            }
        }
    }
}
