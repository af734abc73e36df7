package org.hostelchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hostelchat.changelog.Change.ReceiptChanged;
import org.hostelchat.language.Language;
import org.hostelchat.language.Phrase;
import org.hostelchat.message.RoomEvent;
import org.hostelchat.message.RoomEvent.Author;
import org.hostelchat.message.Stored;
import org.hostelchat.notice.MissedNotices.Missed;
import org.hostelchat.notice.NoticeCounts;
import org.hostelchat.notice.NoticeOptions;
import org.hostelchat.notice.NoticeView;
import org.hostelchat.presence.Presence;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Involvement;
import org.hostelchat.room.Posting;
import org.hostelchat.room.RoomKind;
import org.hostelchat.room.RoomPerson;
import org.hostelchat.room.RoomView;
import org.hostelchat.user.NotificationChoice;
import org.hostelchat.user.NotificationLevel;
import org.hostelchat.user.QuietHours;
import org.hostelchat.wire.OwnForms.Own;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server's frames, to the byte, because other people's clients read them. */
class OutboundFramesTest {

    private static final Author ASHA = new Author(7, "आशा \"A\"", Role.STUDENT);
    private static final Instant AT = Instant.ofEpochMilli(1_700_000_000_123L);
    private static final String ID = "0d9f3a52-6b9e-4a3c-9d0e-0f6c0e2b7f11";
    private static final String BY = "\"by\":7,\"name\":\"आशा \\\"A\\\"\",\"role\":\"STUDENT\",\"at\":1700000000123";

    private static final RoomView COMMON = new RoomView(
            1, "Common room", RoomKind.COMMON, 9, 8, 1, 0, Involvement.ALL, Posting.ALL, null, List.of(), 1);
    private static final String COMMON_JSON =
            "{\"id\":1,\"name\":\"Common room\",\"kind\":\"COMMON\",\"last\":9,\"read\":8,\"unread\":1,\"mentions\":0,"
                    + "\"involvement\":\"ALL\",\"posting\":\"ALL\",\"topic\":null}";

    @Test
    void events() {
        assertEquals(
                "{\"seq\":5,\"kind\":\"posted\"," + BY + ",\"clientId\":\"" + ID
                        + "\",\"body\":\"चाय?\\n☕ 🍵\",\"mentions\":[],\"files\":[]}",
                event(new RoomEvent.Posted(1, 5, ASHA, AT, ID, "चाय?\n☕ 🍵", null)));
        assertEquals(
                "{\"seq\":5,\"kind\":\"posted\"," + BY + ",\"clientId\":\"" + ID
                        + "\",\"body\":\"x\",\"editedAt\":1700000000124,\"mentions\":[],\"files\":[]}",
                event(new RoomEvent.Posted(1, 5, ASHA, AT, ID, "x", AT.plusMillis(1))));
        assertEquals(
                "{\"seq\":6,\"kind\":\"edited\"," + BY + ",\"body\":\"y\",\"target\":5}",
                event(new RoomEvent.Edited(1, 6, ASHA, AT, 5, "y")));
        assertEquals(
                "{\"seq\":7,\"kind\":\"deleted\"," + BY + ",\"target\":5}",
                event(new RoomEvent.Deleted(1, 7, ASHA, AT, 5)));
        assertEquals(
                "{\"seq\":8,\"kind\":\"erased\",\"by\":0,\"name\":null,\"role\":null,\"at\":1700000000123,\"person\":7}",
                event(new RoomEvent.Erased(1, 8, Author.NOBODY, AT, 7)));
        assertEquals("{\"seq\":9,\"kind\":\"tombstone\"}", event(new RoomEvent.Tombstone(1, 9)));
    }

    private static String event(RoomEvent event) {
        return new String(EncodedEvent.of(event).json(), StandardCharsets.UTF_8);
    }

    private static final String NOT_CHOSEN = "\"notifications\":{\"level\":\"MENTIONS\",\"sound\":true,"
            + "\"words\":true,\"quietFrom\":null,\"quietTo\":null}";

    @Test
    void welcome() {
        var frame = OutboundFrames.welcome(
                        "e-1",
                        new Caller(7, "Asha", Role.ADMIN, false),
                        List.of(COMMON),
                        List.of(new Presence(7, "Asha", Role.ADMIN), new Presence(8, "Ravi", Role.STUDENT)),
                        3,
                        new NoticeCounts(2, 1),
                        40,
                        new Own(null, new NotificationChoice()))
                .text();
        assertEquals(
                "{\"type\":\"welcome\",\"epoch\":\"e-1\",\"me\":{\"id\":7,\"name\":\"Asha\",\"role\":\"ADMIN\"},"
                        + "\"rooms\":[" + COMMON_JSON + "],\"online\":[{\"id\":7,\"name\":\"Asha\",\"role\":\"ADMIN\"},"
                        + "{\"id\":8,\"name\":\"Ravi\",\"role\":\"STUDENT\"}],\"onlineCount\":3,"
                        + "\"unreadNotices\":2,\"waitingNotices\":1,\"changes\":40,\"muted\":null,"
                        + NOT_CHOSEN + ",\"now\":0}",
                frame.replaceFirst("\"now\":\\d+", "\"now\":0"));
    }

    @Test
    void own() {
        var quiet = QuietHours.of("22:00", "06:30");
        assertEquals(
                "{\"type\":\"own\",\"muted\":null,\"notifications\":{\"level\":\"ALL\",\"sound\":false,\"words\":true,"
                        + "\"quietFrom\":\"22:00\",\"quietTo\":\"06:30\"}}",
                OutboundFrames.own(new Own(null, new NotificationChoice(NotificationLevel.ALL, false, true, quiet)))
                        .text());
    }

    @Test
    void rooms() {
        assertEquals(
                "{\"type\":\"room\",\"room\":" + COMMON_JSON + "}",
                OutboundFrames.room(COMMON).text());
        assertEquals(
                "{\"type\":\"room\",\"room\":{\"id\":4,\"name\":\"Ravi\",\"kind\":\"DIRECT\",\"last\":0,\"read\":0,\"unread\":0,"
                        + "\"mentions\":0,\"involvement\":\"MENTIONS\",\"posting\":\"OFFICIALS\",\"topic\":\"t\","
                        + "\"people\":[{\"id\":7,\"name\":\"Asha\"},{\"id\":8,\"name\":\"Ravi\"}]}}",
                OutboundFrames.room(new RoomView(
                                4,
                                "Ravi",
                                RoomKind.DIRECT,
                                0,
                                0,
                                0,
                                0,
                                Involvement.MENTIONS,
                                Posting.OFFICIALS,
                                "t",
                                List.of(new RoomPerson(7, "Asha"), new RoomPerson(8, "Ravi")),
                                1))
                        .text());
        assertEquals("{\"type\":\"left\",\"room\":4}", OutboundFrames.left(4).text());
        assertEquals(
                "{\"type\":\"limited\",\"room\":1,\"from\":2,\"to\":9}",
                OutboundFrames.limited(1, 2, 9).text());
    }

    @Test
    void people() {
        assertEquals(
                "{\"type\":\"presence\",\"here\":[{\"id\":8,\"name\":\"Ravi\",\"role\":\"STUDENT\"}],\"gone\":[5,6],\"onlineCount\":2}",
                OutboundFrames.presence(List.of(new Presence(8, "Ravi", Role.STUDENT)), List.of(5L, 6L), 2)
                        .text());
        assertEquals(
                "{\"type\":\"typing\",\"room\":1,\"by\":7,\"name\":\"Asha\"}",
                OutboundFrames.typing(1, 7, "Asha").text());
        assertEquals(
                "{\"type\":\"read\",\"room\":1,\"seq\":9}",
                OutboundFrames.read(1, 9, false).text());
        assertEquals("{\"type\":\"beat\"}", OutboundFrames.beat().text());
    }

    private static final String PLAIN =
            "\"audience\":null,\"category\":null,\"pinned\":false,\"from\":null,\"acknowledgeBy\":null";

    @Test
    void notices() {
        assertEquals(
                "{\"type\":\"notice\",\"notice\":{\"id\":3,\"title\":\"पानी\",\"text\":\"a\\nb\",\"acknowledge\":true,"
                        + "\"until\":\"2026-01-31\",\"at\":1700000000123,\"by\":null,\"name\":\"Hostel office\",\"room\":6,"
                        + "\"version\":2,\"askedVersion\":1,\"editedAt\":1700000000124,\"withdrawnAt\":1700000000125,"
                        + PLAIN + "},\"change\":41}",
                OutboundFrames.notice(
                                notice(
                                        null,
                                        "Hostel office",
                                        LocalDate.of(2026, 1, 31),
                                        AT.plusMillis(1),
                                        AT.plusMillis(2)),
                                41)
                        .text());
        assertEquals(
                "{\"type\":\"notice\",\"notice\":{\"id\":3,\"title\":\"पानी\",\"text\":\"a\\nb\",\"acknowledge\":true,"
                        + "\"until\":null,\"at\":1700000000123,\"by\":7,\"name\":\"Asha\",\"room\":6,\"version\":2,\"askedVersion\":1,"
                        + PLAIN + "},\"change\":42}",
                OutboundFrames.notice(notice(7L, "Asha", null, null, null), 42).text());
        assertEquals(
                "{\"type\":\"receipt\",\"notice\":3,\"acknowledgedVersion\":2,\"change\":43}",
                OutboundFrames.receipt(new ReceiptChanged(7, 3, 2L), 43).text());
        assertEquals(
                "{\"type\":\"receipt\",\"notice\":3,\"change\":44}",
                OutboundFrames.receipt(new ReceiptChanged(7, 3, null), 44).text());
        assertEquals(
                "{\"type\":\"left\",\"room\":6,\"change\":45}",
                OutboundFrames.withdrawn(6, 45).text());
        assertEquals(
                "{\"type\":\"board\",\"notices\":[{\"id\":3,\"title\":\"पानी\",\"text\":\"a\\nb\",\"acknowledge\":true,"
                        + "\"until\":null,\"at\":1700000000123,\"by\":7,\"name\":\"Asha\",\"room\":6,\"acknowledged\":true,\"read\":true,"
                        + "\"version\":2,\"askedVersion\":1,\"acknowledgedVersion\":2," + PLAIN
                        + "}],\"withdrawn\":[5,9]}",
                OutboundFrames.board(new Missed(List.of(notice(7L, "Asha", null, null, null)), List.of(5L, 9L)))
                        .text());
        assertEquals(
                "{\"type\":\"board\",\"limited\":true}",
                OutboundFrames.boardLimited().text());
    }

    private static NoticeView notice(Long by, String name, LocalDate until, Instant editedAt, Instant withdrawnAt) {
        return new NoticeView(
                3,
                "पानी",
                "a\nb",
                true,
                until,
                AT,
                by,
                name,
                6,
                true,
                true,
                editedAt,
                withdrawnAt,
                2,
                1,
                2L,
                NoticeOptions.NONE,
                true,
                false,
                null,
                true);
    }

    @Test
    void answers() {
        assertEquals(
                "{\"type\":\"ack\",\"room\":1,\"clientId\":\"" + ID + "\",\"seq\":5,\"at\":1700000000123}",
                OutboundFrames.ack(1, UUID.fromString(ID), new Stored(5, AT, true))
                        .text());
        var tooFast = new Refusal.TooFast("too-many-posts", Phrase.literal("Slow \"down\"."), Duration.ofMillis(1_500));
        assertEquals(
                "{\"type\":\"refused\",\"clientId\":\"" + ID
                        + "\",\"problem\":{\"type\":\"/problems/too-many-posts\",\"title\":\"Too fast\",\"status\":429,"
                        + "\"detail\":\"Slow \\\"down\\\".\",\"retryAfter\":2}}",
                OutboundFrames.refused(UUID.fromString(ID), tooFast, null).text());
        assertEquals(
                "{\"type\":\"bye\",\"problem\":{\"type\":\"/problems/signed-out\",\"title\":\"Not signed in\",\"status\":401,"
                        + "\"detail\":\"You are not signed in any more. Please sign in again.\"}}",
                OutboundFrames.bye(CloseReasons.signedOut(), null).text());
    }

    @ParameterizedTest
    @EnumSource(
            names = {"EN", "PSEUDO"},
            mode = EnumSource.Mode.EXCLUDE)
    void theReasonForClosingIsInTheLanguageOfTheConnection(Language language) {
        for (var why : CloseReasons.all()) {
            var english = OutboundFrames.bye(why, null).text();
            assertEquals(english, OutboundFrames.bye(why, Language.EN).text());
            var said = OutboundFrames.bye(why, language).text();
            assertNotEquals(english, said);
            assertTrue(said.contains("/problems/" + why.slug()), said);
        }
    }
}
