package org.hostelchat.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.hostelchat.attachment.FileSettings;
import org.hostelchat.notice.NoticeView;
import org.hostelchat.notice.Notices;
import org.hostelchat.room.Posting;
import org.hostelchat.room.Room;
import org.hostelchat.room.RoomKind;
import org.hostelchat.room.RoomView;
import org.hostelchat.room.Rooms;

/** The chat page of one room: the common room, or the one that {@link ShortPaths} set. */
@Named
@RequestScoped
public class ChatPage {

    static final String ROOM = "org.hostelchat.room";

    @Inject
    private Rooms rooms;

    @Inject
    private Notices board;

    @Inject
    private FileSettings files;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    @Inject
    private PageWords words;

    private RoomView room;

    @PostConstruct
    void open() {
        var id = request.getAttribute(ROOM) instanceof Long asked ? asked : Room.COMMON;
        room = rooms.of(me.caller()).stream()
                .filter(view -> view.id() == id)
                .findFirst()
                .orElseThrow(Rooms::notThere);
    }

    public long getRoom() {
        return room.id();
    }

    public String getRoomName() {
        return words.room(room.id(), room.name());
    }

    public RoomKind getKind() {
        return room.kind().shown();
    }

    public Posting getPosting() {
        return room.posting();
    }

    /** The number of the room's latest event. */
    public long getLast() {
        return room.last();
    }

    /** The number of unread posts by others. */
    public long getUnread() {
        return room.unread();
    }

    /** The last number that this person has read. */
    public long getRead() {
        return room.read();
    }

    /** The most bytes of a file that a message carries. */
    public long getLargestFile() {
        return files.largest();
    }

    /** The server's time in epoch milliseconds. The page uses it until the socket delivers a more exact one. */
    public long getNow() {
        return System.currentTimeMillis();
    }

    /** The text of the notice that this room discusses; null in other rooms. */
    public String getNotice() {
        if (!room.kind().isOfNotice()) return null;
        return board.inRoom(me.caller(), room.id()).map(NoticeView::text).orElse(null);
    }

    /** The room's topic or audience, for the head of the page. */
    public String getAbout() {
        if (room.topic() != null) return room.topic();
        return words.about(room.kind());
    }

    /** The placeholder of the composer. */
    public String getInvitation() {
        return switch (room.kind()) {
            case COMMON -> words.get("chat.write.common");
            case NOTICE, CONCERNED -> words.get("chat.write.notice");
            case OPEN, GROUP, DIRECT, AUDIENCE -> words.get("chat.write.message");
        };
    }
}
