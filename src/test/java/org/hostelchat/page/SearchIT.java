package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hostelchat.support.Api.json;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Searching messages, on a phone and by keyboard. */
@ExtendWith(Hostel.class)
class SearchIT {

    /** What a finger hits, in CSS pixels. */
    private static final double TARGET = 43.5;

    private static void say(Person who, String body) {
        who.api()
                .put("/api/rooms/1/messages/" + UUID.randomUUID(), json("body", body))
                .expect(201);
    }

    @Test
    void findsHindiAndTamilOnAPhoneAndShowsTheMessageAmongOthers(HostelServer server, Browsers browsers) {
        var asha = server.residents().student("Asha").doneWithTheBoard();
        say(asha, "மாலை வடக்கன்நீர் தேநீர் ஐந்து மணிக்கு");
        say(asha, "आज रात छज्जेवाली मेनू में क्या है?");
        for (var i = 0; i < 30; i++) say(asha, "छज्जेवाली के बाद " + i);
        var phone = browsers.phone().as(asha);
        phone.go("/chat");
        assertThat(phone.find("#here-list li").first()).isAttached();
        phone.checkWidth();
        var button = phone.find("#search").boundingBox();
        assertTrue(button.width >= TARGET && button.height >= TARGET, "a finger hits the button");
        phone.find("#search").click();

        phone.type("#search-text", "छज्जेवाली मेनू");
        assertThat(phone.find(".search-hit")).hasCount(1);
        assertThat(phone.find(".search-hit mark").first()).hasText("छज्जेवाली");
        var hit = phone.find(".search-hit").boundingBox();
        assertTrue(hit.height >= TARGET && hit.x >= 0 && hit.x + hit.width <= 360.5, "it is within the screen");
        phone.checkWidth();
        phone.checkFields();
        phone.checkAccess();
        phone.shot("search");
        phone.type("#search-text", "छज्जेवाली मैं");
        assertThat(phone.find(".search-hit")).hasCount(0);
        phone.type("#search-text", "வடக்கன்நீ");
        assertThat(phone.find(".search-hit mark")).hasText("வடக்கன்நீர்");
        phone.type("#search-text", "छज्जेवाली मेनू");
        assertThat(phone.find(".search-hit mark").first()).hasText("छज्जेवाली");
        phone.find(".search-hit").click();

        var found = phone.find(".search-found");
        assertThat(found).isInViewport();
        assertThat(found.locator("mark").first()).hasText("छज्जेवाली");
        assertThat(phone.find(".search-context li").first()).not().hasClass("search-found");
        phone.checkAccess();
        phone.shot("search-context");
        phone.page().goBack();
        assertThat(phone.find(".search-context")).hasCount(0);
        assertThat(phone.find(".search-hit")).isVisible();
        phone.page().goBack();
        assertThat(phone.find("dialog")).hasCount(0);
    }

    @Test
    void opensByKeysAndWalksByThem(HostelServer server, Browsers browsers) {
        var asha = server.residents().student("Asha").doneWithTheBoard();
        say(asha, "Fenugreek Café at five");
        var desk = browsers.desktop().as(asha);
        desk.go("/chat");
        assertThat(desk.find("#here-list li").first()).isAttached();
        desk.find("#box").press("Control+Shift+F");
        assertThat(desk.find("#search-text")).isFocused();
        desk.page().keyboard().press("Escape");
        assertThat(desk.find("dialog")).hasCount(0);
        desk.find("#timeline").focus();
        desk.page().keyboard().press("/");
        assertThat(desk.find("#search-text")).isFocused();
        assertThat(desk.find("#box")).hasValue("");
        desk.page().keyboard().type("fenugreek cafe");
        assertThat(desk.find(".search-hit")).hasCount(1);
        desk.page().keyboard().press("ArrowDown");
        desk.page().keyboard().press("Enter");
        assertThat(desk.find(".search-found")).isFocused();
        desk.page().keyboard().press("Escape");
        assertThat(desk.find(".search-hit")).isFocused();
        desk.type("#search-text", "nothingofthiskind");
        assertThat(desk.find("dialog .field-hint[role=status]")).containsText("No message");
    }
}
