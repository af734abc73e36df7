package org.hostelchat.wire;

import static org.hostelchat.wire.FieldType.CHOICE;
import static org.hostelchat.wire.FieldType.FLAG;
import static org.hostelchat.wire.FieldType.NOTHING;
import static org.hostelchat.wire.FieldType.NUMBER;
import static org.hostelchat.wire.FieldType.TEXT;
import static org.hostelchat.wire.FieldType.TIME;
import static org.hostelchat.wire.FieldType.list;

import java.util.List;
import java.util.function.Function;
import org.hostelchat.message.HistoryPage;
import org.hostelchat.message.MessageSearch.Found;
import org.hostelchat.message.RoomEvent;
import org.hostelchat.message.Stored;

/** The forms of events in rooms. */
public final class EventForms {

    private static final ObjectForm<RoomEvent> TOMBSTONE = ObjectForm.<RoomEvent>empty()
            .with("seq", NUMBER, RoomEvent::seq)
            .with("kind", TEXT, event -> event.kind().wireName());

    private static final ObjectForm<RoomEvent.Act> AUTHOR = ObjectForm.<RoomEvent.Act>empty()
            .with("by", NUMBER, act -> act.by().id())
            .with("name", TEXT, act -> act.by().name())
            .with("role", CHOICE, act -> act.by().role())
            .with("at", TIME, RoomEvent.Act::at);

    private static final ObjectForm<RoomEvent.Act> ACT =
            ObjectForm.<RoomEvent.Act>empty().with(TOMBSTONE).with(AUTHOR);

    private static final ObjectForm<RoomEvent.Posted> POSTED = ObjectForm.<RoomEvent.Posted>empty()
            .with(ACT)
            .with("clientId", TEXT, RoomEvent.Posted::clientId)
            .with("body", TEXT, RoomEvent.Posted::body)
            .withAny("editedAt", TIME, RoomEvent.Posted::editedAt);

    private static final ObjectForm<RoomEvent.Edited> EDITED = ObjectForm.<RoomEvent.Edited>empty()
            .with(ACT)
            .with("body", TEXT, RoomEvent.Edited::body)
            .with("target", NUMBER, RoomEvent.Edited::target);

    private static final ObjectForm<RoomEvent.Deleted> DELETED =
            ObjectForm.<RoomEvent.Deleted>empty().with(ACT).with("target", NUMBER, RoomEvent.Deleted::target);

    private static final ObjectForm<RoomEvent.Erased> ERASED =
            ObjectForm.<RoomEvent.Erased>empty().with(ACT).with("person", NUMBER, RoomEvent.Erased::person);

    /** A post in its present state. Mentions, attachments, reactions and pins do not exist yet. */
    private static final ObjectForm<RoomEvent.Posted> MESSAGE = ObjectForm.<RoomEvent.Posted>empty()
            .with("seq", NUMBER, RoomEvent.Posted::seq)
            .with(AUTHOR)
            .with("body", TEXT, RoomEvent.Posted::body)
            .withAny("editedAt", TIME, RoomEvent.Posted::editedAt)
            .with("mentions", NOTHING, post -> List.of())
            .with("files", NOTHING, post -> List.of())
            .with("reactions", NOTHING, post -> List.of())
            .with("pinned", FLAG, post -> false);

    /** An event with its number. */
    public static final Form<RoomEvent> EVENT = new VariantForm<>(
            List.of("seq", "kind", "by", "name", "role", "at", "clientId", "body", "target", "person", "editedAt"),
            ofKind());

    /** A page of messages in their present state. */
    public static final Form<HistoryPage> HISTORY = ObjectForm.<HistoryPage>empty()
            .with("from", NUMBER, HistoryPage::from)
            .with("to", NUMBER, HistoryPage::to)
            .with("items", list(new VariantForm<>(List.of(), EventForms::message)), HistoryPage::items)
            .with("before", NUMBER, HistoryPage::before)
            .with("after", NUMBER, HistoryPage::after);

    /** A message with the names that a reader outside of its room needs. */
    public static final ObjectForm<Found> FOUND = ObjectForm.<Found>empty()
            .with("room", NUMBER, found -> found.event().room())
            .with("roomName", TEXT, Found::roomName)
            .with("seq", NUMBER, found -> found.event().seq())
            .with("kind", TEXT, found -> found.event().kind().wireName())
            .with("at", TIME, found -> found.event().at())
            .with("by", NUMBER, found -> found.event().by().id())
            .with("name", TEXT, found -> found.event().by().name())
            .with("enrolmentNumber", TEXT, Found::enrolmentNumber)
            .with("role", CHOICE, found -> found.event().by().role())
            .with("clientId", TEXT, found -> found.event().clientId())
            .with("body", TEXT, found -> found.event().body())
            .withAny("editedAt", TIME, found -> found.event().editedAt());

    /** The room and number of a stored message. */
    public static final ObjectForm<Stored> STORED =
            ObjectForm.<Stored>empty().with("seq", NUMBER, Stored::seq).with("at", TIME, Stored::at);

    private EventForms() {}

    private static Representation<?> message(RoomEvent event) {
        return event instanceof RoomEvent.Posted post ? MESSAGE.of(post) : TOMBSTONE.of(event);
    }

    private static Function<RoomEvent, Representation<?>> ofKind() {
        var ofKind = new RoomEvent.Handler<Representation<?>>() {

            @Override
            public Representation<?> posted(RoomEvent.Posted event) {
                return POSTED.of(event);
            }

            @Override
            public Representation<?> edited(RoomEvent.Edited event) {
                return EDITED.of(event);
            }

            @Override
            public Representation<?> deleted(RoomEvent.Deleted event) {
                return DELETED.of(event);
            }

            @Override
            public Representation<?> erased(RoomEvent.Erased event) {
                return ERASED.of(event);
            }

            @Override
            public Representation<?> tombstone(RoomEvent.Tombstone event) {
                return TOMBSTONE.of(event);
            }
        };
        return event -> event.handle(ofKind);
    }
}
