package org.hostelchat.room;

import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/**
 * What is to be different about a room.
 *
 * @param name null to keep it
 * @param changesTopic whether there is to be another topic, or none
 * @param topic null for none
 * @param posting null to keep it
 */
public record RoomChange(String name, boolean changesTopic, String topic, Posting posting) {

    /** @throws Refusal.Unacceptable if a field is at fault */
    public RoomChange {
        if (name != null) name = RoomDraft.name(name);
        topic = RoomDraft.topic(topic);
    }

    private boolean isNothing() {
        return name == null && !changesTopic && posting == null;
    }

    /** @throws Refusal.Unacceptable if nothing is to change */
    void refuseNothing() {
        if (!isNothing()) return;
        throw new Refusal.Unacceptable("incomplete", "name", Phrase.of("room.nothing-to-change"));
    }
}
