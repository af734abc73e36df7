package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import jakarta.json.Json;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hostelchat.room.Room;
import org.hostelchat.support.Api;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Device;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.LiveClient;
import org.hostelchat.support.Pause;
import org.hostelchat.support.Residents.Person;
import org.hostelchat.support.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One page and one connection for all rooms: switching opens no socket and loads no page, and each room keeps its own
 * state.
 */
@ExtendWith(Hostel.class)
class RoomSwitchingIT {

    private final HostelServer server;
    private Person asha;
    private Person ravi;
    private LiveClient raviLine;
    private String name;
    private long room;

    RoomSwitchingIT(HostelServer server) {
        this.server = server;
    }

    @BeforeEach
    void makeARoom() {
        asha = server.residents().student("आशा कुलकर्णी").doneWithTheBoard();
        ravi = server.residents().student("ரவி குமார்");
        name = "छत पर क्रिकेट – " + UUID.randomUUID().toString().substring(0, 8);
        room = group(name);
        raviLine = ravi.online();
        raviLine.say(room, "இன்று மாலை?");
    }

    @AfterEach
    void hangUp() {
        raviLine.close();
    }

    private long group(String called) {
        var people = Json.createArrayBuilder().add(ravi.id()).build();
        return asha.api()
                .post("/api/rooms", Api.json("name", called, "kind", "GROUP", "people", people))
                .expect(201)
                .json()
                .getInt("id");
    }

    private Screen open(Browsers browsers, Device device, String path) {
        var screen = (device == Device.PHONE ? browsers.phone() : browsers.desktop()).as(asha);
        screen.go(path);
        assertThat(screen.find("#here-list li").first()).isAttached();
        return screen;
    }

    private static Locator inList(Screen screen, long id) {
        return screen.find("#room-list a[href='" + (id == Room.COMMON ? "/chat" : "/rooms/" + id) + "']");
    }

    /** By the list, which on a phone is a tap away. */
    private static void visit(Screen screen, long id) {
        if (screen.device() == Device.PHONE)
            screen.find("[data-open-panel=rooms]").click();
        inList(screen, id).click();
    }

    private void assertInTheRoom(Screen screen) {
        assertThat(screen.page()).hasURL(Pattern.compile("/rooms/" + room + "$"));
        assertThat(screen.find("#room-name")).hasText(name);
        assertThat(screen.page()).hasTitle(Pattern.compile(name));
        assertThat(screen.find("#rows .message-body").first()).hasText("இன்று மாலை?");
        assertThat(screen.find("#box")).hasAttribute("placeholder", "Write a message");
        assertThat(screen.find("#side [aria-current=page] .room-name")).hasText(name);
        if (screen.device() == Device.PHONE) assertThat(screen.find("#side")).isHidden();
    }

    private static void assertInTheCommonRoom(Screen screen) {
        assertThat(screen.page()).hasURL(Pattern.compile("/chat$"));
        assertThat(screen.find("#room-name")).hasText("Common room");
        assertThat(screen.find("#box")).hasAttribute("placeholder", "Write to everyone");
        assertThat(screen.find("#box")).isVisible();
    }

    @Test
    void goingToAnotherRoomOpensNoSocketAndLoadsNoPage(Browsers browsers) {
        for (var device : Device.values()) {
            var screen = open(browsers, device, "/chat");
            var counted = new NetworkCount(screen);
            visit(screen, room);
            assertInTheRoom(screen);
            screen.page().goBack();
            assertInTheCommonRoom(screen);
            screen.page().goForward();
            assertInTheRoom(screen);
            screen.say("हाँ, सात बजे – " + device);
            assertThat(screen.find("#rows .message-own:not(.message-pending) .message-body")
                            .last())
                    .hasText("हाँ, सात बजे – " + device);
            raviLine.awaitSaid(room, "हाँ, सात बजे – " + device);
            raviLine.say(room, "நானும் வருகிறேன் " + device);
            assertThat(screen.find("#rows .message-body").last()).hasText("நானும் வருகிறேன் " + device);
            // A link in the talk, to a room that is one's own.
            raviLine.say(room, "news for all: " + browsers.url() + "/chat");
            screen.find("#rows .message-body a").last().click();
            assertInTheCommonRoom(screen);
            screen.page().goBack();
            assertInTheRoom(screen);
            screen.checkWidth();
            screen.checkAccess();
            assertEquals("0 sockets, 0 pages", counted.toString(), device.toString());
        }
    }

    @Test
    void onAPhoneBackLeadsToTheRoomBeforeAndNotToThePanel(Browsers browsers) {
        var phone = open(browsers, Device.PHONE, "/chat");
        visit(phone, room);
        assertInTheRoom(phone);
        phone.find("[data-open-panel=here]").click();
        assertThat(phone.find("#here")).isVisible();
        phone.page().evaluate("history.back()");
        assertThat(phone.find("#here")).isHidden();
        assertInTheRoom(phone);
        phone.page().evaluate("history.back()");
        assertInTheCommonRoom(phone);
        assertThat(phone.find("#side")).isHidden();
        phone.page().evaluate("history.forward()");
        assertInTheRoom(phone);
        // The room that one is in already: its panel goes, and nothing else happens.
        phone.find("[data-open-panel=rooms]").click();
        inList(phone, room).click();
        assertInTheRoom(phone);
        phone.page().waitForFunction("!history.state?.layers");
        phone.page().evaluate("history.back()");
        assertInTheCommonRoom(phone);
    }

    @Test
    void aLinkOpensARoomDirectly(Browsers browsers) {
        var screen = open(browsers, Device.DESKTOP, "/rooms/" + room);
        assertInTheRoom(screen);
        visit(screen, Room.COMMON);
        assertInTheCommonRoom(screen);
        screen.page().reload();
        assertInTheCommonRoom(screen);
        screen.page().goBack();
        assertInTheRoom(screen);
        var strangers = browsers.desktop().as(server.residents().student());
        strangers.expectTrouble("404");
        Response answer = strangers.go("/rooms/" + room);
        assertEquals(404, answer.status());
    }

    @Test
    void eachRoomKeepsItsDraftAndItsEdit(Browsers browsers) {
        var screen = open(browsers, Device.DESKTOP, "/rooms/" + room);
        screen.say("கிரிக்கெட் ஆறு மணிக்கு");
        assertThat(screen.find("#rows .message-own:not(.message-pending)")).hasCount(1);
        screen.type("#box", "कल सुबह पाँच बजे – ₹ 50");
        visit(screen, Room.COMMON);
        assertInTheCommonRoom(screen);
        assertThat(screen.find("#box")).hasValue("");
        screen.type("#box", "மாலை வணக்கம்");
        visit(screen, room);
        assertThat(screen.find("#box")).hasValue("कल सुबह पाँच बजे – ₹ 50");
        screen.type("#box", "");
        screen.find("#box").press("ArrowUp");
        assertThat(screen.find("#box")).hasValue("கிரிக்கெட் ஆறு மணிக்கு");
        screen.find("#box").press("End");
        screen.find("#box").pressSequentially(" – é’");
        screen.page().goBack();
        assertThat(screen.find("#box")).hasValue("மாலை வணக்கம்");
        assertThat(screen.find("#composer-note")).isHidden();
        screen.page().goForward();
        assertThat(screen.find("#box")).hasValue("கிரிக்கெட் ஆறு மணிக்கு – é’");
        assertThat(screen.find("#composer-note")).isVisible();
        screen.find("#send").click();
        assertThat(screen.find("#rows .message-own .message-body")).hasText("கிரிக்கெட் ஆறு மணிக்கு – é’");
        screen.page().reload();
        assertThat(screen.find("#box")).hasValue("");
        screen.go("/chat");
        assertThat(screen.find("#box")).hasValue("மாலை வணக்கம்");
        screen.type("#box", "");
    }

    @Test
    void whoeverComesBackReadsOnWhereTheyWere(Browsers browsers) {
        for (var i = 0; i < 60; i++) raviLine.say(room, "வரி " + i + "\n\n");
        for (var device : Device.values()) {
            var screen = open(browsers, device, "/rooms/" + room);
            assertThat(screen.find("#rows .message-body").filter(new Locator.FilterOptions().setHasText("வரி 59")))
                    .isAttached();
            screen.find("#timeline").evaluate("box => { box.scrollTop = box.scrollHeight / 3; }");
            var place = ReadingPlace.of(screen);
            visit(screen, Room.COMMON);
            assertInTheCommonRoom(screen);
            screen.page().goBack();
            assertThat(screen.find("#room-name")).hasText(name);
            place.assertKept();
            raviLine.say(room, "meanwhile");
            place.assertKept();
            visit(screen, Room.COMMON);
            assertInTheCommonRoom(screen);
            visit(screen, room);
            assertThat(screen.find("#room-name")).hasText(name);
            place.assertKept();
            screen.find("#jump").click();
            assertThat(screen.find("#rows .message").last()).isInViewport();
            // What this one reads at the end would be read on the next one, too.
            screen.page().close();
        }
    }

    private long unreadAtTheServer() {
        return asha.api().get("/api/rooms").expect(200).items().stream()
                .map(item -> item.asJsonObject())
                .filter(one -> one.getInt("id") == room)
                .findFirst()
                .orElseThrow()
                .getInt("unread");
    }

    @Test
    void whatIsSaidInARoomThatOneIsNotInIsCountedAtOnce(Browsers browsers) {
        var screen = open(browsers, Device.DESKTOP, "/rooms/" + room);
        assertInTheRoom(screen);
        Pause.until("read", Duration.ofSeconds(15), () -> unreadAtTheServer() == 0);
        visit(screen, Room.COMMON);
        assertInTheCommonRoom(screen);
        raviLine.say(room, "पहला");
        raviLine.say(room, "दूसरा");
        var count = inList(screen, room).locator(".count");
        assertThat(count).containsText(Pattern.compile("^2 "));
        assertEquals(2, unreadAtTheServer());
        screen.page().reload();
        assertThat(count).containsText(Pattern.compile("^2 "));
        visit(screen, room);
        assertThat(screen.find("#rows .message-body").last()).hasText("दूसरा");
        assertThat(screen.find(".unread")).isInViewport();
        assertThat(count).hasCount(0);
        Pause.until("read", Duration.ofSeconds(15), () -> unreadAtTheServer() == 0);
        screen.page().reload();
        assertThat(screen.find("#here-list li").first()).isAttached();
        assertThat(count).hasCount(0);
    }

    /** On a desktop, where no step of the history stands for an open menu. */
    @Test
    void whatOneBeganWithAMessageStaysInItsRoom(Browsers browsers) {
        var screen = open(browsers, Device.DESKTOP, "/chat");
        visit(screen, room);
        assertInTheRoom(screen);
        screen.say("गेंद मेरे पास है – café");
        screen.find(".message-menu[data-mine]").click();
        assertThat(screen.find(".float-menu")).isVisible();
        screen.page().goBack();
        assertInTheCommonRoom(screen);
        assertThat(screen.find(".float-menu")).hasCount(0);
        screen.page().goForward();
        assertInTheRoom(screen);
        screen.find(".message-menu[data-mine]").click();
        screen.find(".float-menu .menu-item-danger").click();
        assertThat(screen.find("dialog[open]")).containsText("Delete your message?");
        screen.page().goBack();
        assertInTheCommonRoom(screen);
        screen.find("dialog[open] .button-danger").click();
        assertThat(screen.find("#says")).containsText("Deleted.");
        screen.page().goForward();
        assertInTheRoom(screen);
        assertThat(screen.find(".message-gone .message-body")).hasText("This message was deleted.");
    }

    @Test
    void comesBackToARoomWhoseMessagesWereLetGo(Browsers browsers) {
        var others = IntStream.range(0, 8)
                .mapToLong(i -> group("Group " + i + " – " + name))
                .toArray();
        var screen = open(browsers, Device.DESKTOP, "/rooms/" + room);
        var counted = new NetworkCount(screen);
        for (var other : others) {
            visit(screen, other);
            assertThat(screen.find("#rows-head")).containsText("begins here");
        }
        raviLine.say(room, "while its messages were not held");
        assertThat(inList(screen, room).locator(".count")).containsText(Pattern.compile("^1 "));
        visit(screen, room);
        assertThat(screen.find("#rows .message-body").last()).hasText("while its messages were not held");
        assertThat(screen.find(".unread")).isInViewport();
        assertEquals("0 sockets, 0 pages", counted.toString());
    }
}
