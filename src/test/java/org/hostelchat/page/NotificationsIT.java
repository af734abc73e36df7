package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.hostelchat.room.Room;
import org.hostelchat.support.Api;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents.Person;
import org.hostelchat.support.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody is told of who looks at something else than the chat. */
@ExtendWith(Hostel.class)
class NotificationsIT {

    /** Browsers without a screen show no notifications: notes what they would show, as on a page of https. */
    private static final String NOTES =
            """
            (() => {
              Object.defineProperty(window, 'isSecureContext', { value: true });
              window.told = [];
              let permission = sessionStorage.getItem('permission') ?? 'default';
              window.Notification = class extends EventTarget {
                static get permission() { return permission; }
                static async requestPermission() {
                  sessionStorage.setItem('permission', permission = 'granted');
                  return permission;
                }
                constructor(title, { body, tag }) {
                  super();
                  window.told = window.told.filter((one) => one.tag !== tag).concat({ title, body, tag, it: this });
                }
                close() { window.told = window.told.filter(({ it }) => it !== this); }
              };
              window.whatIsTold = () => window.told.map(({ title, body }) => `${title}: ${body}`).join(' | ');
            })()""";

    private final String mark = UUID.randomUUID().toString().substring(0, 6);

    @Test
    void whoLooksAwayIsToldOfMentionsAndDirectMessagesAndComesToThem(HostelServer server, Browsers browsers) {
        var asha = server.residents().student("आशा " + mark).doneWithTheBoard();
        var ravi = server.residents().student("Ravi " + mark).doneWithTheBoard();
        var screen = browsers.desktop().as(asha);
        var reader = new Reader(screen);
        screen.context().addInitScript(NOTES);
        screen.go("/chat");
        screen.find("#account summary").click();
        named(screen, "#account a", "Notifications").click();
        assertThat(screen.find("[data-notify=off]")).isVisible();
        assertEquals("default", screen.page().evaluate("Notification.permission"));
        screen.checkWidth();
        screen.checkAccess();
        screen.find("#notify-on").click();
        assertThat(screen.find("[data-notify=on]")).isVisible();
        assertThat(screen.find("#notify-off")).isFocused();
        screen.find("#quietFrom").fill("22:00");
        screen.find("#save").click();
        assertThat(screen.find("#quietTo-error")).containsText("both times");
        screen.find("#quietFrom").fill("");
        screen.find("#save").click();
        assertThat(screen.find(".word")).containsText("all your devices");

        screen.page().waitForResponse(response -> response.url().contains("/browser-"), () -> screen.go("/chat"));
        assertThat(screen.find("#here-list li").first()).isAttached();
        reader.lookAway();
        say(ravi, Room.COMMON, "nothing for her", null);
        say(ravi, Room.COMMON, "चाय? " + mark, asha);
        waitFor(screen, ravi.name() + " in “Common room”: चाय? " + mark);

        var direct = ravi.api()
                .post(
                        "/api/rooms/direct",
                        Api.json(
                                "people",
                                Json.createArrayBuilder().add(asha.id()).build()))
                .expect(201)
                .json()
                .getInt("id");
        asha.api()
                .put(
                        "/api/me/notifications",
                        Api.json("level", "MENTIONS", "sound", false, "words", false, "quietFrom", "", "quietTo", ""))
                .expect(204);
        say(ravi, direct, "a secret", null);
        say(ravi, direct, "another secret", null);
        waitFor(screen, ravi.name() + " in “Common room”: चाय? " + mark + " | " + ravi.name() + ": New message");

        screen.page().evaluate("told[1].it.dispatchEvent(new Event('click'))");
        assertThat(screen.page()).hasURL(browsers.url() + "/rooms/" + direct);
        reader.comeBack();
        assertThat(named(screen, "#rows .message", "another secret")).isVisible();
        screen.find("#room-list a[href='/chat']").click();
        waitFor(screen, "");
    }

    private static Locator named(Screen screen, String selector, String words) {
        return screen.find(selector).filter(new Locator.FilterOptions().setHasText(words));
    }

    private static void waitFor(Screen screen, String told) {
        screen.page()
                .waitForFunction(
                        "(told) => whatIsTold() === told", told, new Page.WaitForFunctionOptions().setTimeout(20_000));
    }

    private static void say(Person person, long room, String body, Person mentioned) {
        var mentions = Json.createArrayBuilder();
        if (mentioned != null) mentions.add(mentioned.id());
        JsonObject post = Json.createObjectBuilder()
                .add("body", body)
                .add("mentions", mentions)
                .build();
        person.api()
                .put("/api/rooms/" + room + "/messages/" + UUID.randomUUID(), post)
                .expect(201);
    }
}
