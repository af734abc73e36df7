package org.hostelchat.room;

/**
 * What is to be different about a room.
 *
 * @param name null to keep it
 * @param changesTopic whether there is to be another topic, or none
 * @param topic null for none
 * @param posting null to keep it
 */
public record RoomChange(String name, boolean changesTopic, String topic, Posting posting) {

    /** @throws org.hostelchat.refusal.Refusal.Unacceptable if a field is at fault */
    public RoomChange {
        if (name != null) name = RoomDraft.name(name);
        topic = RoomDraft.topic(topic);
    }
}
