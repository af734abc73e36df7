package org.hostelchat.room;

import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/**
 * Changes to make to a room.
 *
 * @param name null for no change
 * @param changesTopic whether the topic is replaced or removed
 * @param topic null for none
 * @param posting null for no change
 */
public record RoomChange(String name, boolean changesTopic, String topic, Posting posting) {

    /** @throws Refusal.Unacceptable if a field is invalid */
    public RoomChange {
        if (name != null) name = RoomDraft.name(name);
        topic = RoomDraft.topic(topic);
    }

    private boolean isNothing() {
        return name == null && !changesTopic && posting == null;
    }

    /** @throws Refusal.Unacceptable if nothing is changed */
    void refuseNothing() {
        if (!isNothing()) return;
        throw new Refusal.Unacceptable("incomplete", "name", Phrase.of("room.nothing-to-change"));
    }
}
