package org.hostelchat.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hostelchat.csv.CsvRows;
import org.hostelchat.message.HistoryItem;
import org.hostelchat.message.HistoryPage;
import org.hostelchat.message.MessageSearch.Found;
import org.hostelchat.message.Quote;
import org.hostelchat.message.Reaction;
import org.hostelchat.message.References;
import org.hostelchat.message.RoomEvent;
import org.hostelchat.message.RoomEvent.Author;
import org.hostelchat.message.RoomMark;
import org.hostelchat.message.Stored;
import org.hostelchat.notice.Acknowledgement;
import org.hostelchat.notice.NoticeOptions;
import org.hostelchat.notice.NoticeView;
import org.hostelchat.presence.Presence;
import org.hostelchat.principal.Role;
import org.hostelchat.room.DirectoryEntry;
import org.hostelchat.room.Involvement;
import org.hostelchat.room.Posting;
import org.hostelchat.room.RoomKind;
import org.hostelchat.room.RoomMember;
import org.hostelchat.room.RoomPerson;
import org.hostelchat.room.RoomView;
import org.hostelchat.user.RegisteredUser;
import org.hostelchat.user.User;
import org.hostelchat.wire.EventForms;
import org.hostelchat.wire.NoticeForms;
import org.hostelchat.wire.RoomForms;
import org.hostelchat.wire.RoomForms.MemberHere;
import org.hostelchat.wire.UserForms;
import org.junit.jupiter.api.Test;

/** The API's responses, to the byte, because other people's scripts and spreadsheets read them. */
class BodiesTest {

    private static final Author ASHA = new Author(7, "Asha", Role.STUDENT);
    private static final Instant AT = Instant.ofEpochMilli(1_700_000_000_123L);
    private static final Instant LATER = AT.plusMillis(1);
    private static final String ISO = "2023-11-14T22:13:20.123Z";
    private static final String ID = "0d9f3a52-6b9e-4a3c-9d0e-0f6c0e2b7f11";

    private static final RoomEvent.Posted POST = new RoomEvent.Posted(1, 5, ASHA, AT, ID, "=चाय\n🍵", LATER);
    private static final RoomEvent TOMBSTONE = new RoomEvent.Tombstone(1, 9);

    @Test
    void eventsAreAsInTheSocket() throws IOException {
        var events = List.of(
                POST,
                new RoomEvent.Edited(1, 6, ASHA, AT, 5, "y"),
                new RoomEvent.Deleted(1, 7, ASHA, AT, 5),
                new RoomEvent.Erased(1, 8, Author.NOBODY, AT, 7),
                TOMBSTONE);
        var page = new Listing<>(EventForms.EVENT, events, 9L, null);
        var by = "\"by\":7,\"name\":\"Asha\",\"role\":\"STUDENT\",\"at\":1700000000123";
        assertEquals(
                "{\"items\":[{\"seq\":5,\"kind\":\"posted\"," + by + ",\"clientId\":\"" + ID
                        + "\",\"body\":\"=चाय\\n🍵\",\"editedAt\":1700000000124,\"mentions\":[],\"files\":[]},"
                        + "{\"seq\":6,\"kind\":\"edited\"," + by + ",\"body\":\"y\",\"target\":5},"
                        + "{\"seq\":7,\"kind\":\"deleted\"," + by + ",\"target\":5},"
                        + "{\"seq\":8,\"kind\":\"erased\",\"by\":0,\"name\":null,\"role\":null,\"at\":1700000000123,\"person\":7},"
                        + "{\"seq\":9,\"kind\":\"tombstone\"}],\"next\":9}",
                json(page));
        assertEquals(
                "seq,kind,by,name,role,at,clientId,body,target,person,editedAt,replyTo,mentions,room,files,emoji,on\r\n"
                        + "5,posted,7,Asha,STUDENT," + ISO + "," + ID
                        + ",\"'=चाय\n🍵\",,,2023-11-14T22:13:20.124Z,,,,,,\r\n"
                        + "6,edited,7,Asha,STUDENT," + ISO + ",,y,5,,,,,,,,\r\n"
                        + "7,deleted,7,Asha,STUDENT," + ISO + ",,,5,,,,,,,,\r\n"
                        + "8,erased,0,,," + ISO + ",,,,7,,,,,,,\r\n"
                        + "9,tombstone,,,,,,,,,,,,,,,\r\n",
                csv(page));
    }

    @Test
    void history() {
        assertEquals(
                "{\"from\":5,\"to\":9,\"items\":[{\"seq\":5,\"by\":7,\"name\":\"Asha\",\"role\":\"STUDENT\",\"at\":1700000000123,"
                        + "\"clientId\":\"" + ID
                        + "\",\"body\":\"=चाय\\n🍵\",\"editedAt\":1700000000124,\"mentions\":[],\"files\":[],\"reactions\":[],\"pinned\":false},"
                        + "{\"seq\":9,\"kind\":\"tombstone\"}],\"before\":5,\"after\":null,\"asOf\":12,\"pins\":1}",
                json(EventForms.HISTORY.of(
                        new HistoryPage(5, 9, List.of(item(POST), item(TOMBSTONE)), 5L, null, 12, 1))));
    }

    private static HistoryItem item(RoomEvent event) {
        return new HistoryItem(event, null, List.of(), false);
    }

    @Test
    void aMessageWithAllThatBelongsToIt() {
        var references = new References(3L, List.of(8L, 9L), true);
        var post = new RoomEvent.Posted(1, 5, ASHA, AT, ID, "चाय", null, references, List.of());
        var ravi = new Reaction.Person(8, "ரவி");
        var item = new HistoryItem(
                post,
                new Quote(3, new Author(8, "ரவி", Role.STUDENT), "இரவு…"),
                List.of(new Reaction("👍", 2, true, List.of(ravi, new Reaction.Person(7, "Asha")))),
                true);
        assertEquals(
                "{\"seq\":5,\"by\":7,\"name\":\"Asha\",\"role\":\"STUDENT\",\"at\":1700000000123,\"clientId\":\"" + ID
                        + "\",\"body\":\"चाय\",\"mentions\":[8,9],\"room\":true,\"files\":[],"
                        + "\"replyTo\":{\"seq\":3,\"by\":8,\"name\":\"ரவி\",\"excerpt\":\"இரவு…\"},"
                        + "\"reactions\":[{\"emoji\":\"👍\",\"count\":2,\"mine\":true,"
                        + "\"people\":[{\"id\":8,\"name\":\"ரவி\"},{\"id\":7,\"name\":\"Asha\"}]}],\"pinned\":true}",
                json(EventForms.ITEM.of(item)));
        assertEquals(
                "{\"seq\":5,\"kind\":\"posted\",\"by\":7,\"name\":\"Asha\",\"role\":\"STUDENT\",\"at\":1700000000123,"
                        + "\"clientId\":\"" + ID
                        + "\",\"body\":\"चाय\",\"replyTo\":3,\"mentions\":[8,9],\"room\":true,\"files\":[]}",
                json(EventForms.EVENT.of(post)));
    }

    @Test
    void reactionsAndPins() {
        var by = "\"by\":7,\"name\":\"Asha\",\"role\":\"STUDENT\",\"at\":1700000000123";
        assertEquals(
                "{\"seq\":6,\"kind\":\"reacted\"," + by + ",\"target\":5,\"emoji\":\"🙏\",\"on\":true}",
                json(EventForms.EVENT.of(new RoomMark.Reacted(1, 6, ASHA, AT, 5, "🙏", true))));
        assertEquals(
                "{\"seq\":7,\"kind\":\"pinned\"," + by + ",\"target\":5,\"on\":false}",
                json(EventForms.EVENT.of(new RoomMark.Pinned(1, 7, ASHA, AT, 5, false))));
    }

    @Test
    void messagesOfAllRooms() throws IOException {
        var page = new Listing<>(
                EventForms.FOUND, List.of(new Found(POST, "Common room", "2025/CS/1")), "1700000000123-1-5", null);
        assertEquals(
                "{\"items\":[{\"room\":1,\"roomName\":\"Common room\",\"seq\":5,\"kind\":\"posted\",\"at\":1700000000123,\"by\":7,"
                        + "\"name\":\"Asha\",\"enrolmentNumber\":\"2025/CS/1\",\"role\":\"STUDENT\",\"clientId\":\""
                        + ID
                        + "\",\"body\":\"=चाय\\n🍵\",\"editedAt\":1700000000124}],\"next\":\"1700000000123-1-5\"}",
                json(page));
        assertEquals(
                "room,roomName,seq,kind,at,by,name,enrolmentNumber,role,clientId,body,editedAt\r\n1,Common room,5,posted,"
                        + ISO + ",7,Asha,2025/CS/1,STUDENT," + ID + ",\"'=चाय\n🍵\",2023-11-14T22:13:20.124Z\r\n",
                csv(page));
    }

    private static final String PLAIN =
            "\"audience\":null,\"category\":null,\"pinned\":false,\"from\":null,\"acknowledgeBy\":null";

    @Test
    void notices() throws IOException {
        var bare = new NoticeView(
                3,
                "T",
                "x",
                true,
                null,
                AT,
                null,
                "Hostel office",
                6,
                false,
                false,
                null,
                null,
                1,
                1,
                null,
                NoticeOptions.NONE,
                true,
                false,
                null,
                true);
        var full = new NoticeView(
                4,
                "T",
                "x",
                false,
                LocalDate.of(2026, 1, 31),
                AT,
                7L,
                "Asha",
                6,
                true,
                false,
                LATER,
                LATER,
                2,
                2,
                1L,
                NoticeOptions.NONE,
                true,
                false,
                null,
                true);
        var page = new Listing<>(NoticeForms.NOTICE, List.of(bare, full), null, null);
        assertEquals(
                "{\"items\":[{\"id\":3,\"title\":\"T\",\"text\":\"x\",\"acknowledge\":true,\"until\":null,\"at\":1700000000123,\"by\":null,"
                        + "\"name\":\"Hostel office\",\"room\":6,\"acknowledged\":false,\"read\":false,\"version\":1,\"askedVersion\":1,"
                        + PLAIN + "},"
                        + "{\"id\":4,\"title\":\"T\",\"text\":\"x\",\"acknowledge\":false,\"until\":\"2026-01-31\",\"at\":1700000000123,\"by\":7,"
                        + "\"name\":\"Asha\",\"room\":6,\"acknowledged\":false,\"read\":true,\"editedAt\":1700000000124,"
                        + "\"withdrawnAt\":1700000000124,\"version\":2,\"askedVersion\":2,\"acknowledgedVersion\":1,"
                        + PLAIN + "}],\"next\":null}",
                json(page));
        assertEquals(
                "id,title,text,acknowledge,until,at,by,name,room,acknowledged,read,editedAt,withdrawnAt,version,askedVersion,acknowledgedVersion,audience,category,pinned,from,acknowledgeBy,remindedAt,reminded\r\n"
                        + "3,T,x,true,," + ISO + ",,Hostel office,6,false,false,,,1,1,,,,false,,,,\r\n"
                        + "4,T,x,false,2026-01-31," + ISO
                        + ",7,Asha,6,false,true,2023-11-14T22:13:20.124Z,2023-11-14T22:13:20.124Z,2,2,1,,,false,,,,\r\n",
                csv(page));
    }

    @Test
    void acknowledgements() throws IOException {
        var page = new Listing<>(
                NoticeForms.ACKNOWLEDGEMENT,
                List.of(
                        new Acknowledgement(7, "Asha", "1", AT, LATER, null, "A", "2", "A/201"),
                        new Acknowledgement(8, "Ravi", "2", null, null, AT, null, null, null)),
                8L,
                null);
        assertEquals(
                "{\"items\":[{\"id\":7,\"name\":\"Asha\",\"enrolmentNumber\":\"1\",\"acknowledged\":true,\"at\":1700000000124,\"readAt\":1700000000123,"
                        + "\"wing\":\"A\",\"floor\":\"2\",\"room\":\"A/201\"},"
                        + "{\"id\":8,\"name\":\"Ravi\",\"enrolmentNumber\":\"2\",\"acknowledged\":false,\"at\":null,\"readAt\":null,"
                        + "\"earlierAt\":1700000000123,\"wing\":null,\"floor\":null,\"room\":null}],\"next\":8}",
                json(page));
        assertEquals(
                "id,name,enrolmentNumber,acknowledged,at,readAt,earlierAt,wing,floor,room\r\n"
                        + "7,Asha,1,true,2023-11-14T22:13:20.124Z," + ISO + ",,A,2,A/201\r\n8,Ravi,2,false,,," + ISO
                        + ",,,\r\n",
                csv(page));
    }

    @Test
    void rooms() throws IOException {
        var direct = new RoomView(
                4,
                "Ravi",
                RoomKind.DIRECT,
                9,
                8,
                1,
                0,
                Involvement.NOTHING,
                Posting.ALL,
                null,
                List.of(new RoomPerson(7, "Asha"), new RoomPerson(8, "Ravi")),
                1,
                AT,
                30,
                90);
        var page = new Listing<>(
                RoomForms.ROOM,
                List.of(
                        new RoomView(
                                1,
                                "Common room",
                                RoomKind.COMMON,
                                0,
                                0,
                                0,
                                0,
                                Involvement.ALL,
                                Posting.ALL,
                                null,
                                List.of(),
                                1),
                        direct),
                null,
                null);
        assertEquals(
                "{\"items\":[{\"id\":1,\"name\":\"Common room\",\"kind\":\"COMMON\",\"last\":0,\"read\":0,\"unread\":0,\"mentions\":0,"
                        + "\"involvement\":\"ALL\",\"posting\":\"ALL\",\"topic\":null},"
                        + "{\"id\":4,\"name\":\"Ravi\",\"kind\":\"DIRECT\",\"last\":9,\"read\":8,\"unread\":1,\"mentions\":0,"
                        + "\"involvement\":\"NOTHING\",\"posting\":\"ALL\",\"topic\":null,"
                        + "\"people\":[{\"id\":7,\"name\":\"Asha\"},{\"id\":8,\"name\":\"Ravi\"}],\"saidAt\":1700000000123,\"slow\":30,\"retention\":90}],\"next\":null}",
                json(page));
        assertEquals(
                List.of(
                        "id,name,kind,last,read,unread,mentions,involvement,posting,topic,people,saidAt,slow,retention",
                        "1,Common room,COMMON,0,0,0,0,ALL,ALL,,,,,",
                        "4,Ravi,DIRECT,9,8,1,0,NOTHING,ALL,,\"Asha; Ravi\"," + ISO + ",30,90"),
                csv(page).lines().toList());
        assertEquals(
                "id,name,topic,members,joined\r\n5,Chess,,12,true\r\n",
                csv(new Listing<>(
                        RoomForms.DIRECTORY_ENTRY,
                        List.of(new DirectoryEntry(5, "Chess", null, 12, true)),
                        null,
                        null)));
        var member = new MemberHere(new RoomMember(7, "Asha", Role.ADMIN, AT, true), false);
        assertEquals(
                "{\"id\":7,\"name\":\"Asha\",\"role\":\"ADMIN\",\"since\":1700000000123,\"here\":false,\"maker\":true}",
                json(RoomForms.MEMBER.of(member)));
    }

    @Test
    void users() throws IOException {
        var user = new User("Asha", "2025/CS/1", Role.STUDENT, AT);
        var row = "{\"id\":0,\"name\":\"Asha\",\"enrolmentNumber\":\"2025/CS/1\",\"role\":\"STUDENT\",\"active\":true,"
                + "\"mustChangePassword\":true,\"createdAt\":1700000000123,\"lastSeenAt\":null,\"wing\":null,\"floor\":null,\"room\":null,\"year\":null,"
                + "\"course\":null,\"mess\":null,\"phone\":null,\"until\":null";
        assertEquals(row + "}", json(UserForms.ENTRY.of(user)));
        assertEquals(row + "}", json(UserForms.REGISTERED.of(new RegisteredUser(user, null))));
        assertEquals(
                row + ",\"initialPassword\":\"s3\"}", json(UserForms.REGISTERED.of(new RegisteredUser(user, "s3"))));
        assertEquals(
                "id,name,enrolmentNumber,role,active,mustChangePassword,createdAt,lastSeenAt,"
                        + "wing,floor,room,year,course,mess,phone,until\r\n"
                        + "0,Asha,2025/CS/1,STUDENT,true,true," + ISO + ",,,,,,,,,\r\n",
                csv(new Listing<>(UserForms.ENTRY, List.of(user), null, null)));
        var self =
                "{\"id\":0,\"name\":\"Asha\",\"enrolmentNumber\":\"2025/CS/1\",\"role\":\"STUDENT\",\"mustChangePassword\":true}";
        assertEquals(self, json(UserForms.SELF.of(user)));
        assertEquals("{\"user\":" + self + "}", json(UserForms.SIGNED_IN.of(user)));
        assertEquals("{\"initialPassword\":\"s3\"}", json(UserForms.INITIAL_PASSWORD.of("s3")));
        assertEquals(
                "{\"id\":8,\"name\":\"Ravi\",\"role\":\"STUDENT\"}",
                json(UserForms.PRESENCE.of(new Presence(8, "Ravi", Role.STUDENT))));
        assertEquals("{\"seq\":5,\"at\":1700000000123}", json(EventForms.STORED.of(new Stored(5, AT, true))));
    }

    /** A writer for all objects is no nearer to an answer than the server's own: which of the two is taken would be chance. */
    @Test
    void theServersOwnWriterIsNeverTaken() {
        var writer = (ParameterizedType) JsonWriter.class.getGenericInterfaces()[0];
        assertEquals(Record.class, writer.getActualTypeArguments()[0]);
    }

    private static String json(Record body) {
        var out = new ByteArrayOutputStream();
        new JsonWriter().writeTo(body, body.getClass(), body.getClass(), new Annotation[0], null, null, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String csv(Listing<?> listing) throws IOException {
        var out = new StringWriter();
        listing.write(CsvRows.to(out), true);
        return out.toString();
    }
}
