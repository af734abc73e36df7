package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.regex.Pattern;
import org.hostelchat.room.Room;
import org.hostelchat.support.Api;
import org.hostelchat.support.Browsers;
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

/** How many are unread: posts by others after the last one read, the same in the list, in the title, after a reload, and at the server. */
@ExtendWith(Hostel.class)
class UnreadIT {

    private final HostelServer server;
    private Person asha;
    private Person author;
    private LiveClient ravi;
    private long notice;
    private long discussion;

    UnreadIT(HostelServer server) {
        this.server = server;
    }

    @BeforeEach
    void openADiscussion() {
        asha = server.residents().student("Asha Kulkarni");
        author = server.residents().admin("Ravi Menon");
        ravi = author.online();
        var posted = server.operator()
                .post("/api/notices", Api.json("title", "पानी – Saturday", "text", "None from 9 to 13."))
                .expect(201)
                .json();
        notice = posted.getInt("id");
        discussion = posted.getInt("room");
        ravi.await("room", frame -> frame.getJsonObject("room").getInt("id") == discussion);
    }

    @AfterEach
    void closeIt() {
        server.operator().delete("/api/notices/" + notice).expect(204);
    }

    private long unreadAtTheServer() {
        return asha.api().get("/api/rooms").expect(200).items().stream()
                .map(item -> item.asJsonObject())
                .filter(room -> room.getInt("id") == discussion)
                .findFirst()
                .orElseThrow()
                .getInt("unread");
    }

    /** The list, the title and the server say the same, now and after a reload. */
    private void assertUnread(Screen screen, int count) {
        for (var time = 0; time < 2; time++) {
            var link = screen.find("#room-list a[href='/rooms/" + discussion + "']");
            if (count == 0) assertThat(link.locator(".count")).hasCount(0);
            else assertThat(link.locator(".count")).containsText(Pattern.compile("^" + count + " "));
            assertEquals(count, unreadAtTheServer());
            screen.page().reload();
            assertThat(screen.find("#here-list li").first()).isAttached();
        }
    }

    private Screen open(Browsers browsers) {
        var screen = browsers.desktop().as(asha);
        screen.go("/chat");
        assertThat(screen.find("#here-list li").first()).isAttached();
        return screen;
    }

    @Test
    void onlyPostsByOthersCountInARoomThatOneNeverOpened(Browsers browsers) {
        var screen = open(browsers);
        assertUnread(screen, 0);
        var first = ravi.say(discussion, "क्या शनिवार को पानी आएगा?");
        var second = ravi.say(discussion, "and on Sunday?");
        assertUnread(screen, 2);
        ravi.say(discussion, "third");
        assertUnread(screen, 3);
        // An edit is no new message, and what one writes oneself on another device is not unread.
        edit(second, "and on Monday?");
        try (var other = asha.online()) {
            other.say(discussion, "I think so");
        }
        assertUnread(screen, 3);
        delete(first);
        var link = screen.find("#room-list a[href='/rooms/" + discussion + "'] .count");
        // What is not on the page the server is asked for, not at once and not by everybody at the same moment.
        assertThat(link)
                .containsText(Pattern.compile("^2 "), new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
        assertUnread(screen, 2);
        // Opened, it begins at the first of them; looked at, it is read everywhere.
        screen.find("#room-list a[href='/rooms/" + discussion + "']").click();
        assertThat(screen.find(".unread")).isInViewport();
        Pause.until("read", Duration.ofSeconds(15), () -> unreadAtTheServer() == 0);
        assertUnread(screen, 0);
    }

    @Test
    void whatIsDeletedWhileItIsUnreadCountsNoMore(Browsers browsers) {
        var screen = open(browsers);
        var said = ravi.say(discussion, "sent by mistake");
        var link = screen.find("#room-list a[href='/rooms/" + discussion + "'] .count");
        assertThat(link).containsText(Pattern.compile("^1 "));
        delete(said);
        assertThat(link).hasCount(0);
    }

    @Test
    void readOnAnotherDeviceIsReadHere(Browsers browsers) {
        var screen = open(browsers);
        ravi.say(discussion, "one");
        var second = ravi.say(discussion, "two");
        ravi.say(discussion, "three");
        var link = screen.find("#room-list a[href='/rooms/" + discussion + "'] .count");
        assertThat(link).containsText(Pattern.compile("^3 "));
        try (var other = asha.online()) {
            other.send(Api.json("type", "read", "room", discussion, "seq", second));
            assertThat(link).containsText(Pattern.compile("^1 "));
        }
        assertUnread(screen, 1);
    }

    /** On a phone the open room has a badge of its own, and a message below the edge says so in the talk itself. */
    @Test
    void thePhoneTellsOfWhatIsUnreadInTheOpenRoom(Browsers browsers) {
        for (var i = 0; i < 15; i++) ravi.say(Room.COMMON, "filler " + i + "\n\n");
        var phone = browsers.phone().as(asha);
        phone.go("/chat");
        assertThat(phone.find("#here-list li").first()).isAttached();
        var before = phone.find(".bar [data-unread-count]").count() == 0
                ? ""
                : phone.find(".bar [data-unread-count]").innerText();
        phone.find("#timeline").evaluate("box => { box.scrollTop -= 100; }");
        assertThat(phone.find("#jump")).isHidden();
        ravi.say(Room.COMMON, "just below the edge");
        assertThat(phone.find("#jump")).isVisible();
        assertThat(phone.find("#jump")).containsText("1 new");
        assertThat(phone.find(".bar [data-talk-count]")).hasText("1");
        assertEquals(before, phone.find(".bar [data-unread-count]").innerText(), "it is no other room’s");
        phone.checkAccess();
        phone.find("#jump").click();
        assertThat(phone.find(".bar [data-talk-count]")).isHidden();
        assertTrue(new Reader(phone).lastMessageBelowTheEdge() <= 0);
        phone.find("[data-open-panel=here]").click();
        ravi.say(Room.COMMON, "behind the panel");
        assertThat(phone.find(".bar [data-talk-count]")).hasText("1");
        phone.find("[data-open-panel=talk]").click();
        assertThat(phone.find(".bar [data-talk-count]")).isHidden();
    }

    private void edit(long seq, String words) {
        author.api()
                .send("PATCH", "/api/rooms/" + discussion + "/messages/by-seq/" + seq, Api.json("body", words))
                .expect(200);
    }

    private void delete(long seq) {
        author.api()
                .delete("/api/rooms/" + discussion + "/messages/by-seq/" + seq)
                .expect(204);
    }
}
