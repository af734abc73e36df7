package org.hostelchat.live;

import jakarta.json.stream.JsonGenerator;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.hostelchat.changelog.Change.ReceiptChanged;
import org.hostelchat.language.Language;
import org.hostelchat.live.transport.Frame;
import org.hostelchat.message.Stored;
import org.hostelchat.notice.MissedNotices.Missed;
import org.hostelchat.notice.NoticeCounts;
import org.hostelchat.notice.NoticeView;
import org.hostelchat.presence.Presence;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Room;
import org.hostelchat.room.RoomView;
import org.hostelchat.wire.EventForms;
import org.hostelchat.wire.Form;
import org.hostelchat.wire.NoticeForms;
import org.hostelchat.wire.OwnForms;
import org.hostelchat.wire.OwnForms.Own;
import org.hostelchat.wire.RoomForms;
import org.hostelchat.wire.UserForms;
import org.hostelchat.wire.json.JsonText;

/** Encodes the server's frames. Thread-safe. */
final class OutboundFrames {

    /** The most people listed in a welcome; their total number is sent besides. */
    static final int MOST_NAMED = 200;

    private static final Frame BEAT = Frame.text("{\"type\":\"beat\"}");

    private OutboundFrames() {}

    /** @param changes the last change that the welcome includes */
    static Frame welcome(
            String epoch,
            Caller me,
            List<RoomView> rooms,
            Collection<Presence> here,
            int count,
            NoticeCounts board,
            long changes,
            Own own) {
        return frame("welcome", json -> {
            json.write("epoch", epoch);
            UserForms.CALLER.write(json.writeKey("me"), me);
            all(json, "rooms", rooms, RoomForms.ROOM);
            all(json, "online", here, UserForms.PRESENCE);
            json.write("onlineCount", count);
            json.write("unreadNotices", board.unread());
            json.write("waitingNotices", board.waiting());
            json.write("changes", changes);
            OwnForms.OWN.writeFields(json, own);
            json.write("now", System.currentTimeMillis());
        });
    }

    /** For the connections of the person whom it concerns. */
    static Frame own(Own own) {
        return frame("own", json -> OwnForms.OWN.writeFields(json, own));
    }

    static Frame limited(long room, long from, long to) {
        return frame(
                "limited", json -> json.write("room", room).write("from", from).write("to", to));
    }

    static Frame ack(long room, UUID clientId, Stored stored) {
        return frame("ack", json -> {
            json.write("room", room).write("clientId", clientId.toString());
            EventForms.STORED.writeFields(json, stored);
        });
    }

    /** @param language of the refusal's text; null for English */
    static Frame refused(UUID clientId, Refusal refusal, Language language) {
        return Frame.text("{\"type\":\"refused\",\"clientId\":\"" + clientId + "\",\"problem\":"
                + spoken(refusal, language) + "}");
    }

    /** @param language as for {@link #refused} */
    static Frame bye(Refusal why, Language language) {
        return Frame.text("{\"type\":\"bye\",\"problem\":" + spoken(why, language) + "}");
    }

    private static String spoken(Refusal refusal, Language language) {
        return refusal.problem(language == null ? Language.EN : language).json();
    }

    static Frame room(RoomView room) {
        return frame("room", json -> RoomForms.ROOM.write(json.writeKey("room"), room));
    }

    /**
     * One frame for all listeners of the room; it therefore holds nothing personal such as read marks or involvement.
     */
    static Frame changed(Room room) {
        return frame("room", json -> RoomForms.ROOM_FOR_EVERYBODY.write(json.writeKey("room"), room));
    }

    static Frame left(long room) {
        return frame("left", json -> json.write("room", room));
    }

    static Frame presence(Collection<Presence> here, Collection<Long> gone, int count) {
        return frame("presence", json -> {
            all(json, "here", here, UserForms.PRESENCE);
            json.writeStartArray("gone");
            gone.forEach(json::write);
            json.writeEnd().write("onlineCount", count);
        });
    }

    static Frame typing(long room, long by, String name) {
        return frame("typing", json -> json.write("room", room).write("by", by).write("name", name));
    }

    /** @param back whether that is less than before: the rest is to be unread again */
    static Frame read(long room, long seq, boolean back) {
        return frame("read", json -> {
            json.write("room", room).write("seq", seq);
            if (back) json.write("back", true);
        });
    }

    /** The changes of the notice board that one person missed, from their point of view. */
    static Frame board(Missed missed) {
        return frame("board", json -> {
            all(json, "notices", missed.notices(), NoticeForms.NOTICE);
            json.writeStartArray("withdrawn");
            missed.withdrawn().forEach(json::write);
            json.writeEnd();
        });
    }

    /** More changes of the notice board were missed than are sent; the client must fetch the board. */
    static Frame boardLimited() {
        return frame("board", json -> json.write("limited", true));
    }

    /**
     * One frame for everybody; it therefore does not say who has read or acknowledged the notice.
     *
     * @param change the number of the change, as in the methods below
     */
    static Frame notice(NoticeView notice, long change) {
        return notice(NoticeForms.NOTICE_FOR_EVERYBODY, notice, change, null);
    }

    /** As {@link #notice}, for those who are reminded of it: it is unread for them again. */
    static Frame reminder(NoticeView notice, long change) {
        return notice(NoticeForms.NOTICE_FOR_EVERYBODY, notice, change, "reminded");
    }

    /** As {@link #notice}, when it concerns others than before, who have not read it unless they had it already. */
    static Frame noticeOfOthers(NoticeView notice, long change) {
        return notice(NoticeForms.NOTICE_FOR_EVERYBODY, notice, change, "concerns");
    }

    /** The same for one person, with what they have read of it. */
    static Frame noticeOfOwn(NoticeView notice, long change) {
        return notice(NoticeForms.NOTICE, notice, change, "concerns");
    }

    private static Frame notice(Form<NoticeView> form, NoticeView notice, long change, String flag) {
        return frame("notice", json -> {
            form.write(json.writeKey("notice"), notice);
            if (flag != null) json.write(flag, true);
            json.write("change", change);
        });
    }

    /** The notice discussed in this room was withdrawn, and its room was closed. */
    static Frame withdrawn(long room, long change) {
        return frame("left", json -> json.write("room", room).write("change", change));
    }

    /** For the connections of the person whose receipt it is. */
    static Frame receipt(ReceiptChanged receipt, long change) {
        return frame("receipt", json -> {
            NoticeForms.RECEIPT.writeFields(json, receipt);
            json.write("change", change);
        });
    }

    static Frame beat() {
        return BEAT;
    }

    private static <T> void all(JsonGenerator json, String name, Collection<T> things, Form<T> form) {
        json.writeStartArray(name);
        things.forEach(thing -> form.write(json, thing));
        json.writeEnd();
    }

    private static Frame frame(String type, Consumer<JsonGenerator> fields) {
        return Frame.text(JsonText.object(json -> {
            json.write("type", type);
            fields.accept(json);
        }));
    }
}
