package org.hostelchat.wire;

import static org.hostelchat.wire.FieldType.CHOICE;
import static org.hostelchat.wire.FieldType.FLAG;
import static org.hostelchat.wire.FieldType.NUMBER;
import static org.hostelchat.wire.FieldType.NUMBERS;
import static org.hostelchat.wire.FieldType.TEXT;
import static org.hostelchat.wire.FieldType.TIME;
import static org.hostelchat.wire.FieldType.list;
import static org.hostelchat.wire.FieldType.object;

import java.util.List;
import java.util.function.Function;
import org.hostelchat.message.HistoryItem;
import org.hostelchat.message.HistoryPage;
import org.hostelchat.message.MentionList.Mentioned;
import org.hostelchat.message.MessageSearch.Found;
import org.hostelchat.message.Quote;
import org.hostelchat.message.Reaction;
import org.hostelchat.message.RoomEvent;
import org.hostelchat.message.RoomMark;
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

    /** {@code room} says that everybody is mentioned. */
    private static final ObjectForm<RoomEvent.Posted> MENTIONS = ObjectForm.<RoomEvent.Posted>empty()
            .with("mentions", NUMBERS, post -> post.references().mentions())
            .withAny("room", FLAG, post -> post.references().everybody() ? true : null);

    private static final ObjectForm<RoomEvent.Posted> POSTED = ObjectForm.<RoomEvent.Posted>empty()
            .with(ACT)
            .with("clientId", TEXT, RoomEvent.Posted::clientId)
            .with("body", TEXT, RoomEvent.Posted::body)
            .withAny("editedAt", TIME, RoomEvent.Posted::editedAt)
            .withAny("replyTo", NUMBER, post -> post.references().replyTo())
            .with(MENTIONS)
            .with("files", FileForms.FILES, RoomEvent.Posted::files);

    private static final ObjectForm<RoomMark.Reacted> REACTED = ObjectForm.<RoomMark.Reacted>empty()
            .with(ACT)
            .with("target", NUMBER, RoomMark::target)
            .with("emoji", TEXT, RoomMark.Reacted::emoji)
            .with("on", FLAG, RoomMark::on);

    private static final ObjectForm<RoomMark.Pinned> PINNED = ObjectForm.<RoomMark.Pinned>empty()
            .with(ACT)
            .with("target", NUMBER, RoomMark::target)
            .with("on", FLAG, RoomMark::on);

    private static final ObjectForm<RoomEvent.Edited> EDITED = ObjectForm.<RoomEvent.Edited>empty()
            .with(ACT)
            .with("body", TEXT, RoomEvent.Edited::body)
            .with("target", NUMBER, RoomEvent.Edited::target);

    private static final ObjectForm<RoomEvent.Deleted> DELETED =
            ObjectForm.<RoomEvent.Deleted>empty().with(ACT).with("target", NUMBER, RoomEvent.Deleted::target);

    private static final ObjectForm<RoomEvent.Erased> ERASED =
            ObjectForm.<RoomEvent.Erased>empty().with(ACT).with("person", NUMBER, RoomEvent.Erased::person);

    private static final ObjectForm<Quote> QUOTE = ObjectForm.<Quote>empty()
            .with("seq", NUMBER, Quote::seq)
            .with("by", NUMBER, quote -> quote.by() == null ? null : quote.by().id())
            .with("name", TEXT, quote -> quote.by() == null ? null : quote.by().name())
            .with("excerpt", TEXT, Quote::excerpt);

    private static final ObjectForm<Reaction> REACTION = ObjectForm.<Reaction>empty()
            .with("emoji", TEXT, Reaction::emoji)
            .with("count", NUMBER, Reaction::count)
            .with("mine", FLAG, Reaction::mine)
            .with(
                    "people",
                    list(ObjectForm.<Reaction.Person>empty()
                            .with("id", NUMBER, Reaction.Person::id)
                            .with("name", TEXT, Reaction.Person::name)),
                    Reaction::people);

    /** A post in its present form. */
    private static final ObjectForm<HistoryItem> MESSAGE = ObjectForm.<RoomEvent.Posted>empty()
            .with("seq", NUMBER, RoomEvent.Posted::seq)
            .with(AUTHOR)
            .with("clientId", TEXT, RoomEvent.Posted::clientId)
            .with("body", TEXT, RoomEvent.Posted::body)
            .withAny("editedAt", TIME, RoomEvent.Posted::editedAt)
            .with(MENTIONS)
            .with("files", FileForms.FILES, RoomEvent.Posted::files)
            .within(EventForms::post)
            .withAny("replyTo", object(QUOTE), HistoryItem::quote)
            .with("reactions", list(REACTION), HistoryItem::reactions)
            .with("pinned", FLAG, HistoryItem::pinned);

    /** An event with its number. */
    public static final Form<RoomEvent> EVENT = new VariantForm<>(
            List.of(
                    "seq",
                    "kind",
                    "by",
                    "name",
                    "role",
                    "at",
                    "clientId",
                    "body",
                    "target",
                    "person",
                    "editedAt",
                    "replyTo",
                    "mentions",
                    "room",
                    "files",
                    "emoji",
                    "on"),
            ofKind());

    /** A message in its present form. */
    public static final Form<HistoryItem> ITEM = new VariantForm<>(List.of(), EventForms::item);

    /** All pinned messages of a room: a list of one page. */
    public static final Form<List<HistoryItem>> PINS = ObjectForm.<List<HistoryItem>>empty()
            .with("items", list(ITEM), items -> items)
            .with("next", NUMBER, items -> null);

    /** A page of messages in their present state. */
    public static final Form<HistoryPage> HISTORY = ObjectForm.<HistoryPage>empty()
            .with("from", NUMBER, HistoryPage::from)
            .with("to", NUMBER, HistoryPage::to)
            .with("items", list(ITEM), HistoryPage::items)
            .with("before", NUMBER, HistoryPage::before)
            .with("after", NUMBER, HistoryPage::after)
            .with("asOf", NUMBER, HistoryPage::asOf)
            .with("pins", NUMBER, HistoryPage::pins);

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

    /** Where somebody is mentioned. */
    public static final ObjectForm<Mentioned> MENTIONED = ObjectForm.<Mentioned>empty()
            .with("room", NUMBER, Mentioned::room)
            .with("roomName", TEXT, Mentioned::roomName)
            .with("seq", NUMBER, Mentioned::seq)
            .with("by", NUMBER, Mentioned::by)
            .with("name", TEXT, Mentioned::name)
            .with("at", TIME, Mentioned::at)
            .with("body", TEXT, Mentioned::body);

    /** The room and number of a stored message. */
    public static final ObjectForm<Stored> STORED =
            ObjectForm.<Stored>empty().with("seq", NUMBER, Stored::seq).with("at", TIME, Stored::at);

    private EventForms() {}

    private static Representation<?> item(HistoryItem item) {
        return item.event() instanceof RoomEvent.Posted ? MESSAGE.of(item) : TOMBSTONE.of(item.event());
    }

    private static RoomEvent.Posted post(HistoryItem item) {
        return (RoomEvent.Posted) item.event();
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

            @Override
            public Representation<?> reacted(RoomMark.Reacted event) {
                return REACTED.of(event);
            }

            @Override
            public Representation<?> pinned(RoomMark.Pinned event) {
                return PINNED.of(event);
            }
        };
        return event -> event.handle(ofKind);
    }
}
