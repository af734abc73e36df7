package org.hostelchat.live;

import jakarta.json.stream.JsonGenerator;
import org.hostelchat.message.RoomEvent;

/** Writes events as they stand in frames and, in the same form, in history pages. Thread-safe. */
final class EventJson implements RoomEvent.Handler<String> {

    private static final EventJson FORM = new EventJson();

    private EventJson() {}

    static String of(RoomEvent event) {
        return event.handle(FORM);
    }

    @Override
    public String posted(RoomEvent.Posted event) {
        return OutboundFrames.json(json -> {
            act(json, event);
            json.write("clientId", event.clientId()).write("body", event.body());
            if (event.editedAt() != null)
                json.write("editedAt", event.editedAt().toEpochMilli());
        });
    }

    @Override
    public String edited(RoomEvent.Edited event) {
        return OutboundFrames.json(json -> {
            act(json, event);
            json.write("body", event.body()).write("target", event.target());
        });
    }

    @Override
    public String deleted(RoomEvent.Deleted event) {
        return OutboundFrames.json(json -> {
            act(json, event);
            json.write("target", event.target());
        });
    }

    @Override
    public String erased(RoomEvent.Erased event) {
        return OutboundFrames.json(json -> {
            act(json, event);
            json.write("person", event.person());
        });
    }

    @Override
    public String tombstone(RoomEvent.Tombstone event) {
        return OutboundFrames.json(json -> start(json, event));
    }

    private static void act(JsonGenerator json, RoomEvent.Act event) {
        start(json, event);
        json.write("by", event.by().id());
        OutboundFrames.text(json, "name", event.by().name());
        OutboundFrames.text(
                json,
                "role",
                event.by().role() == null ? null : event.by().role().name());
        json.write("at", event.at().toEpochMilli());
    }

    private static void start(JsonGenerator json, RoomEvent event) {
        json.write("seq", event.seq()).write("kind", event.kind().wireName());
    }
}
