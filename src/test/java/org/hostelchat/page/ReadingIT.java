package org.hostelchat.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hostelchat.room.Room;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.CuttableLine;
import org.hostelchat.support.Device;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.LiveClient;
import org.hostelchat.support.Pause;
import org.hostelchat.support.Residents.Person;
import org.hostelchat.support.Screen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where messages are on the screen while people post, and which of them count as read: those that were looked at. */
@ExtendWith(Hostel.class)
class ReadingIT {

    private static final List<String> MESSAGES = List.of(
            "tea?",
            "and biscuits",
            "पहली पंक्ति\nदूसरी पंक्ति\nतीसरी पंक்தி",
            "இன்று மாலை யார் வருகிறீர்கள்?",
            "₹40 – that’s the café’s price",
            "one\ntwo\nthree\nfour\nfive\nsix\nseven",
            "ok");

    private final HostelServer server;
    private Person asha;
    private LiveClient ravi;

    ReadingIT(HostelServer server) {
        this.server = server;
    }

    @BeforeEach
    void arrive() {
        asha = server.residents().student("Asha Kulkarni");
        ravi = server.residents().student("Ravi Menon").online();
        for (var i = 0; i < 15; i++) ravi.say(Room.COMMON, "filler " + i + "\n\n");
    }

    private static Screen open(Screen screen) {
        screen.go("/chat");
        assertThat(screen.find("#here-list li").first()).isAttached();
        return screen;
    }

    private static void write(Screen screen, String text) {
        var lines = text.split("\n", -1);
        for (var i = 0; i < lines.length; i++) {
            if (i > 0) screen.find("#box").press("Shift+Enter");
            screen.find("#box").pressSequentially(lines[i]);
        }
        screen.find("#send").click();
    }

    /** The mark as the server has it. */
    private long read() {
        return asha.api()
                .get("/api/rooms")
                .expect(200)
                .items()
                .get(0)
                .asJsonObject()
                .getInt("read");
    }

    private void awaitRead(long seq) {
        Pause.until("read up to " + seq, Duration.ofSeconds(15), () -> read() >= seq);
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    void onesOwnMessageEndsAboveTheBox(Device device, Browsers browsers) {
        var screen = open(browsers.open(device, com.microsoft.playwright.options.ColorScheme.LIGHT)
                .as(asha));
        var reader = new Reader(screen);
        for (var text : MESSAGES) {
            write(screen, text);
            var own =
                    screen.find(".message-own:has(.message-menu) .message-body").last();
            assertThat(own).hasText(text);
            assertThat(screen.find(".message-pending")).hasCount(0);
            assertTrue(reader.lastMessageBelowTheEdge() <= 0, text + ": " + reader.lastMessageBelowTheEdge());
            // Others come in between, so that some rows begin a group and some do not.
            if (text.length() % 2 == 0) {
                ravi.say(Room.COMMON, "yes, " + text);
                assertThat(screen.find(".message-body").last()).hasText("yes, " + text);
                assertTrue(reader.lastMessageBelowTheEdge() <= 0, "others’ after " + text);
            }
        }
        assertThat(screen.find("#jump")).isHidden();
    }

    @Test
    void onesOwnMessageEndsAboveTheBoxWhileOthersPostAndTheLineIsBroken(Browsers others) {
        try (var line = new CuttableLine(server);
                var browsers = new Browsers(line.port())) {
            var screen = browsers.phone().as(asha);
            screen.expectTrouble("WebSocket connection|ERR_");
            open(screen);
            var reader = new Reader(screen);
            line.cut();
            for (var text : MESSAGES) {
                write(screen, text);
                assertThat(screen.find(".message-pending .message-body").last()).hasText(text);
                assertTrue(reader.lastMessageBelowTheEdge() <= 0, "pending: " + text);
            }
            ravi.say(Room.COMMON, "said meanwhile");
            line.mend();
            assertThat(screen.find(".message-pending"))
                    .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
            assertTrue(reader.lastMessageBelowTheEdge() <= 0);
        }
    }

    @Test
    void onesOwnMessageEndsAboveTheBoxFromWhereverOneWroteIt(Browsers browsers) {
        var screen = open(browsers.phone().as(asha));
        var reader = new Reader(screen);
        screen.find("#timeline").evaluate("box => box.scrollTop = 0");
        var new1 = say(1).get(0);
        assertThat(screen.find("#jump")).containsText("1 new");
        write(screen, "from far above");
        assertThat(screen.find(".message-own:has(.message-menu) .message-body").last())
                .hasText("from far above");
        assertTrue(reader.lastMessageBelowTheEdge() <= 0);
        assertTrue(reader.below(new1) > 0, "what came before it is in view, too");
        assertThat(screen.page()).hasTitle(Pattern.compile("^Common room"));
    }

    private List<String> say(int count) {
        var tag = UUID.randomUUID().toString().substring(0, 8);
        var words = new ArrayList<>(
                IntStream.rangeClosed(1, count).mapToObj(i -> tag + " " + i).toList());
        words.forEach(text -> ravi.post(Room.COMMON, text));
        words.forEach(text -> ravi.await("ack"));
        return words;
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    void whatCameWhileNobodyLookedIsUnreadAndOneGoesOnWhereOneLeftOff(Device device, Browsers browsers) {
        var screen = browsers.open(device, com.microsoft.playwright.options.ColorScheme.LIGHT)
                .as(asha);
        var reader = new Reader(screen);
        open(screen);
        var seen = ravi.say(Room.COMMON, "the last one seen");
        awaitRead(seen);
        reader.lookAway();
        var words = say(40);
        assertThat(screen.page()).hasTitle(Pattern.compile("^\\(40\\) "));
        reader.watch();
        reader.comeBack();
        assertThat(screen.find(".unread")).isInViewport();
        assertTrue(
                reader.below(words.get(0)) > 0 && reader.below(words.get(0)) < 150,
                "the first of them stands at the top");
        assertThat(screen.find("#jump")).containsText("new");
        assertEquals(seen, read(), "coming back alone reads nothing");
        // What one sees now, and no more, becomes read.
        var last = words.indexOf((String) reader.inView().get("last")) + 1;
        awaitRead(seen + last);
        // One more may come into view, or go out of it, as the page makes room for what is below.
        Pause.millis(2_500);
        var nowRead = (int) (read() - seen);
        assertTrue(reader.everSeen().containsAll(words.subList(0, nowRead)), "read what nobody saw");
        assertThat(screen.page()).hasTitle(Pattern.compile("^\\(" + (40 - nowRead) + "\\) "));
        reader.readOn();
        awaitRead(seen + 40);
        assertThat(screen.page()).hasTitle(Pattern.compile("^Common room"));
    }

    @Test
    void aWindowBehindAnotherReadsNothing(Browsers browsers) {
        var screen = browsers.desktop().as(asha);
        var reader = new Reader(screen);
        open(screen);
        var seen = ravi.say(Room.COMMON, "the last one seen");
        awaitRead(seen);
        reader.workElsewhere();
        var words = say(3);
        assertThat(screen.find(".unread")).isInViewport();
        assertThat(screen.page()).hasTitle(Pattern.compile("^\\(3\\) "));
        assertTrue(reader.below(words.get(2)) > 0);
        Pause.millis(2_500);
        assertEquals(seen, read());
    }

    @Test
    void afterABrokenLineOneGoesOnWhereOneLeftOff() {
        try (var line = new CuttableLine(server);
                var browsers = new Browsers(line.port())) {
            var screen = browsers.phone().as(asha);
            screen.expectTrouble("WebSocket connection|ERR_");
            open(screen);
            var reader = new Reader(screen);
            var seen = ravi.say(Room.COMMON, "the last one seen");
            awaitRead(seen);
            line.cut();
            var words = say(40);
            line.mend();
            assertThat(screen.find(".unread"))
                    .isInViewport(new LocatorAssertions.IsInViewportOptions().setTimeout(40_000));
            assertTrue(reader.below(words.get(0)) > 0 && reader.below(words.get(0)) < 150);
            Pause.millis(2_500);
            assertTrue(read() < seen + 20, "only what is on the screen");
            reader.readOn();
            awaitRead(seen + 40);
        }
    }

    /** Whoever writes before having read all of it is at the end then, and is told that there is more above. */
    @Test
    void writingIsNotReading(Browsers browsers) {
        var screen = browsers.phone().as(asha);
        var reader = new Reader(screen);
        open(screen);
        var seen = ravi.say(Room.COMMON, "the last one seen");
        awaitRead(seen);
        reader.lookAway();
        var words = say(40);
        reader.comeBack();
        write(screen, "I’ll read this later");
        assertThat(screen.find("#away")).isVisible();
        assertTrue(reader.lastMessageBelowTheEdge() <= 0);
        Pause.millis(2_500);
        assertTrue(read() < seen + 40);
        screen.checkAccess();
        screen.find("#away-first").click();
        assertThat(screen.find("#away")).isHidden();
        assertTrue(reader.below(words.get(0)) > -2_000);
        assertThat(screen.find(".unread")).isInViewport();
        reader.readOn();
        awaitRead(seen + 41);
    }
}
