package org.hostelchat.wire;

import static org.hostelchat.wire.FieldType.CHOICE;
import static org.hostelchat.wire.FieldType.FLAG;
import static org.hostelchat.wire.FieldType.NUMBER;
import static org.hostelchat.wire.FieldType.TEXT;
import static org.hostelchat.wire.FieldType.TIME;
import static org.hostelchat.wire.FieldType.list;

import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hostelchat.room.AudienceRooms;
import org.hostelchat.room.DirectoryEntry;
import org.hostelchat.room.OverseenRooms.Overseen;
import org.hostelchat.room.Room;
import org.hostelchat.room.RoomKind;
import org.hostelchat.room.RoomMember;
import org.hostelchat.room.RoomPerson;
import org.hostelchat.room.RoomView;

/** The forms of rooms and their members. */
public final class RoomForms {

    /** @param here whether the member is connected */
    public record MemberHere(RoomMember member, boolean here) {}

    /** Somebody, by number and name alone. */
    public static final ObjectForm<RoomPerson> PERSON =
            ObjectForm.<RoomPerson>empty().with("id", NUMBER, RoomPerson::id).with("name", TEXT, RoomPerson::name);

    /** A room as one person sees it. */
    public static final ObjectForm<RoomView> ROOM = ObjectForm.<RoomView>empty()
            .with("id", NUMBER, RoomView::id)
            .with("name", TEXT, RoomView::name)
            .with("kind", CHOICE, room -> room.kind().shown())
            .with("last", NUMBER, RoomView::last)
            .with("read", NUMBER, RoomView::read)
            .with("unread", NUMBER, RoomView::unread)
            .with("mentions", NUMBER, RoomView::mentions)
            .with("involvement", CHOICE, RoomView::involvement)
            .with("posting", CHOICE, RoomView::posting)
            .with("topic", TEXT, RoomView::topic)
            .withAny(
                    "people",
                    list(PERSON, RoomPerson::name),
                    room -> room.kind() == RoomKind.DIRECT ? room.people() : null)
            .withAny("saidAt", TIME, RoomView::saidAt)
            .withAny("slow", NUMBER, room -> room.slow() == 0 ? null : (Long) (long) room.slow())
            .withAny("retention", NUMBER, room -> room.retention() == null ? null : Long.valueOf(room.retention()));

    /** The fields of a room that are the same for everybody. */
    public static final ObjectForm<Room> ROOM_FOR_EVERYBODY = ObjectForm.<Room>empty()
            .with("id", NUMBER, Room::id)
            .with("name", TEXT, Room::name)
            .with("kind", CHOICE, room -> room.kind().shown())
            .with("posting", CHOICE, Room::posting)
            .with("topic", TEXT, Room::topic)
            .withAny("slow", NUMBER, room -> room.slow() == 0 ? null : (Long) (long) room.slow())
            .withAny("retention", NUMBER, room -> room.retention() == null ? null : Long.valueOf(room.retention()));

    /** The values of each column. */
    static final FieldType<Map<String, List<String>>> AUDIENCE_COLUMNS = new FieldType<>() {
        @Override
        public void write(JsonGenerator json, String name, Map<String, List<String>> columns) {
            json.writeStartObject(name);
            columns.forEach((column, values) -> {
                json.writeStartArray(column);
                values.forEach(json::write);
                json.writeEnd();
            });
            json.writeEnd();
        }

        @Override
        public Object cell(Map<String, List<String>> columns) {
            return columns.entrySet().stream()
                    .map(column -> column.getKey() + ": " + String.join(", ", column.getValue()))
                    .collect(Collectors.joining("; "));
        }
    };

    /** Whom a room that follows the register is for, for officials. */
    public static final ObjectForm<AudienceRooms.Listed> AUDIENCE = ObjectForm.<AudienceRooms.Listed>empty()
            .with("audience", AUDIENCE_COLUMNS, listed -> listed.audience().byCode())
            .with("members", NUMBER, AudienceRooms.Listed::members);

    /** A room that officials may see, with nothing of what is said there. */
    public static final ObjectForm<Overseen> OVERSEEN = ROOM_FOR_EVERYBODY
            .<Overseen>within(Overseen::room)
            .with("members", NUMBER, Overseen::members)
            .with("createdAt", TIME, Overseen::createdAt)
            .withAny(
                    "audience",
                    AUDIENCE_COLUMNS,
                    overseen -> overseen.audience() == null
                            ? null
                            : overseen.audience().byCode());

    /** An open room in the directory. */
    public static final ObjectForm<DirectoryEntry> DIRECTORY_ENTRY = ObjectForm.<DirectoryEntry>empty()
            .with("id", NUMBER, DirectoryEntry::id)
            .with("name", TEXT, DirectoryEntry::name)
            .with("topic", TEXT, DirectoryEntry::topic)
            .with("members", NUMBER, DirectoryEntry::members)
            .with("joined", FLAG, DirectoryEntry::joined);

    public static final ObjectForm<MemberHere> MEMBER = UserForms.person(
                    RoomMember::id, RoomMember::name, RoomMember::role)
            .with("since", TIME, RoomMember::since)
            .within(MemberHere::member)
            .with("here", FLAG, MemberHere::here)
            .with("maker", FLAG, of -> of.member().maker());

    private RoomForms() {}
}
