package org.hostelchat.room;

import java.util.List;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.text.Label;
import org.hostelchat.text.PlainText;

/**
 * A room that somebody wants to make, checked as far as that is possible without the database.
 *
 * @param kind {@link RoomKind#OPEN} or {@link RoomKind#GROUP}
 * @param topic null for none
 * @param wholePast whether those who are taken into a group later read what was said before; in an open room everybody does
 * @param people who is in it from the beginning, besides its maker
 */
public record RoomDraft(
        RoomKind kind, String name, String topic, Posting posting, boolean wholePast, List<Long> people) {

    /** The most Unicode code points of a name. */
    static final int LONGEST_NAME = 64;

    /** The most Unicode code points of a topic. */
    static final int LONGEST_TOPIC = 250;

    private static final int MOST_PEOPLE = 100;

    /** @throws Refusal.Unacceptable if a field is at fault */
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
