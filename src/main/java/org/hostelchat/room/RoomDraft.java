package org.hostelchat.room;

import java.util.List;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.text.Label;
import org.hostelchat.text.PlainText;

/**
 * A room to be made, validated as far as possible without the database.
 *
 * @param kind {@link RoomKind#OPEN} or {@link RoomKind#GROUP}
 * @param topic null for none
 * @param wholePast whether people who are added to a group later may read earlier events; in an open room everybody may
 * @param people its first members besides its maker
 */
public record RoomDraft(
        RoomKind kind, String name, String topic, Posting posting, boolean wholePast, List<Long> people) {

    /** In Unicode code points. */
    static final int LONGEST_NAME = 64;

    /** In Unicode code points. */
    static final int LONGEST_TOPIC = 250;

    private static final int MOST_PEOPLE = 100;

    /** @throws Refusal.Unacceptable if a field is invalid */
    public RoomDraft {
        if (!kind.hasChangingMembers()) throw new IllegalArgumentException(kind + " rooms are not made like this");
        name = name(name);
        topic = topic(topic);
        people = people.stream().distinct().toList();
        if (people.size() > MOST_PEOPLE) {
            throw new Refusal.Unacceptable(
                    "wrong-people", "people", Phrase.of("room.too-many-at-once", "most", MOST_PEOPLE));
        }
    }

    static String name(String name) {
        return PlainText.checkLine("name", Label.tidy(name), LONGEST_NAME);
    }

    static String topic(String topic) {
        return topic == null || topic.isBlank() ? null : PlainText.checkLine("topic", topic, LONGEST_TOPIC);
    }
}
