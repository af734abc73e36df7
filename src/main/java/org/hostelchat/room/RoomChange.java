package org.hostelchat.room;

import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/**
 * Changes to make to a room.
 *
 * @param name null for no change
 * @param changesTopic whether the topic is replaced or removed
 * @param topic null for none
 * @param posting null to keep it
 * @param slow seconds between two posts of one person, 0 for none; null to keep it
 * @param changesRetention whether the time for which posts are kept is replaced
 * @param retention in days; null for ever
 * @param audience of a room that follows the register, whom it is for; null to keep it
 */
public record RoomChange(
        String name,
        boolean changesTopic,
        String topic,
        Posting posting,
        Integer slow,
        boolean changesRetention,
        Integer retention,
        Audience audience) {

    /** An hour, in seconds. */
    private static final int SLOWEST = 3_600;

    /** Ten years, in days. */
    private static final int LONGEST_KEPT = 3_650;

    /** @throws Refusal.Unacceptable if a field is invalid */
    public RoomChange {
        if (name != null) name = RoomDraft.name(name);
        topic = RoomDraft.topic(topic);
        if (slow != null && (slow < 0 || slow > SLOWEST)) {
            throw new Refusal.Unacceptable("wrong-fields", "slow", Phrase.of("room.slow-range", "most", SLOWEST));
        }
        if (retention != null && (retention < 1 || retention > LONGEST_KEPT)) {
            throw new Refusal.Unacceptable(
                    "wrong-fields", "retention", Phrase.of("room.retention-range", "most", LONGEST_KEPT));
        }
    }

    /** One that leaves the time for which posts are kept as it is. */
    public RoomChange(
            String name, boolean changesTopic, String topic, Posting posting, Integer slow, Audience audience) {
        this(name, changesTopic, topic, posting, slow, false, null, audience);
    }

    /** One that also leaves the audience as it is. */
    public RoomChange(String name, boolean changesTopic, String topic, Posting posting, Integer slow) {
        this(name, changesTopic, topic, posting, slow, null);
    }

    /** One that also leaves the time between two posts as it is. */
    public RoomChange(String name, boolean changesTopic, String topic, Posting posting) {
        this(name, changesTopic, topic, posting, null);
    }

    private boolean isNothing() {
        return name == null
                && !changesTopic
                && posting == null
                && slow == null
                && !changesRetention
                && audience == null;
    }

    /** @throws Refusal.Unacceptable if nothing is changed */
    void refuseNothing() {
        if (!isNothing()) return;
        throw new Refusal.Unacceptable("incomplete", "name", Phrase.of("room.nothing-to-change"));
    }
}
