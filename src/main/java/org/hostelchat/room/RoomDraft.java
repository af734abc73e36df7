package org.hostelchat.room;

import java.util.List;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.text.Label;
import org.hostelchat.text.PlainText;

/**
 * A room to be made, validated as far as possible without the database.
 *
 * @param kind {@link RoomKind#OPEN}, {@link RoomKind#GROUP} or {@link RoomKind#AUDIENCE}
 * @param topic null for none
 * @param wholePast whether people who are added to a group later may read earlier events; in an open room everybody may
 * @param people its first members besides its maker; none for a room that follows the register
 * @param audience whom a room that follows the register is for; null for the other kinds
 */
public record RoomDraft(
        RoomKind kind,
        String name,
        String topic,
        Posting posting,
        boolean wholePast,
        List<Long> people,
        Audience audience) {

    /** In Unicode code points. */
    static final int LONGEST_NAME = 64;

    /** In Unicode code points. */
    static final int LONGEST_TOPIC = 250;

    private static final int MOST_PEOPLE = 100;

    /** @throws Refusal.Unacceptable if a field is invalid */
    public RoomDraft {
        if (!kind.hasChangingMembers() && kind != RoomKind.AUDIENCE) {
            throw new IllegalArgumentException(kind + " rooms are not made like this");
        }
        if ((kind == RoomKind.AUDIENCE) != (audience != null)) {
            throw Audience.wrong(Phrase.of(audience == null ? "room.audience-empty" : "room.audience-fixed"));
        }
        if (audience != null && !people.isEmpty()) {
            throw new Refusal.Unacceptable("wrong-people", "people", Phrase.of("room.follows-register"));
        }
        name = name(name);
        topic = topic(topic);
        people = people.stream().distinct().toList();
        if (people.size() > MOST_PEOPLE) {
            throw new Refusal.Unacceptable(
                    "wrong-people", "people", Phrase.of("room.too-many-at-once", "most", MOST_PEOPLE));
        }
    }

    /** A room that does not follow the register. */
    public RoomDraft(RoomKind kind, String name, String topic, Posting posting, boolean wholePast, List<Long> people) {
        this(kind, name, topic, posting, wholePast, people, null);
    }

    static String name(String name) {
        return PlainText.checkLine("name", Label.tidy(name), LONGEST_NAME);
    }

    static String topic(String topic) {
        return topic == null || topic.isBlank() ? null : PlainText.checkLine("topic", topic, LONGEST_TOPIC);
    }
}
